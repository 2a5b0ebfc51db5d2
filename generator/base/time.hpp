#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

/// Points in time, time zones and their text forms. Owns the date library's time zones.
namespace hindsight {

using std::chrono::seconds;

/// Seconds since 1970-01-01 UTC, without leap seconds.
using Instant = std::chrono::sys_seconds;

/// A day of the calendar, in no zone.
using Date = std::chrono::sys_days;

/// How finely a time was written. A day is too coarse for a duration.
enum class Precision { second, minute, day };

/// A time that somebody wrote down.
struct Moment {
  Instant at{};  ///< for a day: its first second in the zone
  Precision precision = Precision::minute;
  bool approximate = false;   ///< written with ~
  seconds offset{};           ///< local time minus UTC, where it was written
  bool assumes_zone = false;  ///< the text names no zone: it is in the default one

  friend bool operator==(const Moment&, const Moment&) = default;
};

struct WrittenTime;
struct Resolution;

/// A zone of the IANA database. UTC by default.
class TimeZone {
 public:
  /// nullopt for a name that is not in the database, and for `localtime`, which would differ from machine to machine.
  static std::optional<TimeZone> find(std::string_view name);

  const std::string& name() const { return name_; }

  /// Local time minus UTC at `at`.
  seconds offset_at(Instant at) const;

 private:
  friend Resolution resolve(const WrittenTime& written, const TimeZone& default_zone);

  std::string name_ = "UTC";
  const void* zone_ = nullptr;  ///< a date::time_zone of the process-wide database; null for UTC
};

/// A time as text states it; what is missing comes from elsewhere.
struct WrittenTime {
  std::optional<Date> date;
  std::optional<seconds> clock;   ///< since midnight
  std::optional<seconds> offset;  ///< local time minus UTC
  std::optional<TimeZone> zone;   ///< named behind the time
  bool has_seconds = false;
  bool approximate = false;
};

struct ScannedTime {
  std::optional<WrittenTime> time;
  std::string problem;  ///< when there is no time: what is wrong, for a message
};

/// Reads a time of front matter: RFC 3339 (space or T; seconds, fraction and offset optional), a date, or a clock time
/// alone; a zone name or offset behind a space; ~ in front.
ScannedTime scan_time(std::string_view text);

/// Reads YYYY-MM-DD; nullopt for anything else, and for a day that is not in the calendar.
std::optional<Date> scan_date(std::string_view text);

struct Resolution {
  std::optional<Moment> moment;  ///< none if the clocks skipped this local time
  bool ambiguous = false;        ///< the local time came twice; `moment` is the first
};

/// The instant of a written time that has a date; `default_zone` counts unless the text has its own offset or zone.
Resolution resolve(const WrittenTime& written, const TimeZone& default_zone);

/// The instant of a clock time without a date: on the day of `previous` (in the zone), or on the next day if it would
/// lie before it.
Resolution resolve_after(const WrittenTime& clock, const Moment& previous, const TimeZone& zone);

/// The day of `at` in UTC.
Date day_of(Instant at);

/// The day that a moment has where it was written.
Date local_day_of(const Moment& moment);

/// The day that format_time() prints: in UTC, or for a mere day the day as written.
Date printed_day_of(const Moment& moment);

int year_of(Date date);

std::string format_date(Date date);         ///< "2024-05-02"
std::string format_clock(Instant at);       ///< "14:03", in UTC
std::string format_time(const Moment& m);   ///< "2024-05-02 14:03 UTC", "~2024-05-02 14:03 UTC", "2024-05-02"
std::string format_iso(Instant at);         ///< "2024-05-02T14:03:00Z"
std::string format_iso(const Moment& m);    ///< as above, or "2024-05-02" for a day
std::string format_offset(seconds offset);  ///< "+02:00"

/// A duration for people: "0m", "42s", "6m", "3h 10m", "2d 4h". Rounds to the smaller unit shown. Negative gets "-".
std::string format_duration(seconds duration);

/// The same in words for screen readers: "3 hours 10 minutes".
std::string format_duration_long(seconds duration);

/// The ISO 8601 form for <time datetime> and JSON: "PT3H10M".
std::string format_duration_iso(seconds duration);

}  // namespace hindsight
