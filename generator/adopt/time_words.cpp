#include "adopt/time_words.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <re2/re2.h>
#include <utility>

#include "adopt/zone_words.hpp"
#include "base/byte_set.hpp"
#include "base/text.hpp"

using std::chrono::hours;
using std::chrono::minutes;

namespace hindsight {
namespace {

enum class Place { leading, sentence };

struct Clock {
  seconds since_midnight{};
  bool has_seconds = false;
  bool has_half = false;
};

bool consume_if(re2::StringPiece& text, const RE2& pattern) { return RE2::Consume(&text, pattern); }

/// 404, 50% and 1.5.2 are no times.
bool number_goes_on(std::string_view rest) {
  if (rest.empty()) return false;
  const bool is_joint = rest.front() == '.' || rest.front() == ':';
  return is_digit(rest.front()) || rest.front() == '%' || (is_joint && rest.size() > 1 && is_digit(rest[1]));
}

std::optional<Clock> clock_of(int hour, int minute, const std::string& second, const std::string& half) {
  Clock clock;
  clock.has_half = !half.empty();
  clock.has_seconds = !second.empty();
  if (clock.has_half && hour <= 12) hour = hour % 12 + (to_lower_ascii(half) == "p" ? 12 : 0);
  const int in_minute = second.empty() ? 0 : std::stoi(second);
  if (hour > 23 || minute > 59 || in_minute > 59) return std::nullopt;
  clock.since_midnight = hours(hour) + minutes(minute) + seconds(in_minute);
  return clock;
}

/// "22:13", the clock of most timelines; none if anything more could belong to it.
std::optional<Clock> plain_clock(std::string_view text, std::size_t digits) {
  if (digits > 2 || text.size() < digits + 3) return std::nullopt;
  const std::string_view minute = text.substr(digits + 1, 2);
  if (text[digits] != ':' || !std::ranges::all_of(minute, is_digit)) return std::nullopt;
  std::string_view rest = text.substr(digits + 3);
  const bool is_apart = rest.starts_with(' ');
  if (is_apart) rest.remove_prefix(1);
  constexpr std::string_view may_go_on = ":.,%aApPhH0123456789\t\n\f\r";
  if (!rest.empty() && may_go_on.find(rest.front()) != std::string_view::npos) return std::nullopt;
  const auto number = [](std::string_view two) {
    return std::accumulate(two.begin(), two.end(), 0, [](int sum, char digit) { return 10 * sum + (digit - '0'); });
  };
  return clock_of(number(text.substr(0, digits)), number(minute), "", "");
}

/// Whether "5 pm" can stand at the front of `text`.
bool may_have_half(std::string_view text, std::size_t digits) {
  constexpr std::string_view initials = "aApP";
  const std::string_view behind = text.substr(digits, 2);
  return std::ranges::any_of(behind, [&](char c) { return initials.find(c) != std::string_view::npos; });
}

/// A clock time at the front of `text`, which moves behind it.
std::optional<Clock> consume_clock(re2::StringPiece& text, Place place) {
#define HALF "(?:\\s?([aApP])\\.?[mM]\\b\\.?)"
  static const RE2 colons("0?(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?" HALF "?h?");
  static const RE2 dots("(\\d{1,2})\\.(\\d{2})" HALF "?");
  static const RE2 dots_with_half("(\\d{1,2})\\.(\\d{2})" HALF);
  static const RE2 letter("(\\d{1,2})[hH](\\d{2})\\b");
  static const RE2 hour_alone("(\\d{1,2})" HALF);
#undef HALF
  int hour = 0;
  int minute = 0;
  std::string second;
  std::string half;
  re2::StringPiece rest = text;
  const auto matches = [&](char behind) {
    switch (behind) {
      case ':': return RE2::Consume(&rest, colons, &hour, &minute, &second, &half);
      case '.': return RE2::Consume(&rest, place == Place::leading ? dots : dots_with_half, &hour, &minute, &half);
      case 'h':
      case 'H': return RE2::Consume(&rest, letter, &hour, &minute);
      default: return RE2::Consume(&rest, hour_alone, &hour, &half);
    }
  };
  const std::size_t digits = count_leading_digits({text.data(), text.size()});
  if (digits == 0 || digits > 3 || digits == text.size()) return std::nullopt;
  if (const std::optional<Clock> plain = plain_clock({text.data(), text.size()}, digits)) {
    text.remove_prefix(digits + 3);
    return plain;
  }
  if (std::string_view(":.hH").find(text[digits]) == std::string_view::npos &&
      !may_have_half({text.data(), text.size()}, digits)) {
    return std::nullopt;
  }
  if (!matches(text[digits]) || number_goes_on({rest.data(), rest.size()})) return std::nullopt;
  const std::optional<Clock> clock = clock_of(hour, minute, second, half);
  if (clock) text = rest;
  return clock;
}

bool consume_about(re2::StringPiece& text) {
  static const RE2 about("(?:~|≈|(?i:c\\.|ca\\.|circa|approx(?:\\.|imately)?|around|about|roughly)\\s)\\s*");
  constexpr std::string_view initials = "cCaArR~\xE2";  // E2 begins ≈
  if (text.empty() || initials.find(text[0]) == std::string_view::npos) return false;
  return consume_if(text, about);
}

/// Most words differ in their first letter.
bool begins_with_word(std::string_view text, std::string_view word) {
  return (text.front() | 0x20) == word.front() && starts_with_ignoring_case(text, word);
}

/// Cheap, for all the words that are none.
bool may_begin_time(std::string_view text) {
  static constexpr std::array<std::string_view, 17> words = {"jan",   "feb",    "mar",   "apr",   "may",    "jun",
                                                             "jul",   "aug",    "sep",   "oct",   "nov",    "dec",
                                                             "appro", "around", "about", "circa", "roughly"};
  static constexpr ByteSet initials = ByteSet::of("jfmasondcrJFMASONDCR");
  if (is_digit(text.front()) || text.front() == '~' || text.starts_with("≈")) return true;
  if (!initials.contains(text.front())) return false;
  const auto is_word = [&](std::string_view word) { return begins_with_word(text, word); };
  // A word alone is no time: a number must follow soon.
  constexpr std::size_t soon = 48;
  return std::ranges::any_of(words, is_word) && std::ranges::any_of(text.substr(0, soon), is_digit);
}

/// One end of a range: a date, a clock time, a zone, each optional but the first two together.
struct End {
  WrittenTime time;
  std::optional<seconds> zone_offset;
  bool has_half = false;
};

void consume_zone_of(End& end, re2::StringPiece& text) {
  const std::optional<ZoneWord> word = consume_zone(text);
  if (!word) return;
  end.time.zone = word->zone;
  end.zone_offset = word->offset;
}

std::optional<End> consume_end(re2::StringPiece& text, Place place, const DateHints& hints) {
  static const RE2 between_date_and_clock("(?:T|_|,?\\s*(?i:-|–|—|at|,|@|\\|)?\\s*)");
  static const RE2 no_clock("\\s*[-–?xX]{2}:[-–?xX]{2}");
  static const RE2 dashes("(\\d{2})-(\\d{2})-(\\d{2})\\b");
  End end;
  re2::StringPiece rest = text;
  end.time.approximate = consume_about(rest);
  end.time.date = consume_date(rest, hints);
  if (end.time.date && consume_if(rest, no_clock)) {
    text = rest;
    return end;
  }
  re2::StringPiece ahead = rest;
  if (end.time.date) consume_if(ahead, between_date_and_clock);
  const bool about = consume_about(ahead);
  std::optional<Clock> clock = consume_clock(ahead, place);
  int hour = 0;
  int minute = 0;
  std::string second;
  if (!clock && end.time.date && RE2::Consume(&ahead, dashes, &hour, &minute, &second)) {
    clock = clock_of(hour, minute, second, "");
  }
  if (clock) {
    end.time.clock = clock->since_midnight;
    end.time.has_seconds = clock->has_seconds;
    end.has_half = clock->has_half;
    end.time.approximate = end.time.approximate || about;
    rest = ahead;
    consume_zone_of(end, rest);
  }
  if (!end.time.date && !end.time.clock) return std::nullopt;
  text = rest;
  return end;
}

/// "10:00 - 11:30 AM": what one end says counts for the other, unless it would come after it then.
void share_half(ReadTime& read, bool end_has_half) {
  if (read.has_half || !end_has_half || !read.time.clock || *read.time.clock >= hours(12)) return;
  const seconds afternoon = *read.time.clock + hours(12);
  if (*read.until->clock >= hours(12) && afternoon <= *read.until->clock) read.time.clock = afternoon;
  read.has_half = true;
}

/// Cheap, for all that stands behind a clock time and is no date.
bool may_be_late_date(std::string_view text) {
  static constexpr auto words =
      std::to_array<std::string_view>({"on",  "of",  "mon", "tue", "wed", "thu", "fri", "sat", "sun", "jan", "feb",
                                       "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"});
  text.remove_prefix(std::min(text.find_first_not_of(" \t\n\f\r\v,("), text.size()));
  if (text.empty() || is_digit(text.front())) return !text.empty();
  return std::ranges::any_of(words, [&](std::string_view word) { return begins_with_word(text, word); });
}

/// "on 2026-04-06" behind a clock time.
void consume_late_date(ReadTime& read, re2::StringPiece& text, const DateHints& hints) {
  static const RE2 joint(
      "\\s*(?:,|\\()?\\s*(?i:on\\s+|of\\s+)?(?:(?i:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?"
      "\\s+)?");
  if (read.time.date || !read.time.clock || !may_be_late_date({text.data(), text.size()})) return;
  re2::StringPiece ahead = text;
  consume_if(ahead, joint);
  const std::optional<Date> date = consume_date(ahead, hints);
  if (!date) return;
  read.time.date = date;
  if (read.until && !read.until->date) read.until->date = date;
  text = ahead;
}

/// Cheap, for all that stands behind a time and leads to no other.
bool may_be_range(std::string_view text) {
  constexpr std::string_view first = "-,/&tTaAuU\xE2";  // E2 begins the dashes
  text.remove_prefix(std::min(text.find_first_not_of(" \t\n\f\r"), text.size()));
  return !text.empty() && first.find(text.front()) != std::string_view::npos;
}

std::optional<ReadTime> consume_time(re2::StringPiece& text, Place place, const DateHints& hints) {
  static const RE2 range("\\s*(?:-|–|—|(?i:to|and|until|till|through)\\s|,|/|&)\\s*");
  re2::StringPiece rest = text;
  const std::optional<End> begin = consume_end(rest, place, hints);
  if (!begin) return std::nullopt;
  ReadTime read{begin->time, std::nullopt, begin->zone_offset, begin->has_half, false};
  re2::StringPiece ahead = rest;
  if (read.time.clock && may_be_range({ahead.data(), ahead.size()}) && consume_if(ahead, range)) {
    const std::optional<End> end = consume_end(ahead, place, hints);
    if (end && end->time.clock) {
      read.until = end->time;
      share_half(read, end->has_half);
      if (!read.time.zone && end->time.zone) {
        read.time.zone = end->time.zone;
        read.zone_offset = end->zone_offset;
      }
      if (!read.until->zone) read.until->zone = read.time.zone;
      rest = ahead;
    }
  }
  if (place == Place::sentence) consume_late_date(read, rest, hints);
  text = rest;
  return read;
}

/// T+00:05, T+5m, T0, T-10 min.
std::optional<ReadTime> consume_relative(re2::StringPiece& text) {
  static const RE2 zero("T\\s?[+-]?\\s?0+(?::00)?(?:\\s?(?:m|min|minutes|h|s))?\\b");
  static const RE2 clock("T\\s?([+-])\\s?(\\d{1,3}):(\\d{2})\\b");
  static const RE2 units(
      "T\\s?([+-])\\s?(?:(\\d{1,3})\\s?h(?:ours?|rs?)?\\s?)?(?:(\\d{1,4})\\s?m(?:in(?:ute)?s?)?)?\\b");
  ReadTime read;
  read.is_relative = true;
  std::string sign;
  std::string hour;
  std::string minute;
  re2::StringPiece rest = text;
  if (RE2::Consume(&rest, zero)) {
    read.time.clock = seconds(0);
  } else if (RE2::Consume(&rest, clock, &sign, &hour, &minute) ||
             (RE2::Consume(&rest, units, &sign, &hour, &minute) && !(hour.empty() && minute.empty()))) {
    const seconds length = hours(hour.empty() ? 0 : std::stoi(hour)) + minutes(minute.empty() ? 0 : std::stoi(minute));
    read.time.clock = sign == "-" ? -length : length;
  } else {
    return std::nullopt;
  }
  text = rest;
  return read;
}

}  // namespace

std::optional<LeadingTime> read_leading_time(std::string_view text, const DateHints& hints) {
  static const RE2 blank(
      "[\\s\\[(]*(?:(?i:at|on|from|by|between|previous day|next "
      "day)\\s+)?(?:(?i:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?\\s+)?");
  static const RE2 separator("[\\])]?\\s*(?:=>|->|→|[:|,–—]|-+)?\\s*");

  if (!has_digit(text)) return std::nullopt;
  re2::StringPiece rest(text.data(), text.size());
  if (!is_digit(text.front())) consume_if(rest, blank);
  const char* begin = rest.data();
  LeadingTime result;
  std::optional<ReadTime> read = consume_time(rest, Place::leading, hints);
  if (!read) read = consume_relative(rest);
  if (!read) return std::nullopt;
  result.read = std::move(*read);
  result.written = trim(std::string_view(begin, static_cast<std::size_t>(rest.data() - begin)));
  if (!rest.empty()) consume_if(rest, separator);
  result.length = text.size() - rest.size();
  return result;
}

std::vector<FoundTime> find_times(std::string_view text, const DateHints& hints) {
  static constexpr ByteSet goes_on = ByteSet::of(".:/#_-\\=").with('0', '9').with('A', 'Z').with('a', 'z');
  std::vector<FoundTime> found;
  if (!has_digit(text)) return found;
  // All times have digits: none begins behind the last one.
  const auto last_digit = std::find_if(text.rbegin(), text.rend(), is_digit);
  const auto end_of_digits = static_cast<std::size_t>(text.rend() - last_digit);
  for (std::size_t at = 0; at < end_of_digits;) {
    const bool begins_word = at == 0 || !goes_on.contains(text[at - 1]);
    if (!begins_word || !may_begin_time(text.substr(at))) {
      ++at;
      continue;
    }
    re2::StringPiece rest(text.data() + at, text.size() - at);
    std::optional<ReadTime> read = consume_time(rest, Place::sentence, hints);
    if (!read) {
      ++at;
      continue;
    }
    const std::size_t end = text.size() - rest.size();
    found.push_back({std::move(*read), at, end});
    at = std::max(end, at + 1);
  }
  return found;
}

}  // namespace hindsight
