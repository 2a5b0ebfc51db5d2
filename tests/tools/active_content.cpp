#include "tools/active_content.hpp"

#include <algorithm>
#include <array>

#include <gumbo.h>

#include "tools/allowed_markup.hpp"

namespace hindsight::oracle {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lowered(std::string text) {
  std::ranges::transform(text, text.begin(), lower);
  return text;
}

/// Attributes whose value a browser fetches or follows.
bool is_address(std::string_view attribute) {
  constexpr std::array names = {"href",       "src",  "action",   "formaction", "poster",     "data",     "cite",
                                "background", "ping", "longdesc", "manifest",   "xlink:href", "codebase", "srcset"};
  return std::ranges::find(names, attribute) != names.end();
}

bool is_class_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '_' || c == ' ';
}

/// "../assets/js/page-12ab.js": a script of the site's own.
bool is_own_script(std::string url) {
  while (url.starts_with("../")) url.erase(0, 3);
  const auto is_plain = [](char c) { return is_class_character(lower(c)) || c == '.' || c == '/'; };
  return url.starts_with("assets/") && url.ends_with(".js") && url.find("..") == std::string::npos &&
         std::ranges::all_of(url, is_plain);
}

/// What every page's policy must say; a page may allow more images.
constexpr std::array policy_parts = {"default-src 'none'",
                                     "script-src 'self';",
                                     "style-src 'self'",
                                     "base-uri 'none'",
                                     "form-action 'self'",
                                     "trusted-types hindsight-search;",
                                     "require-trusted-types-for 'script'"};

class Reader {
 public:
  explicit Reader(Scope scope) : scope_(scope) {}

  std::vector<std::string> read(std::string_view html) {
    const std::string text(html);  // the parser wants a NUL behind the last byte
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;  // each costs a copy of the stack of open elements
    GumboOutput* output = gumbo_parse_with_options(&options, text.c_str(), text.size());
    visit(output->root);
    gumbo_destroy_output(&options, output);
    if (scope_ == Scope::page && !has_policy_) report("no Content-Security-Policy");
    if (scope_ == Scope::page && !has_referrer_policy_) report("no referrer policy");
    return std::move(findings_);
  }

 private:
  void report(const std::string& finding) {
    if (findings_.size() < 20) findings_.push_back(finding);
  }

  static std::string name_of(const GumboElement& element) {
    if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
    GumboStringPiece piece = element.original_tag;
    gumbo_tag_from_original_text(&piece);
    return lowered(std::string(piece.data == nullptr ? "" : piece.data, piece.length));
  }

  static std::string attribute(const GumboElement& element, const char* name) {
    const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
    return found == nullptr ? "" : found->value;
  }

