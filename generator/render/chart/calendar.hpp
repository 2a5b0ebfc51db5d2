#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/time.hpp"

namespace hindsight {

/// What a day of the calendar holds.
struct CalendarDay {
  int count = 0;
  std::string words;  ///< what its number does not say: "worst SEV2"
  std::string url;    ///< where they are; empty: no link
};

/// The weeks from `first` to `last` as a table: a column a week, a row a weekday, in a region that scrolls. A grid of
/// days is tabular data.
std::string draw_calendar(std::string_view name, Date first, Date last, const std::map<Date, CalendarDay>& days);

}  // namespace hindsight
