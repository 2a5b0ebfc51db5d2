#include "adopt/html_cut.hpp"

#include <algorithm>

namespace hindsight {

std::optional<HtmlRange> cut_leading_text(std::string_view html, const HtmlRange& range, std::size_t text_bytes) {
  std::size_t at = range.begin;
  int depth = 0;
  while (at < range.end && (text_bytes > 0 || depth > 0)) {
    if (html[at] == '<') {
      const bool is_break = html.substr(at).starts_with("<br>");
      const std::size_t end = html.find('>', at);
      if (!is_break) depth += html[at + 1] == '/' ? -1 : 1;
      at = std::min(end, range.end - 1) + 1;
    } else if (text_bytes == 0) {
      return std::nullopt;  // the element holds more than what is cut
    } else if (html[at] == '&') {
      at = std::min(html.find(';', at), range.end - 1) + 1;
      --text_bytes;
    } else {
      ++at;
      --text_bytes;
    }
  }
  while (at < range.end && html[at] == ' ') ++at;
  return HtmlRange{at, range.end};
}

}  // namespace hindsight
