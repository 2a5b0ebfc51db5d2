#include "base/time.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include <date/tz.h>
#include <fmt/format.h>

#include "base/fatal.hpp"
#include "base/text.hpp"

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

namespace hindsight {
namespace {

/// Writes `number`, from 0 to 99, over two characters.
void put_two_digits(char* place, long number) {
  place[0] = static_cast<char>('0' + number / 10);
  place[1] = static_cast<char>('0' + number % 10);
}

bool has_four_digits(std::chrono::year year) { return year >= std::chrono::year(0) && year <= std::chrono::year(9999); }

/// Writes a date of a year with four digits over "YYYY-MM-DD".
void put_date(char* place, const std::chrono::year_month_day& date) {
  const auto year = static_cast<int>(date.year());
  put_two_digits(place, year / 100);
  put_two_digits(place + 2, year % 100);
  put_two_digits(place + 5, static_cast<unsigned>(date.month()));
  put_two_digits(place + 8, static_cast<unsigned>(date.day()));
}

/// The seconds since midnight.
long second_of_day(Instant at) { return (at - Instant(day_of(at))).count(); }

/// Writes a clock time over "HH:MM".
void put_clock(char* place, long second) {
  put_two_digits(place, second / 3600);
  put_two_digits(place + 3, second / 60 % 60);
}

/// Reads fixed-width numbers and literal characters from the front of a text.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool empty() const { return rest_.empty(); }
  std::string_view rest() const { return rest_; }

  bool accept(char wanted) {
    if (rest_.empty() || rest_.front() != wanted) return false;
    rest_.remove_prefix(1);
    return true;
  }

  /// Exactly `width` digits.
  std::optional<int> number(std::size_t width) {
    if (rest_.size() < width) return std::nullopt;
    int value = 0;
    for (const char c : rest_.substr(0, width)) {
      if (!is_digit(c)) return std::nullopt;
      value = value * 10 + (c - '0');
    }
    rest_.remove_prefix(width);
    return value;
  }

  void skip_digits() {
    while (!rest_.empty() && is_digit(rest_.front())) rest_.remove_prefix(1);
  }

 private:
  std::string_view rest_;
};

constexpr const char* bad_shape = "not a time";

/// YYYY-MM-DD at the front. `problem` is set if it has the shape of a date but is none.
std::optional<Date> scan_date_prefix(Scanner& scanner, std::string& problem) {
  Scanner ahead = scanner;
  const std::optional<int> year = ahead.number(4);
  const bool first_dash = ahead.accept('-');
  const std::optional<int> month = ahead.number(2);
  const bool second_dash = ahead.accept('-');
  const std::optional<int> day = ahead.number(2);
  if (!year || !first_dash || !month || !second_dash || !day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) {
    problem = fmt::format("{:04}-{:02}-{:02} is not in the calendar", *year, *month, *day);
    return std::nullopt;
  }
  scanner = ahead;
  return Date(date);
}

/// HH:MM, optionally :SS and a fraction, at the front.
std::optional<seconds> scan_clock_prefix(Scanner& scanner, bool& has_seconds, std::string& problem) {
  Scanner ahead = scanner;
  const std::optional<int> hour = ahead.number(2);
  const bool colon = ahead.accept(':');
  const std::optional<int> minute = ahead.number(2);
  if (!hour || !colon || !minute) return std::nullopt;
  int second = 0;
  has_seconds = ahead.accept(':');
  if (has_seconds) {
    const std::optional<int> value = ahead.number(2);
    if (!value) return std::nullopt;
    second = *value == 60 ? 59 : *value;  // a leap second: UTC without leap seconds has no name for it
    if (ahead.accept('.')) ahead.skip_digits();
  }
  if (*hour > 23 || *minute > 59 || second > 59) {
    problem = fmt::format("{:02}:{:02} is not a time of day (00:00 to 23:59)", *hour, *minute);
    return std::nullopt;
  }
  scanner = ahead;
  return hours(*hour) + minutes(*minute) + seconds(second);
}

/// Z, +HH:MM, +HHMM or +HH, and nothing behind.
std::optional<seconds> scan_offset(std::string_view text) {
  if (text == "Z" || text == "z" || text == "UTC" || text == "GMT") return seconds(0);
  if (text.empty() || (text.front() != '+' && text.front() != '-')) return std::nullopt;
  Scanner scanner(text.substr(1));
  const std::optional<int> hour = scanner.number(2);
  scanner.accept(':');
  const std::optional<int> minute = scanner.empty() ? 0 : scanner.number(2);
  if (!hour || !minute || !scanner.empty() || *hour > 14 || *minute > 59) return std::nullopt;
  const seconds offset = hours(*hour) + minutes(*minute);
  return text.front() == '-' ? -offset : offset;
}

/// The offset or zone behind a clock time.
bool scan_zone(std::string_view text, WrittenTime& time, std::string& problem) {
  const std::string_view name = trim(text);
  if (name.empty()) return true;
  time.offset = scan_offset(name);
  if (time.offset) return true;
  if (name.find('/') != std::string_view::npos) time.zone = TimeZone::find(name);
  if (time.zone) return true;
  problem = fmt::format("\"{}\" behind the time is neither an offset nor a zone", name);
  return false;
}

const date::time_zone* as_zone(const void* zone) { return static_cast<const date::time_zone*>(zone); }

struct DurationParts {
  bool negative;
  long days, hours, minutes, seconds;
};

/// Rounded to the smaller of the two units that are shown.
DurationParts parts_of(seconds duration) {
  long total = std::labs(static_cast<long>(duration.count()));
  if (total >= 86400) {
    total = (total + 1800) / 3600 * 3600;
  } else if (total >= 60) {
    total = (total + 30) / 60 * 60;
  }
  return {duration.count() < 0, total / 86400, total / 3600 % 24, total / 60 % 60, total % 60};
}

/// A zone that the system has and the library could not load is no slip of an author.
bool is_on_this_system(std::string_view name) {
  if (name.starts_with('/') || name.starts_with("right/") || name.starts_with("posix/")) return false;
  std::ifstream file("/usr/share/zoneinfo/" + std::string(name), std::ios::binary);
  std::array<char, 4> magic{};
  file.read(magic.data(), magic.size());
  return std::string_view(magic.data(), magic.size()) == "TZif";
}

}  // namespace

