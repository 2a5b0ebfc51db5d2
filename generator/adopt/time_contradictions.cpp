#include "adopt/time_contradictions.hpp"

#include <algorithm>
#include <array>

using std::chrono::days;
using std::chrono::minutes;

namespace hindsight {
namespace {

std::string described(Milestone milestone, const SaidTime& said) {
  return std::string(field_of(milestone)) + " in line " + std::to_string(said.line);
}

/// Drops the less sure of two times that stand the wrong way round.
void settle_order(IncidentTimes& times, const std::string& file, Diagnostics& diagnostics) {
  constexpr std::array order = {Milestone::started, Milestone::detected, Milestone::mitigated, Milestone::resolved};
  for (std::size_t later = 1; later < order.size(); ++later) {
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      std::optional<SaidTime>& first = times.of(order[earlier]);
      std::optional<SaidTime>& second = times.of(order[later]);
      if (!first || !second || !comparable(first->time, second->time)) continue;
      // To the minute: one of the two may have been written with seconds.
      if (order_of(first->time) < order_of(second->time) + minutes(1)) continue;
      const bool drops_first = first->confidence > second->confidence;
      diagnostics.add(
          Rule::implausible_inference, {file, drops_first ? first->line : second->line, 1},
          "read as " + described(order[later], *second) + ", which is before " + described(order[earlier], *first),
          "times in order", "the less certain one is left out; state both in front matter");
      (drops_first ? first : second).reset();
    }
  }
}

/// A duration that the times do not bear out: office hours, a wrong sum, a slip in a time.
void check_duration(const IncidentTimes& times, const std::string& file, Diagnostics& diagnostics) {
  const std::optional<SaidTime>& start = times.of(Milestone::started);
  const std::optional<SaidTime>& end = times.of(Milestone::mitigated);
  if (!times.duration || times.duration->rule == "sentence, about" || !start || !end) return;
  if (!comparable(start->time, end->time)) return;
  const seconds computed = order_of(end->time) - order_of(start->time);
  const seconds difference = std::chrono::abs(times.duration->value - computed);
  if (difference <= std::max<seconds>(minutes(2), computed / 10)) return;
  diagnostics.add(Rule::text_contradiction, {file, times.duration->line, 1},
                  "a duration of " + format_duration(times.duration->value) + " is stated",
                  format_duration(computed) + ", from line " + std::to_string(start->line) + " to line " +
                      std::to_string(end->line),
                  "figures count the times");
}

/// A date copied from another report.
void check_day(const DocumentClock& clock, const std::string& file, Diagnostics& diagnostics) {
  constexpr auto neighbours = days(7);
  if (!clock.date || !clock.other_date || clock.other_date->line == 0 || clock.date->line == 0) return;
  if (clock.other_date->rule == "sentence") return;  // the prose may tell of other days
  if (std::chrono::abs(clock.date->value - clock.other_date->value) <= neighbours) return;
  diagnostics.add(Rule::text_contradiction, {file, clock.other_date->line, 1},
                  "the incident seems to be of " + format_date(clock.other_date->value),
                  format_date(clock.date->value) + ", as in line " + std::to_string(clock.date->line),
                  "a date left over from another report?");
}

}  // namespace

seconds order_of(const WrittenTime& time) {
  if (!time.date) return time.clock.value_or(seconds(0));
  const Resolution resolution = resolve(time, TimeZone());
  return resolution.moment ? resolution.moment->at.time_since_epoch() : Instant(*time.date).time_since_epoch();
}

bool comparable(const WrittenTime& a, const WrittenTime& b) {
  return a.date.has_value() == b.date.has_value() && a.clock && b.clock;
}

IncidentTimes without_contradictions(IncidentTimes times, const DocumentClock& clock, const std::string& file,
                                     Diagnostics& diagnostics) {
  settle_order(times, file, diagnostics);
  check_duration(times, file, diagnostics);
  check_day(clock, file, diagnostics);
  return times;
}

}  // namespace hindsight
