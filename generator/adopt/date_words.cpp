#include "adopt/date_words.hpp"

#include <cctype>
#include <re2/re2.h>
#include <string>

#include "base/byte_run.hpp"
#include "base/text.hpp"

namespace hindsight {
namespace {

#define MONTH_NAME \
  "(?i:(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?)\\b\\.?"
// "January23" has no boundary between the name and the day.
#define MONTH_BEFORE_DAY \
  "(?i:(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?)[.\\s-]*"
#define DAY_NUMBER "(\\d{1,2})(?:st|nd|rd|th)?"

/// A mere day and month are read as slips of a year unless they lie this near to what is known.
constexpr auto near_enough = std::chrono::days(45);

unsigned month_number(std::string_view name) {
  constexpr std::string_view names = "janfebmaraprmayjunjulaugsepoctnovdec";
  return static_cast<unsigned>(names.find(to_lower_ascii(name.substr(0, 3))) / 3 + 1);
}

std::optional<Date> date_of(int year, int month, int day) {
  if (year < 100) year += 2000;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  const bool plausible = year >= 1990 && year < 2100;
  return date.ok() && plausible ? std::optional<Date>(date) : std::nullopt;
}

bool is_near(const std::optional<Date>& date, const DateHints& hints) {
  if (!date || !hints.near) return false;
  const auto distance = *date > *hints.near ? *date - *hints.near : *hints.near - *date;
  return distance <= near_enough;
}

/// 12/01/2024 is one day in America and another one elsewhere.
std::optional<Date> date_of_slashes(int first, int second, int year, const DateHints& hints) {
  if (first > 12) return date_of(year, second, first);
  if (second > 12 || first == second) return date_of(year, first, second);
  const std::optional<Date> month_first = date_of(year, first, second);
  const std::optional<Date> day_first = date_of(year, second, first);
  if (hints.near && month_first == hints.near) return month_first;
  if (hints.near && day_first == hints.near) return day_first;
  if (is_near(month_first, hints) == is_near(day_first, hints)) return std::nullopt;
  return is_near(month_first, hints) ? month_first : day_first;
}

/// "June 13", where the year is known from elsewhere.
std::optional<Date> consume_short_date(re2::StringPiece& rest, int year) {
  static const RE2 month_first(MONTH_BEFORE_DAY DAY_NUMBER "\\b");
  static const RE2 day_first(DAY_NUMBER "[.]?[\\s-]+(?:of\\s+)?" MONTH_NAME);
  std::string name;
  int day = 0;
  const bool found = RE2::Consume(&rest, month_first, &name, &day) || RE2::Consume(&rest, day_first, &day, &name);
  // "may 5 users" is no date.
  if (!found || std::isupper(static_cast<unsigned char>(name.front())) == 0) return std::nullopt;
  return date_of(year, static_cast<int>(month_number(name)), day);
}

/// Cheap, for all the numbers and words that begin none: 14:02, 500, retried.
bool may_begin_date(std::string_view text) {
  constexpr std::string_view months = "janfebmaraprmayjunjulaugsepoctnovdec";
  if (text.size() < 4) return false;
  if (is_letter(text.front())) {
    const std::size_t found = months.find(to_lower_ascii(text.substr(0, 3)));
    return found != std::string_view::npos && found % 3 == 0;
  }
  const std::size_t digits = count_leading_digits(text);
  if (digits == text.size()) return false;
  const char next = text[digits];
  if (digits == 4) return next == '-' || next == '/' || next == '.' || next == '\xE2';  // which begins other hyphens
  return (digits == 1 || digits == 2) && next != ':';
}

}  // namespace

std::optional<Date> consume_date(re2::StringPiece& text, const DateHints& hints) {
  static const RE2 iso("(\\d{4})[-/.‐‑](\\d{1,2})[-/.‐‑](\\d{1,2})(?:\\b|T|_)");
  static const RE2 month_first(MONTH_BEFORE_DAY DAY_NUMBER "(?:[\\s,-]+|,)(\\d{4})\\b");
  static const RE2 day_first(DAY_NUMBER "[.]?[\\s-]+(?:of\\s+)?" MONTH_NAME "[,]?[\\s,-]*(\\d{4})\\b");
  static const RE2 numbers("(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4}|\\d{2})\\b");
  static const RE2 dotted("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})\\b");
  if (!may_begin_date({text.data(), text.size()})) return std::nullopt;
  int year = 0;
  int month = 0;
  int day = 0;
  std::string name;
  re2::StringPiece rest = text;
  std::optional<Date> date;
  if (RE2::Consume(&rest, iso, &year, &month, &day)) {
    date = date_of(year, month, day);
    // The T belongs to what follows.
    const char last = *(rest.data() - 1);
    if (last == 'T' || last == '_') rest = re2::StringPiece(rest.data() - 1, rest.size() + 1);
  } else if (RE2::Consume(&rest, month_first, &name, &day, &year) ||
             RE2::Consume(&rest, day_first, &day, &name, &year)) {
    date = date_of(year, static_cast<int>(month_number(name)), day);
  } else if (RE2::Consume(&rest, numbers, &month, &day, &year)) {
    date = date_of_slashes(month, day, year, hints);
  } else if (RE2::Consume(&rest, dotted, &day, &month, &year)) {
    date = date_of(year, month, day);
  } else if (hints.year) {
    date = consume_short_date(rest, *hints.year);
  }
  if (date) text = rest;
  return date;
}

bool may_hold_whole_date(std::string_view text) {
  const auto may_be_year = [](std::string_view number) {
    return number.starts_with("19") || number.starts_with("20") || number.starts_with("00");
  };
  // "4/6/26", "4-6-26"
  const auto begins_short_date = [](std::string_view rest) {
    for (int part = 0; part < 2; ++part) {
      const std::size_t digits = count_leading_digits(rest.substr(0, 3));
      if (digits < 1 || digits > 2 || digits == rest.size() || (rest[digits] != '/' && rest[digits] != '-'))
        return false;
      rest.remove_prefix(digits + 1);
    }
    return !rest.empty() && is_digit(rest.front());
  };
  while (true) {
    take_plain(text, [](Bytes c) { return c - '0' < 10; });
    if (text.empty()) return false;
    const std::size_t digits = count_leading_digits(text);
    if ((digits == 4 && may_be_year(text)) || begins_short_date(text)) return true;
    text.remove_prefix(digits);
  }
}

std::optional<Date> find_date(std::string_view text, const DateHints& hints) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool begins_word = at == 0 || (!is_letter(text[at - 1]) && !is_digit(text[at - 1]));
    if (!begins_word || !(is_digit(text[at]) || is_letter(text[at]))) continue;
    re2::StringPiece rest(text.data() + at, text.size() - at);
    if (const auto date = consume_date(rest, hints)) return date;
  }
  return std::nullopt;
}

}  // namespace hindsight
