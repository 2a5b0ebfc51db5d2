#include "adopt/time_candidates.hpp"

using std::chrono::days;

namespace hindsight {

WrittenTime TimeCompleter::complete(WrittenTime time, const std::optional<Date>& date) const {
  if (!time.date) time.date = date;
  if (!time.date && clock_.date) time.date = clock_.date->value;
  if (time.clock && !time.zone && !time.offset && clock_.zone) {
    if (time.date) {
      time.zone = clock_.zone->value.zone;
    } else {
      time.offset = clock_.zone->value.offset;
    }
  }
  return time;
}

WrittenTime TimeCompleter::with_offset(WrittenTime time, const ReadTime& read) {
  if (!time.date && time.zone) {
    time.zone.reset();
    time.offset = read.zone_offset;
  }
  return time;
}

WrittenTime TimeCompleter::end_of(const ReadTime& read, const WrittenTime& begin,
                                  const std::optional<Date>& date) const {
  WrittenTime end = complete(*read.until, read.until->date ? std::nullopt : begin.date ? begin.date : date);
  if (end.date && !read.until->date && *end.clock < *begin.clock) *end.date += days(1);
  if (!end.zone && !end.offset) {
    end.zone = begin.zone;
    end.offset = begin.offset;
  }
  return with_offset(end, read);
}

}  // namespace hindsight
