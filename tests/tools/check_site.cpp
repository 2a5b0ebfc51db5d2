// check_site DIR: reads a built site with a foreign HTML parser and reports what must never be in it: dead local links,
// ids that stand twice, inline scripts or styles, event attributes, odd addresses, a page without its policy or
// heading.
#include <filesystem>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gumbo.h>

#include "base/escape.hpp"
#include "base/files.hpp"
#include "base/text.hpp"

namespace fs = std::filesystem;
using namespace hindsight;

namespace {

struct Link {
  std::string page;
  std::string url;
};

struct Page {
  std::set<std::string> ids;
  int headings = 0;
  bool has_policy = false;
  bool has_title = false;
  bool has_language = false;
};

class Checker {
 public:
  explicit Checker(fs::path root) : root_(std::move(root)) {}

  int run() {
    const std::vector<std::string> files = list_files(root_);
    files_.insert(files.begin(), files.end());
    for (const std::string& file : files) {
      if (extension_of(file) == "html") read_page(file);
    }
    for (const Link& link : links_) check_link(link);
    std::cout << pages_.size() << " pages, " << links_.size() << " local links, " << problems_ << " problems\n";
    if (pages_.empty()) return 1;
    return problems_ == 0 ? 0 : 1;
  }

 private:
  void report(const std::string& page, const std::string& problem) {
    std::cout << page << ": " << problem << '\n';
    ++problems_;
  }

  void read_page(const std::string& path) {
    const std::string html = read_file(root_ / path);
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 5;
    GumboOutput* output = gumbo_parse_with_options(&options, html.c_str(), html.size());
    if (output->errors.length > 0)
      report(path, "the HTML parser found " + std::to_string(output->errors.length) + " errors");
    Page& page = pages_[path];
    visit(path, page, output->root);
    gumbo_destroy_output(&kGumboDefaultOptions, output);
    if (!page.has_policy) report(path, "no Content-Security-Policy");
    if (!page.has_title) report(path, "no title");
    if (!page.has_language) report(path, "no language");
    if (page.headings != 1) report(path, std::to_string(page.headings) + " headings of level 1");
  }

  void visit(const std::string& path, Page& page, const GumboNode* node) {
    if (node->type != GUMBO_NODE_ELEMENT) return;
    const GumboElement& element = node->v.element;
    const std::string_view tag = gumbo_normalized_tagname(element.tag);
    if (element.tag == GUMBO_TAG_H1) ++page.headings;
    if (element.tag == GUMBO_TAG_TITLE && element.children.length > 0) page.has_title = true;
    if (element.tag == GUMBO_TAG_STYLE) report(path, "a <style> element");
    if (element.tag == GUMBO_TAG_SCRIPT && element.children.length > 0) report(path, "an inline script");
    for (const GumboTag banned : {GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT, GUMBO_TAG_EMBED, GUMBO_TAG_BASE}) {
      if (element.tag == banned) report(path, "a <" + std::string(tag) + "> element");
    }
    for (unsigned index = 0; index < element.attributes.length; ++index) {
      check_attribute(path, page, element.tag, *static_cast<const GumboAttribute*>(element.attributes.data[index]));
    }
    for (unsigned index = 0; index < element.children.length; ++index) {
      visit(path, page, static_cast<const GumboNode*>(element.children.data[index]));
    }
  }

  void check_attribute(const std::string& path, Page& page, GumboTag tag, const GumboAttribute& attribute) {
    const std::string_view name = attribute.name;
    const std::string value = attribute.value;
    if (tag == GUMBO_TAG_HTML && name == "lang" && !value.empty()) page.has_language = true;
    if (name == "http-equiv" && value == "Content-Security-Policy") page.has_policy = true;
    if (name == "style") report(path, "a style attribute");
    if (name.starts_with("on")) report(path, "an event attribute: " + std::string(name));
    if (name == "id" && !page.ids.insert(value).second) report(path, "id \"" + value + "\" stands twice");
    if (name == "href" || name == "src") check_address(path, tag, value);
  }

  void check_address(const std::string& path, GumboTag tag, const std::string& value) {
    const std::string lower = to_lower_ascii(value);
    const bool is_style_of_lost_page =
        path == "404.html" && tag == GUMBO_TAG_LINK && lower.starts_with("data:text/css,");
    if (is_style_of_lost_page) return;
    const std::size_t colon = value.find(':');
    const bool has_scheme = colon != std::string::npos && colon < value.find_first_of("/?#");
    if (!has_scheme) {
      if (value.starts_with("//")) report(path, "an address without scheme: " + value);
      links_.push_back({path, value});
      return;
    }
    const std::string scheme = lower.substr(0, colon);
    if (scheme != "http" && scheme != "https" && scheme != "mailto" && scheme != "tel")
      report(path, "an address " + value);
    if (tag == GUMBO_TAG_SCRIPT || (tag == GUMBO_TAG_LINK && lower.ends_with(".css")))
      report(path, "code from " + value);
  }

  void check_link(const Link& link) {
    const std::size_t hash = link.url.find('#');
    // A page's query is for its own script.
    const std::string written = unescape_url(link.url.substr(0, std::min(hash, link.url.find('?'))));
    const std::string target = written.empty() ? link.page : resolve_inside(folder_of(link.page), written);
    if (target.empty() || !files_.contains(target)) return report(link.page, "a dead link to " + link.url);
    if (hash == std::string::npos || hash + 1 == link.url.size() || extension_of(target) != "html") return;
    if (!pages_[target].ids.contains(unescape_url(link.url.substr(hash + 1))))
      report(link.page, "a dead anchor: " + link.url);
  }

  fs::path root_;
  std::set<std::string> files_;
  std::map<std::string, Page> pages_;
  std::vector<Link> links_;
  int problems_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: check_site DIR\n";
    return 2;
  }
  return Checker(argv[1]).run();
}
