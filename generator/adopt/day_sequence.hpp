#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "adopt/time_words.hpp"
#include "base/time.hpp"

namespace hindsight {

/// What is known about the times of a timeline beside what its entries say.
struct TimelineContext {
  std::optional<Date> date;          ///< of the section, else of the document
  TimeZone zone;                     ///< for times that name none
  std::vector<WrittenTime> anchors;  ///< dated times stated elsewhere: they tell the day of an entry with their clock
  std::vector<seconds> clocks;       ///< clock times written with am or pm elsewhere
};

/// The time of an entry, and what the reader of the section knows about it.
struct EntryTime {
  std::optional<ReadTime> read;
  std::optional<Date> day_line;  ///< a line of its own above the entry that names its day
  std::string_view words;        ///< what the entry says: a change may well have happened on the evening before
};

/// The days and half-days that were left out, filled in: times go on from one entry to the next, past noon where nobody
/// wrote am or pm, and past midnight; a clock that falls back by less, or only once, is a slip. What stays without a
/// date has none.
std::vector<std::optional<WrittenTime>> place_in_order(std::vector<EntryTime> entries, const TimelineContext& context);

}  // namespace hindsight
