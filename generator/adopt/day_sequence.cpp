#include "adopt/day_sequence.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "adopt/event_words.hpp"

using std::chrono::days;
using std::chrono::hours;

namespace hindsight {
namespace {

/// A clock that falls back by less is a slip or an afterthought, not a new day.
constexpr auto new_day_gap = hours(6);

/// Rows are copied from another report with a date this far away.
constexpr auto copied_row = days(2);

using Entries = std::vector<EntryTime>;

bool has_clock(const EntryTime& entry) { return entry.read && entry.read->time.clock && !entry.read->is_relative; }

void shift_to_afternoon(ReadTime& read) {
  const auto shift = [](std::optional<seconds>& clock) {
    if (clock && *clock < hours(12)) *clock += hours(12);
  };
  shift(read.time.clock);
  if (read.until) shift(read.until->clock);
}

bool is_written_without_halves(const Entries& entries) {
  return std::ranges::none_of(entries, [](const EntryTime& entry) {
    return has_clock(entry) &&
           (entry.read->has_half || *entry.read->time.clock >= hours(13) || *entry.read->time.clock < hours(1));
  });
}

/// "7:52" in the timeline and "7:52 p.m." in a sentence.
void take_halves_from_sentences(Entries& entries, const std::vector<seconds>& clocks) {
  if (!is_written_without_halves(entries)) return;
  int morning = 0;
  int evening = 0;
  for (const EntryTime& entry : entries) {
    if (!has_clock(entry)) continue;
    const seconds clock = *entry.read->time.clock;
    morning += std::ranges::find(clocks, clock) != clocks.end() ? 1 : 0;
    evening += clock < hours(12) && std::ranges::find(clocks, clock + hours(12)) != clocks.end() ? 1 : 0;
  }
  if (evening == 0 || morning > 0) return;
  for (EntryTime& entry : entries) {
    if (has_clock(entry)) shift_to_afternoon(*entry.read);
  }
}

/// 12.56, then 1.00: past noon on a clock of twelve hours.
void go_on_past_noon(Entries& entries) {
  if (!is_written_without_halves(entries)) return;
  std::optional<seconds> previous;
  bool is_afternoon = false;
  for (EntryTime& entry : entries) {
    if (entry.read && entry.read->time.date) is_afternoon = false;
    if (entry.day_line) is_afternoon = false;
    if (!has_clock(entry)) continue;
    const seconds clock = *entry.read->time.clock;
    if (previous && !is_afternoon && *previous >= hours(9) && clock < hours(7) && !entry.read->time.date &&
        !entry.day_line)
      is_afternoon = true;
    if (is_afternoon) shift_to_afternoon(*entry.read);
    previous = *entry.read->time.clock;
  }
}

/// Whether the clock of entry `at` fell back for good: the next one does not go on from before.
bool is_new_day(const Entries& entries, std::size_t at, seconds before) {
  for (std::size_t next = at + 1; next < entries.size(); ++next) {
    if (!has_clock(entries[next])) continue;
    if (entries[next].read->time.date || entries[next].day_line) return true;
    return *entries[next].read->time.clock < before;
  }
  return true;
}

/// A date that neither the entry before nor the one behind has, while these two agree.
void repair_lone_dates(Entries& entries) {
  for (std::size_t at = 1; at + 1 < entries.size(); ++at) {
    const auto date_of = [&](std::size_t index) {
      return entries[index].read ? entries[index].read->time.date : std::nullopt;
    };
    const std::optional<Date> date = date_of(at);
    const std::optional<Date> before = date_of(at - 1);
    if (!date || !before || before != date_of(at + 1)) continue;
    const auto distance = *date > *before ? *date - *before : *before - *date;
    if (distance > copied_row) entries[at].read->time.date = before;
  }
}

/// Whether everything before entry `at` tells of changes: a deployment on the evening before.
bool is_prelude(const Entries& entries, std::size_t at) {
  return std::all_of(entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(at), [](const EntryTime& entry) {
    return !has_clock(entry) || (tells_change(entry.words) && !tells_alarm(entry.words));
  });
}

void move_days(std::vector<std::optional<WrittenTime>>& times, std::size_t end, days by) {
  for (std::size_t at = 0; at < end; ++at) {
    if (times[at] && times[at]->date) *times[at]->date += by;
  }
}

/// When an entry has the very clock time of a dated time that is stated elsewhere, that tells its day.
void align(const std::vector<WrittenTime>& anchors, std::vector<std::optional<WrittenTime>>& times) {
  for (const WrittenTime& anchor : anchors) {
    for (const std::optional<WrittenTime>& time : times) {
      if (!time || !time->date || time->clock != anchor.clock) continue;
      move_days(times, times.size(), *anchor.date - *time->date);
      return;
    }
  }
}

}  // namespace

std::vector<std::optional<WrittenTime>> place_in_order(Entries entries, const TimelineContext& context) {
  take_halves_from_sentences(entries, context.clocks);
  go_on_past_noon(entries);
  repair_lone_dates(entries);
  const bool has_dates = std::ranges::any_of(
      entries, [](const EntryTime& entry) { return entry.day_line || (entry.read && entry.read->time.date); });
  std::optional<Date> date = context.date;
  std::optional<seconds> previous;
  std::vector<std::optional<WrittenTime>> times;
  for (std::size_t at = 0; at < entries.size(); ++at) {
    const EntryTime& entry = entries[at];
    times.emplace_back();
    if (entry.day_line) {
      date = entry.day_line;
      previous.reset();
    }
    if (!entry.read || entry.read->is_relative) continue;
    WrittenTime time = entry.read->time;
    if (time.date) {
      date = time.date;
    } else {
      time.date = date;
      if (time.clock && previous && *time.clock + new_day_gap <= *previous && is_new_day(entries, at, *previous)) {
        // The document's date is the day of the incident, not of the deployment on the evening before.
        if (!has_dates && is_prelude(entries, at)) {
          move_days(times, at, days(-1));
        } else if (date) {
          time.date = *date += days(1);
        }
      } else if (time.clock && previous && *time.clock < *previous) {
        times.back() = time;  // a slip: what follows goes on from before
        continue;
      }
    }
    if (time.clock) previous = time.clock;
    times.back() = time;
  }
  if (!has_dates) align(context.anchors, times);
  return times;
}

}  // namespace hindsight