std::optional<TimeZone> TimeZone::find(std::string_view name) {
  TimeZone zone;
  if (name == "UTC" || name == "Etc/UTC" || name == "Z" || name == "GMT") return zone;
  const auto is_of_a_name = [](char c) {
    return is_letter(c) || is_digit(c) || std::string_view("+-_/").find(c) != std::string_view::npos;
  };
  if (!std::ranges::all_of(name, is_of_a_name)) return std::nullopt;
  if (name == "localtime" || name == "Factory" || name == "posixrules" || name.find("..") != std::string_view::npos)
    return std::nullopt;
  try {
    const date::time_zone* const found = date::locate_zone(std::string(name));
    found->get_info(Instant());  // reads the zone's file, which must not fail later
    zone.zone_ = found;
    zone.name_ = name;
    return zone;
  } catch (const std::runtime_error&) {
    if (is_on_this_system(name)) throw Fatal("the system's time zone " + std::string(name) + " can't be read");
    return std::nullopt;
  }
}

seconds TimeZone::offset_at(Instant at) const {
  return zone_ == nullptr ? seconds(0) : as_zone(zone_)->get_info(at).offset;
}

ScannedTime scan_time(std::string_view text) {
  ScannedTime result;
  WrittenTime time;
  text = trim(text);
  time.approximate = text.starts_with('~');
  if (time.approximate) text = trim(text.substr(1));
  Scanner scanner(text);
  time.date = scan_date_prefix(scanner, result.problem);
  if (!result.problem.empty()) return result;
  const bool clock_follows = !time.date || scanner.accept('T') || scanner.accept('t') || scanner.accept(' ');
  if (clock_follows) {
    time.clock = scan_clock_prefix(scanner, time.has_seconds, result.problem);
    if (!time.clock) {
      if (result.problem.empty()) result.problem = bad_shape;
      return result;
    }
    if (!scan_zone(scanner.rest(), time, result.problem)) return result;
  } else if (!scanner.empty()) {
    result.problem = bad_shape;
    return result;
  }
  result.time = time;
  return result;
}

std::optional<Date> scan_date(std::string_view text) {
  Scanner scanner(trim(text));
  std::string problem;
  const std::optional<Date> date = scan_date_prefix(scanner, problem);
  return scanner.empty() ? date : std::nullopt;
}

Resolution resolve(const WrittenTime& written, const TimeZone& default_zone) {
  const TimeZone& zone = written.zone ? *written.zone : default_zone;
  const seconds clock = written.clock.value_or(seconds(0));
  Moment moment;
  moment.approximate = written.approximate;
  moment.assumes_zone = written.clock && !written.offset && !written.zone;
  moment.precision = !written.clock ? Precision::day : written.has_seconds ? Precision::second : Precision::minute;
  const Instant as_if_utc = Instant(*written.date) + clock;
  if (written.offset || zone.zone_ == nullptr) {
    moment.offset = written.offset.value_or(seconds(0));
    moment.at = as_if_utc - moment.offset;
    return {moment, false};
  }
  const date::local_seconds local(as_if_utc.time_since_epoch());
  const date::local_info info = as_zone(zone.zone_)->get_info(local);
  // A day that begins inside a gap (some zones change at midnight) still is a day: it begins when the gap ends.
  if (info.result == date::local_info::nonexistent && written.clock) return {};
  moment.offset = info.first.offset;
  moment.at = as_if_utc - moment.offset;
  return {moment, info.result == date::local_info::ambiguous && written.clock.has_value()};
}

