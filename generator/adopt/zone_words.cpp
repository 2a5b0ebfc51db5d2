#include "adopt/zone_words.hpp"

#include <algorithm>
#include <array>
#include <re2/re2.h>
#include <string>

#include "adopt/word_look.hpp"
#include "base/text.hpp"

using std::chrono::hours;
using std::chrono::minutes;

namespace hindsight {
namespace {

#define ZONE_NAME                                                                                                   \
  "(UTC|GMT|Z|PST|PDT|PT|MST|MDT|MT|CST|CDT|CT|EST|EDT|ET|CET|CEST|EET|EEST|WET|WEST|BST|EAT|WAT|CAT|SAST|MSK|JST|" \
  "KST|SGT|HKT|AEST|AEDT|NZST|NZDT|BRT)"
#define OFFSET "(?:UTC|GMT)?\\s?([+−–-])(\\d{1,2})(?::?([0-5]\\d))?"

/// Where people in that zone live. Clocks there change with the season, and people write the winter name in summer.
struct Abbreviation {
  std::string_view name;
  const char* zone;
  int offset_minutes;
  bool is_exact = true;  ///< false: the name covers summer and winter
};

constexpr auto abbreviations = std::to_array<Abbreviation>({
    {"UTC", "UTC", 0},
    {"GMT", "UTC", 0},
    {"Z", "UTC", 0},
    {"PST", "America/Los_Angeles", -480},
    {"PDT", "America/Los_Angeles", -420},
    {"PT", "America/Los_Angeles", 0, false},
    {"MST", "America/Denver", -420},
    {"MDT", "America/Denver", -360},
    {"MT", "America/Denver", 0, false},
    {"CST", "America/Chicago", -360},
    {"CDT", "America/Chicago", -300},
    {"CT", "America/Chicago", 0, false},
    {"EST", "America/New_York", -300},
    {"EDT", "America/New_York", -240},
    {"ET", "America/New_York", 0, false},
    {"CET", "Europe/Paris", 60},
    {"CEST", "Europe/Paris", 120},
    {"EET", "Europe/Helsinki", 120},
    {"EEST", "Europe/Helsinki", 180},
    {"WET", "Europe/Lisbon", 0},
    {"WEST", "Europe/Lisbon", 60},
    {"BST", "Europe/London", 60},
    {"EAT", "Africa/Nairobi", 180},
    {"WAT", "Africa/Lagos", 60},
    {"CAT", "Africa/Maputo", 120},
    {"SAST", "Africa/Johannesburg", 120},
    {"MSK", "Europe/Moscow", 180},
    {"JST", "Asia/Tokyo", 540},
    {"KST", "Asia/Seoul", 540},
    {"SGT", "Asia/Singapore", 480},
    {"HKT", "Asia/Hong_Kong", 480},
    {"AEST", "Australia/Sydney", 600},
    {"AEDT", "Australia/Sydney", 660},
    {"NZST", "Pacific/Auckland", 720},
    {"NZDT", "Pacific/Auckland", 780},
    {"BRT", "America/Sao_Paulo", -180},
});

std::optional<ZoneWord> zone_called(std::string_view name) {
  for (const Abbreviation& entry : abbreviations) {
    if (entry.name != name) continue;
    const std::optional<TimeZone> zone = TimeZone::find(entry.zone);
    if (!zone) return std::nullopt;
    return ZoneWord{*zone, entry.is_exact ? std::optional<seconds>(minutes(entry.offset_minutes)) : std::nullopt};
  }
  return std::nullopt;
}

/// Whole hours only: the database has no names for the others.
std::optional<ZoneWord> zone_at(std::string_view sign, int hour, int minute) {
  if (hour > 14 || minute != 0) return std::nullopt;
  const bool is_ahead = sign == "+";
  // The database counts the other way round: Etc/GMT+4 is four hours behind UTC.
  const std::string name = hour == 0 ? "UTC" : "Etc/GMT" + std::string(is_ahead ? "-" : "+") + std::to_string(hour);
  const std::optional<TimeZone> zone = TimeZone::find(name);
  if (!zone) return std::nullopt;
  return ZoneWord{*zone, seconds(hours(is_ahead ? hour : -hour))};
}

/// Cheap, for all the texts behind a time that name none.
bool may_begin_zone(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\n\f\r"), text.size()));
  if (text.starts_with('(') || text.starts_with('[')) text.remove_prefix(1);
  return !text.empty() && ((text.front() >= 'A' && text.front() <= 'Z') || text.front() == '+' || text.front() == '-');
}

/// Cheap, for all the texts that name none: a zone has two capitals, a bar, or one of these words in it.
bool may_name_zone(std::string_view text) {
  static constexpr WordLook words(
      std::to_array<std::string_view>({" time", "greenwich", "coordinated universal", "central european"}));
  const auto are_capitals = [](char a, char b) { return a >= 'A' && a <= 'Z' && b >= 'A' && b <= 'Z'; };
  return std::ranges::adjacent_find(text, are_capitals) != text.end() || text.find('/') != std::string_view::npos ||
         words.may_be_in(text);
}

}  // namespace

std::optional<ZoneWord> consume_zone(re2::StringPiece& text) {
  static const RE2 offset("\\s*\\(?" OFFSET "\\b\\)?");
  static const RE2 name("\\s*[(\\[]?" ZONE_NAME "\\b[)\\]]?(?:\\s+(?:time|TIME)\\b)?");
  if (!may_begin_zone({text.data(), text.size()})) return std::nullopt;
  re2::StringPiece rest = text;
  std::string sign;
  int hour = 0;
  int minute = 0;
  std::string minutes_text;
  std::string word;
  std::optional<ZoneWord> zone;
  static const RE2 is_named("\\s*\\(?(?:UTC|GMT)\\s?[+−–-]\\d|\\s*[+-]\\d\\d:?\\d\\d\\b");
  if (re2::StringPiece ahead = text;
      RE2::Consume(&ahead, is_named) && RE2::Consume(&rest, offset, &sign, &hour, &minutes_text)) {
    minute = minutes_text.empty() ? 0 : std::stoi(minutes_text);
    zone = zone_at(sign, hour, minute);
  } else if (RE2::Consume(&rest, name, &word)) {
    zone = zone_called(word);
  }
  if (zone) text = rest;
  return zone;
}

std::optional<ZoneWord> find_zone(std::string_view text) {
  static const RE2 offset("\\b(?:UTC|GMT)\\s?([+−–-])\\s?(\\d{1,2})(?::?(\\d\\d))?\\b");
  static const RE2 name("\\b" ZONE_NAME "\\b");
  static const RE2 region(
      "\\b((?i:US/Pacific|US/Eastern|US/Central|US/Mountain|(?:pacific|eastern|mountain|central "
      "european|central|greenw[it]+ch|coordinated universal)(?: mean| standard| daylight| summer)?(?: time)?))\\b");
  static const RE2 place(
      "\\b((?:Africa|America|Asia|Australia|Europe|Pacific)/[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_]+)?)\\b");
  if (!may_name_zone(text)) return std::nullopt;
  const re2::StringPiece piece(text.data(), text.size());
  std::string sign;
  int hour = 0;
  std::string minute;
  if (has_digit(text) && RE2::PartialMatch(piece, offset, &sign, &hour, &minute)) {
    return zone_at(sign, hour, minute.empty() ? 0 : std::stoi(minute));
  }
  std::string word;
  if (text.find('/') != std::string_view::npos && RE2::PartialMatch(piece, place, &word)) {
    const std::optional<TimeZone> zone = TimeZone::find(word);
    if (zone) return ZoneWord{*zone, std::nullopt};
  }
  re2::StringPiece rest = piece;
  while (RE2::FindAndConsume(&rest, name, &word)) {
    if (word != "Z" && word != "CAT" && word != "CT" && word != "MT") return zone_called(word);
  }
  rest = piece;
  while (RE2::FindAndConsume(&rest, region, &word)) {
    const std::string lower = to_lower_ascii(word);
    const bool says_time = lower.find(" time") != std::string::npos || lower.find('/') != std::string::npos;
    if (lower.starts_with("greenw") || lower.starts_with("coord")) return zone_called("GMT");
    if (lower.starts_with("central european")) return zone_called("CET");
    if (!says_time) continue;
    if (lower.find("pacific") != std::string::npos) return zone_called("PT");
    if (lower.find("eastern") != std::string::npos) return zone_called("ET");
    if (lower.find("mountain") != std::string::npos) return zone_called("MT");
    return zone_called("CT");
  }
  return std::nullopt;
}

}  // namespace hindsight
