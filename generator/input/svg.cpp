#include "input/svg.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.hpp"
#include "base/unicode.hpp"

// An SVG image is a document: a browser that is led to it runs what is in it. So this reads tags one by one, and
// whatever it does not know refuses the image: a list of known tricks would always miss one.

namespace hindsight {
namespace {

constexpr std::string_view blanks = " \t\r\n";

/// Shapes, text, paint; by lower-case name, without prefix.
constexpr std::array elements = std::to_array<std::string_view>({
    "svg",     "g",        "defs",    "title",  "desc",  "path", "rect",           "circle",         "ellipse",
    "line",    "text",     "mask",    "marker", "tspan", "stop", "lineargradient", "radialgradient", "clippath",
    "pattern", "polyline", "polygon",
});

bool is_name_character(char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == ':' || c == '.'; }

/// url(#name) is the image's own; everything else that is fetched or run is not.
bool is_harmless_value(std::string_view value) {
  const std::string lower = to_lower_ascii(value);
  if (lower.find_first_of("&\\@") != std::string::npos) return false;
  for (const char* word : {"javascript", "data:", "expression", "import", "//"}) {
    if (lower.find(word) != std::string::npos) return false;
  }
  for (std::size_t at = lower.find("url"); at != std::string::npos; at = lower.find("url", at + 3)) {
    const std::string_view rest = std::string_view(lower).substr(at);
    if (!rest.starts_with("url(#") && !rest.starts_with("url('#") && !rest.starts_with("url(\"#")) return false;
  }
  return true;
}

bool is_harmless_attribute(std::string_view name, std::string_view value) {
  const std::string lower = to_lower_ascii(name);
  if (lower == "xmlns") return value == "http://www.w3.org/2000/svg";
  // Other names than SVG's own are refused with the elements that they would stand before.
  if (lower.starts_with("xmlns:") || lower == "xml:space" || lower == "xml:lang") return true;
  const bool leads = lower.find("href") != std::string::npos || lower == "src" || lower.find(':') != std::string::npos;
  return !lower.starts_with("on") && !leads && is_harmless_value(value);
}

/// Reads one document; each step says whether what it has read is harmless.
class SvgReader {
 public:
  explicit SvgReader(std::string_view text) : text_(text) {}

  bool read() {
    while (at_ < text_.size()) {
      const std::size_t next = std::min(text_.find('<', at_), text_.size());
      // Text: an entity could be declared nowhere, but why risk it.
      if (!is_plain_text(text_.substr(at_, next - at_))) return false;
      at_ = next;
      if (at_ < text_.size() && !read_markup()) return false;
    }
    return seen_svg_;
  }

 private:
  static bool is_plain_text(std::string_view text) {
    for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
      const std::string_view rest = text.substr(at);
      if (!rest.starts_with("&amp;") && !rest.starts_with("&lt;") && !rest.starts_with("&gt;")) return false;
    }
    return true;
  }

  bool skip_behind(std::string_view end) {
    const std::size_t found = text_.find(end, at_);
    if (found == std::string_view::npos) return false;
    at_ = found + end.size();
    return true;
  }

  bool read_markup() {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("<!--")) return skip_behind("-->");
    if (rest.starts_with("<?xml ")) return read_declaration();
    if (rest.starts_with("</")) return skip_behind(">");
    ++at_;
    return read_tag();
  }

  /// <?xml version="1.0" encoding="UTF-8"?>: in another encoding the bytes would mean something else.
  bool read_declaration() {
    const std::size_t begin = at_;
    if (begin != 0 || !skip_behind("?>")) return false;
    const std::string declaration = to_lower_ascii(text_.substr(begin, at_ - begin));
    return declaration.find("encoding") == std::string::npos || declaration.find("utf-8") != std::string::npos;
  }

  std::string_view read_name() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_name_character(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  void skip_blanks() {
    while (at_ < text_.size() && blanks.find(text_[at_]) != std::string_view::npos) ++at_;
  }

  bool read_tag() {
    const std::string name = to_lower_ascii(read_name());
    if (std::ranges::find(elements, name) == elements.end()) return false;
    seen_svg_ = seen_svg_ || name == "svg";
    while (true) {
      const std::size_t before = at_;
      skip_blanks();
      if (text_.substr(at_).starts_with("/>")) return at_ += 2, true;
      if (text_.substr(at_).starts_with(">")) return ++at_, true;
      if (at_ == before || !read_attribute()) return false;
    }
  }

  bool read_attribute() {
    const std::string_view name = read_name();
    skip_blanks();
    if (name.empty() || at_ >= text_.size() || text_[at_] != '=') return false;
    ++at_;
    skip_blanks();
    if (at_ >= text_.size() || (text_[at_] != '"' && text_[at_] != '\'')) return false;
    const std::size_t begin = at_ + 1;
    const std::size_t end = text_.find(text_[at_], begin);
    if (end == std::string_view::npos) return false;
    at_ = end + 1;
    return is_harmless_attribute(name, text_.substr(begin, end - begin));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool seen_svg_ = false;
};

}  // namespace

bool is_harmless_svg(std::string_view svg) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (svg.starts_with(byte_order_mark)) svg.remove_prefix(byte_order_mark.size());
  if (find_invalid_utf8(svg) || count_control_characters(replace_all(std::string(svg), "\r", "")).count > 0)
    return false;
  return SvgReader(svg).read();
}

}  // namespace hindsight
