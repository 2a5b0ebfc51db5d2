#include "pages/row_elements.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "base/byte_set.hpp"
#include "base/json_text.hpp"
#include "base/text_buffer.hpp"

namespace hindsight {
namespace {

constexpr ByteSet white_space = ByteSet::of(" \t\r\n\f");
constexpr ByteSet in_element_name = white_space.with("/>").others();
constexpr ByteSet in_attribute_name = white_space.with("/>=").others();

/// The text that markup stands for: our escapers and templates write no other character references.
std::string unescape_html(std::string_view html) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> references = {{{"&lt;", "<"},
                                                                                               {"&gt;", ">"},
                                                                                               {"&quot;", "\""},
                                                                                               {"&#39;", "'"},
                                                                                               {"&nbsp;", "\u00a0"},
                                                                                               {"&#160;", "\u00a0"},
                                                                                               {"&amp;", "&"}}};
  std::string text;
  text.reserve(html.size());
  while (!html.empty()) {
    const std::size_t plain = std::min(html.find('&'), html.size());
    text += html.substr(0, plain);
    html.remove_prefix(plain);
    if (html.empty()) break;
    const auto* const known =
        std::ranges::find_if(references, [&](const auto& r) { return html.starts_with(r.first); });
    text += known == references.end() ? "&" : known->second;
    html.remove_prefix(known == references.end() ? 1 : known->first.size());
  }
  return text;
}

class Reader {
 public:
  explicit Reader(std::string_view html) : rest_(html) {
    json_.reserve(html.size() + html.size() / 8);
    json_ += '[';
  }

  std::string read() {
    while (!rest_.empty()) {
      if (rest_.starts_with("<!--")) {
        take_until("-->");
      } else if (rest_.starts_with("</")) {
        take_until(">");
        close();
      } else if (rest_.starts_with('<')) {
        open();
      } else {
        add_text(take(std::min(rest_.find('<'), rest_.size())));
      }
    }
    while (depth_ > 0) close();
    json_ += ']';
    return json_.take();
  }

 private:
  std::string_view take(std::size_t count) {
    const std::string_view taken = rest_.substr(0, count);
    rest_.remove_prefix(taken.size());
    return taken;
  }
  void take_until(std::string_view end) {
    const std::size_t at = rest_.find(end);
    take(at == std::string_view::npos ? rest_.size() : at + end.size());
  }

  /// Appends the text that markup stands for.
  void append_unescaped(std::string_view html) {
    if (html.find('&') == std::string_view::npos) {
      append_json_string(json_, html);
    } else {
      append_json_string(json_, unescape_html(html));
    }
  }

  void separate() {
    if (!is_first_) json_ += ',';
    is_first_ = false;
  }

  void add_text(std::string_view html) {
    std::string_view behind = html;
    const std::string_view space = take_while(behind, white_space);
    const bool is_between = behind.empty() && space.find('\n') != std::string_view::npos;
    if (is_between) return;
    separate();
    append_unescaped(html);
  }

  void open() {
    take(1);
    const std::string_view name = take_while(rest_, in_element_name);
    separate();
    json_ += '[';
    append_json_string(json_, name);
    json_ += ",{";
    for (bool is_first = true; add_attribute(is_first);) is_first = false;
    json_ += '}';
    ++depth_;
    const bool is_empty = rest_.starts_with('/') || name == "br" || name == "img" || name == "wbr" || name == "hr";
    take_until(">");
    if (is_empty) close();
  }

  bool add_attribute(bool is_first) {
    take_while(rest_, white_space);
    const std::string_view name = take_while(rest_, in_attribute_name);
    if (name.empty()) return false;
    if (!is_first) json_ += ',';
    append_json_string(json_, name);
    json_ += ':';
    std::string_view value;
    if (rest_.starts_with("=\"") || rest_.starts_with("='")) {
      const char quote = take(2).back();
      value = take(std::min(rest_.find(quote), rest_.size()));
      take(1);
    }
    append_unescaped(value);
    return true;
  }

  void close() {
    if (depth_ == 0) return;
    --depth_;
    json_ += ']';
  }

  std::string_view rest_;
  TextBuffer json_;
  bool is_first_ = true;
  int depth_ = 0;
};

}  // namespace

std::string elements_json(std::string_view html) { return Reader(html).read(); }

}  // namespace hindsight
