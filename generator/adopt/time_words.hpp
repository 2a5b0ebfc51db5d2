#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"

namespace hindsight {

/// A time as a timeline has it at the beginning of an entry.
struct LeadingTime {
  WrittenTime time;
  std::size_t length = 0;  ///< bytes of the text that belong to the time: range end, zone and separator included
  std::string written;     ///< the time alone, as it stands there
};

/// Reads what people write in front of a timeline entry: a date (2024-05-02, Oct 15, 2024, 28 January 2021,
/// July-25-2022) and a clock time (9:05, 09.05, 9:05:30, 9:05 PM), each optional but not both, ~ or "c." before, a
/// range (09:10 - 09:26: its beginning counts), a zone behind, and a separator. nullopt if the text does not begin so.
std::optional<LeadingTime> read_leading_time(std::string_view text);

/// The first date in `text`, in any of the forms above.
std::optional<Date> find_date(std::string_view text);

/// What `text` says about the zone of the times below it: "all times UTC", "Timeline (times in CEST)", "Time (EAT)".
/// A zone name that is only a word of the sentence (such as "IST" in a name) counts only if it stands alone in
/// capitals.
std::optional<TimeZone> find_zone(std::string_view text);

}  // namespace hindsight
