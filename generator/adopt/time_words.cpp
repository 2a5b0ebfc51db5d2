#include "adopt/time_words.hpp"

#include <array>
#include <re2/re2.h>
#include <utility>

#include "base/text.hpp"

using std::chrono::hours;
using std::chrono::minutes;

namespace hindsight {
namespace {

#define MONTH_NAME "(?i:(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)"
#define DAY_NUMBER "(\\d{1,2})(?:st|nd|rd|th)?"
#define ZONE_NAME                                                                                                  \
  "(UTC|GMT|Z|PST|PDT|PT|MST|MDT|CST|CDT|EST|EDT|ET|CET|CEST|EET|EEST|WET|WEST|BST|EAT|WAT|SAST|JST|SGT|HKT|AEST|" \
  "AEDT)"

unsigned month_number(std::string_view name) {
  constexpr std::string_view names = "janfebmaraprmayjunjulaugsepoctnovdec";
  return static_cast<unsigned>(names.find(to_lower_ascii(name.substr(0, 3))) / 3 + 1);
}

std::optional<Date> date_of(int year, unsigned month, unsigned day) {
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  return date.ok() ? std::optional<Date>(date) : std::nullopt;
}

/// A date with a year at the front of `text`, which moves behind it.
std::optional<Date> consume_date(re2::StringPiece& text) {
  static const RE2 iso("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
  static const RE2 month_first(MONTH_NAME "[.\\s-]*" DAY_NUMBER "[\\s,-]+(\\d{4})");
  static const RE2 day_first(DAY_NUMBER "[\\s-]+" MONTH_NAME "[.,]?[\\s,-]*(\\d{4})");
  int year = 0;
  int month = 0;
  int day = 0;
  std::string name;
  re2::StringPiece rest = text;
  std::optional<Date> date;
  if (RE2::Consume(&rest, iso, &year, &month, &day)) {
    date = date_of(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
  } else if (RE2::Consume(&rest, month_first, &name, &day, &year) ||
             RE2::Consume(&rest, day_first, &day, &name, &year)) {
    date = date_of(year, month_number(name), static_cast<unsigned>(day));
  }
  if (date) text = rest;
  return date;
}

/// A clock time at the front of `text`, which moves behind it. 9.05 counts, 1.5 and 404 do not.
std::optional<seconds> consume_clock(re2::StringPiece& text, bool& has_seconds) {
  static const RE2 clock("(\\d{1,2})[:.](\\d{2})(?::(\\d{2}))?(?:\\s?([aApP])\\.?[mM]\\b\\.?)?");
  static const RE2 number_goes_on("[\\d%]|[.:]\\d");
  int hour = 0;
  int minute = 0;
  std::string second;
  std::string half;
  re2::StringPiece rest = text;
  if (!RE2::Consume(&rest, clock, &hour, &minute, &second, &half)) return std::nullopt;
  if (re2::StringPiece ahead = rest; RE2::Consume(&ahead, number_goes_on)) return std::nullopt;
  if (!half.empty() && hour <= 12) hour = hour % 12 + (to_lower_ascii(half) == "p" ? 12 : 0);
  if (hour > 23 || minute > 59) return std::nullopt;
  has_seconds = !second.empty();
  text = rest;
  return hours(hour) + minutes(minute) + seconds(second.empty() ? 0 : std::stoi(second));
}

/// Where people in that zone live. Clocks there change with the season, and people write the winter name in summer.
std::optional<TimeZone> zone_of(std::string_view name) {
  static constexpr auto zones = std::to_array<std::pair<std::string_view, const char*>>({
      {"UTC", "UTC"},
      {"GMT", "UTC"},
      {"Z", "UTC"},
      {"PST", "America/Los_Angeles"},
      {"PDT", "America/Los_Angeles"},
      {"PT", "America/Los_Angeles"},
      {"MST", "America/Denver"},
      {"MDT", "America/Denver"},
      {"CST", "America/Chicago"},
      {"CDT", "America/Chicago"},
      {"EST", "America/New_York"},
      {"EDT", "America/New_York"},
      {"ET", "America/New_York"},
      {"CET", "Europe/Paris"},
      {"CEST", "Europe/Paris"},
      {"EET", "Europe/Helsinki"},
      {"EEST", "Europe/Helsinki"},
      {"WET", "Europe/Lisbon"},
      {"WEST", "Europe/Lisbon"},
      {"BST", "Europe/London"},
      {"EAT", "Africa/Nairobi"},
      {"WAT", "Africa/Lagos"},
      {"SAST", "Africa/Johannesburg"},
      {"JST", "Asia/Tokyo"},
      {"SGT", "Asia/Singapore"},
      {"HKT", "Asia/Hong_Kong"},
      {"AEST", "Australia/Sydney"},
      {"AEDT", "Australia/Sydney"},
  });
  for (const auto& [word, zone] : zones) {
    if (word == name) return TimeZone::find(zone);
  }
  return std::nullopt;
}

}  // namespace

std::optional<LeadingTime> read_leading_time(std::string_view text) {
  static const RE2 blank("\\s*(?:(?i:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?\\s+)?");
  static const RE2 about("(?:~|≈|(?i:c\\.|ca\\.|circa|approx\\.?|around|about))\\s*");
  static const RE2 between("(?:T|,?\\s*(?:-|–|at)?\\s*)");
  static const RE2 range("\\s*(?:-|–|—|to|and|,)\\s*");
  static const RE2 zone("\\s*\\(?" ZONE_NAME "\\b\\)?");
  static const RE2 separator("\\s*(?:[:|,–—]|-+)?\\s*");

  re2::StringPiece rest(text.data(), text.size());
  LeadingTime result;
  RE2::Consume(&rest, blank);
  const char* begin = rest.data();
  result.time.approximate = RE2::Consume(&rest, about);
  result.time.date = consume_date(rest);
  re2::StringPiece ahead = rest;
  if (result.time.date) RE2::Consume(&ahead, between);
  result.time.approximate = RE2::Consume(&ahead, about) || result.time.approximate;
  result.time.clock = consume_clock(ahead, result.time.has_seconds);
  if (result.time.clock) rest = ahead;
  if (!result.time.date && !result.time.clock) return std::nullopt;

  bool ignored = false;
  ahead = rest;
  if (result.time.clock && RE2::Consume(&ahead, range) && consume_clock(ahead, ignored)) rest = ahead;
  std::string name;
  ahead = rest;
  if (result.time.clock && RE2::Consume(&ahead, zone, &name)) {
    result.time.zone = zone_of(name);
    rest = ahead;
  }
  result.written = trim(std::string_view(begin, static_cast<std::size_t>(rest.data() - begin)));
  RE2::Consume(&rest, separator);
  result.length = text.size() - rest.size();
  return result;
}

std::optional<Date> find_date(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool begins_word = at == 0 || (!is_letter(text[at - 1]) && !is_digit(text[at - 1]));
    if (!begins_word || !(is_digit(text[at]) || is_letter(text[at]))) continue;
    re2::StringPiece rest(text.data() + at, text.size() - at);
    if (const auto date = consume_date(rest)) return date;
  }
  return std::nullopt;
}

std::optional<TimeZone> find_zone(std::string_view text) {
  static const RE2 offset("\\b(?:UTC|GMT)\\s?([+-])(\\d{1,2})(?::?00)?\\b");
  static const RE2 name("\\b" ZONE_NAME "\\b");
  static const RE2 region("(?i)\\b(pacific|eastern|central european|greenwich)\\b");
  const re2::StringPiece piece(text.data(), text.size());
  std::string sign;
  int hour = 0;
  if (RE2::PartialMatch(piece, offset, &sign, &hour)) {
    // The database counts the other way round: Etc/GMT+4 is four hours behind UTC.
    return TimeZone::find("Etc/GMT" + std::string(sign == "+" ? "-" : "+") + std::to_string(hour));
  }
  std::string word;
  if (RE2::PartialMatch(piece, name, &word)) return zone_of(word);
  if (!RE2::PartialMatch(piece, region, &word)) return std::nullopt;
  const std::string lower = to_lower_ascii(word);
  if (lower == "greenwich") return zone_of("GMT");
  return zone_of(lower == "pacific" ? "PT" : lower == "eastern" ? "ET" : "CET");
}

}  // namespace hindsight
