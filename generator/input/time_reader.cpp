#include "input/time_reader.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"

namespace hindsight {
namespace {

constexpr const char* wanted_time = "a time such as 2024-05-02T14:03Z, a date, or unknown";

}  // namespace

TimeReader::TimeReader(TimeZone zone, bool zone_is_set, Diagnostics& diagnostics)
    : zone_(std::move(zone)), zone_is_set_(zone_is_set), diagnostics_(diagnostics) {}

std::optional<Moment> TimeReader::read(std::string_view field, const std::string& text, const Location& location,
                                       const std::optional<Moment>& previous) {
  if (says_unknown(text)) return std::nullopt;
  const ScannedTime scanned = scan_time(text);
  const std::string name(field);
  if (!scanned.time) {
    diagnostics_.add(Rule::time_format, location, name + " is \"" + shorten(text, 60) + "\": " + scanned.problem,
                     wanted_time, "~ in front means approximate");
    return std::nullopt;
  }
  if (!scanned.time->date && !previous) {
    diagnostics_.add(Rule::time_format, location, name + " is a time of day, and no time before it has a date",
                     wanted_time, "add the date");
    return std::nullopt;
  }
  check_zone(*scanned.time, location);
  const Resolution resolution =
      scanned.time->date ? resolve(*scanned.time, zone_) : resolve_after(*scanned.time, *previous, zone_);
  if (!resolution.moment) {
    diagnostics_.add(Rule::time_nonexistent, location,
                     name + " is " + text + ", which clocks in " + zone_.name() + " skipped that day",
                     "a time that existed", "summer time began; was it an hour later?");
  } else if (resolution.ambiguous) {
    diagnostics_.add(Rule::time_ambiguous, location,
                     name + " is " + text + ", which came twice that day in " + zone_.name(), "a time with its offset",
                     "the first is taken, " + format_offset(resolution.moment->offset));
  }
  return resolution.moment;
}

std::optional<Date> TimeReader::read_date(std::string_view field, const std::string& text, const Location& location) {
  if (says_unknown(text)) return std::nullopt;
  const ScannedTime scanned = scan_time(text);
  if (scanned.time && scanned.time->date) return scanned.time->date;
  diagnostics_.add(Rule::time_format, location,
                   std::string(field) + " is \"" + shorten(text, 60) + "\"" +
                       (scanned.problem.empty() ? "" : ": " + scanned.problem),
                   "a date such as 2024-05-02");
  return std::nullopt;
}

void TimeReader::check_zone(const WrittenTime& written, const Location& location) {
  const bool has_zone = written.offset || written.zone || !written.clock;
  if (has_zone || zone_is_set_ || zone_was_reported_) return;
  zone_was_reported_ = true;
  diagnostics_.add(Rule::time_zone_missing, location, "a time without offset or zone", "an offset such as Z or +02:00",
                   "it is read as UTC; set `timezone: Europe/Berlin` here or in site.yml");
}

bool says_unknown(std::string_view text) {
  constexpr std::array words = {"unknown", "n/a", "na", "none", "tbd", "?"};
  const std::string_view trimmed = trim(text);
  return std::ranges::any_of(words, [&](const char* word) { return equals_ignoring_case(trimmed, word); });
}

}  // namespace hindsight
