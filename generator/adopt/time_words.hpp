#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adopt/date_words.hpp"
#include "base/time.hpp"

namespace hindsight {

/// A time as text has it: what it does not say stays open.
struct ReadTime {
  WrittenTime time;
  std::optional<WrittenTime> until;    ///< the end of a range
  std::optional<seconds> zone_offset;  ///< what the zone's abbreviation means to the letter
  bool has_half = false;               ///< am or pm was written
  bool is_relative = false;            ///< T+5m: `clock` counts from the first event
};

/// A time at the beginning of a timeline's entry.
struct LeadingTime {
  ReadTime read;
  std::size_t length = 0;  ///< bytes of the text that belong to the time: range end, zone and separator included
  std::string written;     ///< the time alone, as it stands there
};

/// Reads what people write in front of a timeline entry: a date and a clock time (9:05, 09.05, 9:05:30, 9:05 PM, 9am,
/// 14h30, --:--), each optional but not both, ~ or "c." before, "at" before, brackets around, a range (09:10 - 09:26),
/// a zone behind, and a separator; T+5m. nullopt if the text does not begin so.
std::optional<LeadingTime> read_leading_time(std::string_view text, const DateHints& hints = {});

/// A time in a sentence.
struct FoundTime {
  ReadTime read;
  std::size_t begin = 0;  ///< bytes of the text
  std::size_t end = 0;
};

/// All clock times and dates in a text, in order. A dotted time counts only with am or pm: 3.15 is a version as well.
std::vector<FoundTime> find_times(std::string_view text, const DateHints& hints = {});

}  // namespace hindsight