Resolution resolve_after(const WrittenTime& clock, const Moment& previous, const TimeZone& zone) {
  WrittenTime dated = clock;
  const TimeZone& own_zone = clock.zone ? *clock.zone : zone;
  const seconds offset = clock.offset.value_or(own_zone.offset_at(previous.at));
  dated.date = day_of(previous.at + offset);
  const Resolution same_day = resolve(dated, zone);
  if (same_day.moment && same_day.moment->at >= previous.at) return same_day;
  if (!same_day.moment) return same_day;
  *dated.date += days(1);
  return resolve(dated, zone);
}

Date day_of(Instant at) { return std::chrono::floor<days>(at); }

Date local_day_of(const Moment& moment) { return day_of(moment.at + moment.offset); }

Date printed_day_of(const Moment& moment) {
  return moment.precision == Precision::day ? local_day_of(moment) : day_of(moment.at);
}

int year_of(Date date) { return static_cast<int>(std::chrono::year_month_day(date).year()); }

std::string format_date(Date date) {
  const std::chrono::year_month_day ymd(date);
  if (!has_four_digits(ymd.year())) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                       static_cast<unsigned>(ymd.day()));
  }
  std::string text = "YYYY-MM-DD";
  put_date(text.data(), ymd);
  return text;
}

std::string format_clock(Instant at) {
  std::string text = "HH:MM";
  put_clock(text.data(), second_of_day(at));
  return text;
}

std::string format_time(const Moment& moment) {
  std::string text = moment.approximate ? "~" : "";
  text += format_date(printed_day_of(moment));
  if (moment.precision == Precision::day) return text;
  (text += ' ') += format_clock(moment.at);
  if (moment.precision == Precision::second) {
    text += ":SS";
    put_two_digits(text.data() + text.size() - 2, second_of_day(moment.at) % 60);
  }
  text += " UTC";
  return text;
}

std::string format_iso(Instant at) {
  std::string text;
  text.reserve(std::string_view("YYYY-MM-DDTHH:MM:SSZ").size());
  text += format_date(day_of(at));
  const std::size_t day_end = text.size();
  text += "THH:MM:SSZ";
  const long second = second_of_day(at);
  put_clock(text.data() + day_end + 1, second);
  put_two_digits(text.data() + day_end + 7, second % 60);
  return text;
}

std::string format_iso(const Moment& moment) {
  return moment.precision == Precision::day ? format_date(local_day_of(moment)) : format_iso(moment.at);
}

std::string format_offset(seconds offset) {
  const long total = std::labs(static_cast<long>(offset.count()));
  return fmt::format("{}{:02}:{:02}", offset.count() < 0 ? '-' : '+', total / 3600, total / 60 % 60);
}

std::string format_duration(seconds duration) {
  const DurationParts parts = parts_of(duration);
  std::string text = parts.negative ? "-" : "";
  const auto add = [&](long count, char unit) { (text += std::to_string(count)) += unit; };
  // The largest unit, and the next if there is any of it.
  const auto add_both = [&](long count, char unit, long smaller_count, char smaller_unit) {
    add(count, unit);
    if (smaller_count == 0) return;
    text += ' ';
    add(smaller_count, smaller_unit);
  };
  if (parts.days > 0) {
    add_both(parts.days, 'd', parts.hours, 'h');
  } else if (parts.hours > 0) {
    add_both(parts.hours, 'h', parts.minutes, 'm');
  } else if (parts.minutes > 0 || parts.seconds == 0) {
    add(parts.minutes, 'm');
  } else {
    add(parts.seconds, 's');
  }
  return text;
}

std::string format_duration_long(seconds duration) {
  const DurationParts parts = parts_of(duration);
  std::string text;
  const auto add = [&](long count, std::string_view unit) {
    if (count == 0) return;
    if (!text.empty()) text += " ";
    text += counted(count, unit);
  };
  add(parts.days, "day");
  add(parts.hours, "hour");
  if (parts.days == 0) add(parts.minutes, "minute");
  if (text.empty()) text = counted(parts.seconds, "second");
  return parts.negative ? "minus " + text : text;
}

std::string format_duration_iso(seconds duration) {
  const long total = std::labs(static_cast<long>(duration.count()));
  std::string text = duration.count() < 0 ? "-PT" : "PT";
  if (total == 0) return "PT0S";
  if (total >= 3600) (text += std::to_string(total / 3600)) += 'H';
  if (total / 60 % 60 > 0) (text += std::to_string(total / 60 % 60)) += 'M';
  if (total % 60 > 0) (text += std::to_string(total % 60)) += 'S';
  return text;
}

}  // namespace hindsight
