#include "markdown/raw_html.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>

#include <cmark-gfm.h>
#include <cmark-gfm/houdini.h>

#include "base/text.hpp"
#include "base/unicode.hpp"

namespace hindsight {
namespace {

bool is_name_character(char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == ':'; }

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

/// `text` with character references (&amp;, &#39;) replaced by what they stand for; cmark knows all of HTML's.
std::string decode_entities(std::string_view text) {
  if (text.find('&') == std::string_view::npos) return std::string(text);
  cmark_strbuf buffer;
  cmark_strbuf_init(cmark_get_default_mem_allocator(), &buffer, 0);
  houdini_unescape_html_f(&buffer, reinterpret_cast<const std::uint8_t*>(text.data()),
                          static_cast<bufsize_t>(text.size()));
  std::string result(reinterpret_cast<const char*>(buffer.ptr), static_cast<std::size_t>(buffer.size));
  cmark_strbuf_free(&buffer);
  return printable(result);
}

/// Reads one tag at the front of `rest` and moves behind it; false leaves `rest` as it was.
class TagReader {
 public:
  explicit TagReader(std::string_view text) : text_(text) {}

  bool read(HtmlPiece& tag) {
    at_ = 1;  // behind <
    const bool closing = peek() == '/';
    if (closing) ++at_;
    if (!is_letter(peek())) return false;
    const std::size_t name_begin = at_;
    while (is_name_character(peek())) ++at_;
    tag.name = to_lower_ascii(text_.substr(name_begin, at_ - name_begin));
    tag.kind = closing ? HtmlPiece::Kind::close_tag : HtmlPiece::Kind::open_tag;
    while (true) {
      skip_blanks();
      if (peek() == '/') ++at_;
      if (peek() == '>') break;
      if (at_ >= text_.size() || !read_attribute(tag)) return false;
    }
    ++at_;
    tag.source = text_.substr(0, at_);
    return true;
  }

  std::size_t length() const { return at_; }

 private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void skip_blanks() {
    while (is_blank(peek())) ++at_;
  }

  bool read_attribute(HtmlPiece& tag) {
    const std::size_t name_begin = at_;
    while (is_name_character(peek())) ++at_;
    if (at_ == name_begin) return false;
    const std::string name = to_lower_ascii(text_.substr(name_begin, at_ - name_begin));
    skip_blanks();
    std::string value;
    if (peek() == '=') {
      ++at_;
      skip_blanks();
      if (!read_value(value)) return false;
    }
    if (tag.attribute(name).empty()) tag.attributes.emplace_back(name, decode_entities(value));
    return true;
  }

  bool read_value(std::string& value) {
    const char quote = peek();
    if (quote == '"' || quote == '\'') {
      const std::size_t end = text_.find(quote, at_ + 1);
      if (end == std::string_view::npos) return false;
      value = text_.substr(at_ + 1, end - at_ - 1);
      at_ = end + 1;
      return true;
    }
    const std::size_t begin = at_;
    while (at_ < text_.size() && !is_blank(text_[at_]) && text_[at_] != '>') ++at_;
    value = text_.substr(begin, at_ - begin);
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

using enum TagRule;

constexpr std::string_view breaks = "people write it in table cells";
constexpr std::string_view words = "marks words, and can do nothing without attributes";
constexpr std::string_view structure = "the tag goes, what is in it stays: Markdown has its own, or it is for looks";

/// Attributes that are not named here never get into a page: no event, style, class, id or name of an author's.
constexpr std::array tags = std::to_array<AllowedTag>({
    {"br", line_break, "", breaks},
    {"a", link, "href, title", "a link; the address is checked, rel is ours"},
    {"img", image, "src, alt", "an image; the address is checked, loading and referrer are ours"},
    {"details", keep_block, "", "long logs fold away without a script"},
    {"summary", keep_block, "", "long logs fold away without a script"},
    {"abbr", keep_inline, "", words},
    {"b", keep_inline, "", words},
    {"code", keep_inline, "", words},
    {"del", keep_inline, "", words},
    {"em", keep_inline, "", words},
    {"i", keep_inline, "", words},
    {"ins", keep_inline, "", words},
    {"kbd", keep_inline, "", words},
    {"mark", keep_inline, "", words},
    {"s", keep_inline, "", words},
    {"small", keep_inline, "", words},
    {"strong", keep_inline, "", words},
    {"sub", keep_inline, "", words},
    {"sup", keep_inline, "", words},
    {"u", keep_inline, "", words},
    {"center", drop, "", structure},
    {"colgroup", drop, "", structure},
    {"col", drop, "", structure},
    {"dd", drop, "", structure},
    {"div", drop, "", structure},
    {"dl", drop, "", structure},
    {"dt", drop, "", structure},
    {"figcaption", drop, "", structure},
    {"figure", drop, "", structure},
    {"font", drop, "", structure},
    {"h1", drop, "", structure},
    {"h2", drop, "", structure},
    {"h3", drop, "", structure},
    {"h4", drop, "", structure},
    {"h5", drop, "", structure},
    {"h6", drop, "", structure},
    {"hr", drop, "", structure},
    {"li", drop, "", structure},
    {"ol", drop, "", structure},
    {"p", drop, "", structure},
    {"picture", drop, "", structure},
    {"section", drop, "", structure},
    {"span", drop, "", structure},
    {"table", drop, "", structure},
    {"tbody", drop, "", structure},
    {"td", drop, "", structure},
    {"tfoot", drop, "", structure},
    {"th", drop, "", structure},
    {"thead", drop, "", structure},
    {"tr", drop, "", structure},
    {"ul", drop, "", structure},
});

}  // namespace

std::string_view HtmlPiece::attribute(std::string_view attribute_name) const {
  for (const auto& [own_name, value] : attributes) {
    if (own_name == attribute_name) return value;
  }
  return {};
}

std::vector<HtmlPiece> cut_html(std::string_view html) {
  std::vector<HtmlPiece> pieces;
  std::string text;
  const auto finish_text = [&] {
    if (!text.empty()) pieces.push_back({HtmlPiece::Kind::text, "", decode_entities(text), {}});
    text.clear();
  };
  while (!html.empty()) {
    const std::size_t tag_begin = std::min(html.find('<'), html.size());
    text += html.substr(0, tag_begin);
    html.remove_prefix(tag_begin);
    if (html.empty()) break;
    if (html.starts_with("<!--")) {
      const std::size_t end = html.find("-->", 4);
      html.remove_prefix(end == std::string_view::npos ? html.size() : end + 3);
      continue;
    }
    HtmlPiece tag;
    TagReader reader(html);
    if (reader.read(tag)) {
      finish_text();
      pieces.push_back(std::move(tag));
      html.remove_prefix(reader.length());
    } else {
      text += '<';
      html.remove_prefix(1);
    }
  }
  finish_text();
  return pieces;
}

std::span<const AllowedTag> allowed_tags() { return tags; }

TagRule tag_rule(std::string_view name) {
  const auto* found = std::ranges::find(tags, name, &AllowedTag::name);
  return found == tags.end() ? TagRule::show : found->rule;
}

}  // namespace hindsight