  /// Without recursion: what is judged may nest deeper than the stack.
  void visit(const GumboNode* root) {
    std::vector<const GumboNode*> left = {root};
    while (!left.empty()) {
      const GumboNode* node = left.back();
      left.pop_back();
      if (node->type == GUMBO_NODE_COMMENT) report("a comment");
      if (node->type == GUMBO_NODE_CDATA) report("a CDATA section");
      if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE) continue;
      const GumboElement& element = node->v.element;
      const bool is_frame =
          element.tag == GUMBO_TAG_HTML || element.tag == GUMBO_TAG_HEAD || element.tag == GUMBO_TAG_BODY;
      if (!is_frame || element.attributes.length > 0) check(name_of(element), element);
      for (unsigned index = element.children.length; index > 0; --index) {
        left.push_back(static_cast<const GumboNode*>(element.children.data[index - 1]));
      }
    }
  }

  void check(const std::string& name, const GumboElement& element) {
    const Attributes* allowed = allowed_attributes(name, scope_);
    if (allowed == nullptr) return report("the element <" + name + ">");
    for (unsigned index = 0; index < element.attributes.length; ++index) {
      const auto& own = *static_cast<const GumboAttribute*>(element.attributes.data[index]);
      if (!allowed->contains(own.name)) report("the attribute " + std::string(own.name) + " of <" + name + ">");
      if (is_address(own.name) && !is_allowed_address(own.value) && !is_style_of_lost_page(name, own.value))
        report("the address " + std::string(own.value));
      if (std::string_view(own.name) == "class" &&
          !std::ranges::all_of(std::string_view(own.value), is_class_character))
        report("the class " + std::string(own.value));
    }
    if (name == "a") check_link(element);
    if (name == "script") check_script(element);
    if (name == "link") check_resource(element);
    if (name == "form" && attribute(element, "action").find(':') != std::string::npos) report("a form to another site");
    if (name == "meta") check_meta(element);
  }

  /// 404.html may stand anywhere, so it brings its style sheet along.
  static bool is_style_of_lost_page(const std::string& name, std::string_view url) {
    return name == "link" && url.starts_with("data:text/css,");
  }

  void check_link(const GumboElement& element) {
    const std::string start = lowered(attribute(element, "href").substr(0, 8));
    if (!start.starts_with("http:") && !start.starts_with("https:")) return;
    if (attribute(element, "rel") != "noopener noreferrer") {
      report("a link to another site without rel=\"noopener noreferrer\"");
    }
  }

  void check_script(const GumboElement& element) {
    if (element.children.length > 0) report("an inline script");
    const std::string source = attribute(element, "src");
    if (!is_own_script(source)) report("a script from \"" + source + "\"");
    if (!has_policy_) report("a script before the Content-Security-Policy");
  }

  void check_resource(const GumboElement& element) {
    constexpr std::array relations = {"stylesheet", "icon", "canonical", "alternate"};
    const std::string relation = attribute(element, "rel");
    const std::string url = attribute(element, "href");
    if (std::ranges::find(relations, relation) == relations.end()) report("a link to a " + relation);
    const bool is_loaded = relation == "stylesheet" || relation == "icon";
    if (is_loaded && url.find(':') != std::string::npos && !url.starts_with("data:text/css,")) {
      report("a " + relation + " from " + url);
    }
  }

  void check_meta(const GumboElement& element) {
    const std::string kind = lowered(attribute(element, "http-equiv"));
    const std::string content = attribute(element, "content");
    if (kind == "content-security-policy") {
      has_policy_ = true;
      for (const char* part : policy_parts) {
        if (content.find(part) == std::string::npos) report("a policy without " + std::string(part));
      }
      if (content.find("unsafe") != std::string::npos) report("a policy that allows something unsafe");
    } else if (kind == "refresh") {
      const std::size_t url = content.find("url=");
      const std::string target = url == std::string::npos ? "" : content.substr(url + 4);
      if (target.empty() || target.find(':') != std::string::npos || !is_allowed_address(target)) {
        report("a redirect to " + content);
      }
    } else if (!kind.empty()) {
      report("a <meta http-equiv=\"" + kind + "\">");
    }
    if (attribute(element, "name") == "referrer" && content == "no-referrer") has_referrer_policy_ = true;
  }

  Scope scope_;
  bool has_policy_ = false;
  bool has_referrer_policy_ = false;
  std::vector<std::string> findings_;
};

}  // namespace

bool is_allowed_address(std::string_view url) {
  // As the URL standard reads: control characters and spaces around go, tabs and line ends inside too.
  std::string seen;
  for (const char c : url) {
    if (c != '\t' && c != '\n' && c != '\r') seen.push_back(lower(c));
  }
  const auto is_blank = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
  seen.erase(seen.begin(), std::ranges::find_if_not(seen, is_blank));
  if (seen.starts_with("//")) return false;
  if (seen.substr(0, seen.find_first_of("?#")).find('\\') != std::string::npos) return false;
  const std::size_t end = seen.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789+-.");
  const bool has_scheme = end != std::string::npos && end > 0 && seen[end] == ':';
  if (!has_scheme) return true;
  constexpr std::array schemes = {"http", "https", "mailto", "tel"};
  return std::ranges::find(schemes, seen.substr(0, end)) != schemes.end();
}

std::vector<std::string> find_active_content(std::string_view html, Scope scope) { return Reader(scope).read(html); }

}  // namespace hindsight::oracle
