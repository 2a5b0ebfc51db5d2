#include "adopt/timeline_table.hpp"

#include <algorithm>
#include <re2/re2.h>

#include "base/text.hpp"

namespace hindsight {

std::string header_of(const Block& table, std::size_t column) {
  if (table.children.empty()) return "";
  const Block& first = table.children.front();
  return first.is_header && column < first.children.size() ? collapse_spaces(first.children[column].text) : "";
}

std::vector<TimelineColumn> timeline_columns(const Block& table) {
  static const RE2 time_words("(?i)\\b(time|times|date|day|when|timestamp|clock|hour|utc)\\b");
  static const RE2 event_words(
      "(?i)\\b(event|events|description|what|action|update|details?|message|note|notes|activity)\\b");
  std::size_t width = 0;
  for (const Block& row : table.children) width = std::max(width, row.children.size());
  std::vector<TimelineColumn> columns(width, TimelineColumn::detail);
  for (std::size_t index = 0; index < width; ++index) {
    if (RE2::PartialMatch(header_of(table, index), time_words)) columns[index] = TimelineColumn::time;
  }
  if (std::ranges::find(columns, TimelineColumn::time) == columns.end() && width > 0)
    columns.front() = TimelineColumn::time;
  std::size_t event = 0;
  const auto is_event = [&](std::size_t index) {
    return columns[index] == TimelineColumn::detail && RE2::PartialMatch(header_of(table, index), event_words);
  };
  while (event < width && !is_event(event)) ++event;
  if (event == width)
    event = static_cast<std::size_t>(std::ranges::find(columns, TimelineColumn::detail) - columns.begin());
  if (event < width) columns[event] = TimelineColumn::event;
  return columns;
}

std::string time_text(const Block& row, const std::vector<TimelineColumn>& columns) {
  std::string text;
  for (std::size_t index = 0; index < row.children.size() && index < columns.size(); ++index) {
    if (columns[index] != TimelineColumn::time) continue;
    text += (text.empty() ? "" : " ") + std::string(trim(row.children[index].text));
  }
  return text;
}

}  // namespace hindsight
