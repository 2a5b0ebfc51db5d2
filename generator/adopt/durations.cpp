#include "adopt/durations.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <re2/re2.h>
#include <string>

#include "base/byte_set.hpp"
#include "base/text.hpp"

namespace hindsight {
namespace {

constexpr auto number_words = std::to_array<std::pair<std::string_view, int>>({
    {"a", 1},       {"an", 1},      {"one", 1},      {"two", 2},         {"three", 3},   {"four", 4},
    {"five", 5},    {"six", 6},     {"seven", 7},    {"eight", 8},       {"nine", 9},    {"ten", 10},
    {"eleven", 11}, {"twelve", 12}, {"fifteen", 15}, {"twenty", 20},     {"thirty", 30}, {"forty", 40},
    {"fifty", 50},  {"sixty", 60},  {"ninety", 90},  {"forty-five", 45},
});

#define NUMBER                                                                      \
  "(\\d{1,4}(?:[.,]\\d{1,2})?|(?i:half "                                            \
  "an?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|" \
  "twenty|thirty|forty-five|forty|fifty|sixty|ninety))"

std::optional<double> number_of(const std::string& text) {
  if (is_digit(text.front())) return std::stod(replace_all(text, ",", "."));
  const std::string lower = to_lower_ascii(text);
  if (lower.starts_with("half")) return 0.5;
  for (const auto& [word, number] : number_words) {
    if (word == lower) return number;
  }
  return std::nullopt;
}

double seconds_in(const std::string& unit) {
  switch (to_lower_ascii(unit.substr(0, 1))[0]) {
    case 'd': return 86400;
    case 'h': return 3600;
    case 'm': return 60;
    case 'w': return 604800;
    default: return 1;
  }
}

/// Cheap, for all the words and numbers that are none.
bool may_begin_part(std::string_view text) {
  static constexpr ByteSet in_numbers = ByteSet::of(".,:").with('0', '9');
  static constexpr ByteSet in_words = ByteSet().with('a', 'z').with('A', 'Z');
  static constexpr ByteSet blanks = ByteSet::of(" \t\n\f\r-");
  static constexpr ByteSet begins_words = ByteSet::of("aefhnostAEFHNOST");
  // Of units, of "and a half", of "an hour" behind "half", and of "five" behind "forty".
  static constexpr ByteSet begins_rest = ByteSet::of("wdhmsafWDHMSAF");
  const bool is_number = is_digit(text.front());
  if (!is_number && !begins_words.contains(text.front())) return false;
  const std::string_view word = take_while(text, is_number ? in_numbers : in_words);
  take_while(text, blanks);
  if (text.empty() || !begins_rest.contains(text.front())) return false;
  const auto is_word = [&](const auto& number) { return equals_ignoring_case(number.first, word); };
  return is_number || equals_ignoring_case(word, "half") || std::ranges::any_of(number_words, is_word);
}

/// One number with its unit at the front of `text`, which moves behind it.
std::optional<double> consume_part(re2::StringPiece& text) {
  static const RE2 part(NUMBER "[\\s-]*((?i:weeks?|days?|hours?|hrs?|minutes?|mins?|seconds?|secs?)|[dhms])\\b\\.?");
  static const RE2 and_half(
      "(\\d{1,3}|(?i:one|two|three|four|five|six))\\s+and\\s+(?:a\\s+)?half\\s+((?i:days?|hours?|hrs?|minutes?))\\b");
  static const RE2 colon("(\\d{1,3}):(\\d{2})\\s*(?i:h|hrs?|hours?)\\b");
  if (text.empty() || !may_begin_part({text.data(), text.size()})) return std::nullopt;
  std::string number;
  std::string unit;
  std::string minutes;
  if (RE2::Consume(&text, and_half, &number, &unit)) {
    const std::optional<double> value = number_of(number);
    return value ? std::optional((*value + 0.5) * seconds_in(unit)) : std::nullopt;
  }
  if (RE2::Consume(&text, colon, &number, &minutes)) return std::stod(number) * 3600 + std::stod(minutes) * 60;
  re2::StringPiece rest = text;
  if (!RE2::Consume(&rest, part, &number, &unit)) return std::nullopt;
  const std::optional<double> value = number_of(number);
  const bool is_word = !is_digit(number.front());
  if (!value || (is_word && unit.size() == 1)) return std::nullopt;  // "a d…" is no day
  text = rest;
  return *value * seconds_in(unit);
}

bool is_approximate_before(std::string_view before) {
  static const RE2 about(
      "(?i)(?:~|≈|\\b(?:c\\.|ca\\.?|circa|approx\\.?|approximately|around|about|roughly|nearly|almost|over|under|some|"
      "up to|"
      "at (?:least|most|maximum)|more than|less than|\\d+\\s*(?:-|–|to|or)))\\s*$");
  return RE2::PartialMatch(before, about);
}

/// "5 minutes ago", "every 5 minutes", "5 minutes later" tell no length of an incident.
bool is_another_length(std::string_view before, std::string_view behind) {
  static const RE2 every(
      "(?i)\\b(?:every|each|per|within|last|past|next|after|in|over the|for the past)\\s+(?:the )?(?:past |last |next "
      ")?$");
  static const RE2 ago("(?i)^\\s*(?:ago|later|before|after|old|earlier|intervals?|per)\\b");
  return RE2::PartialMatch(before, every) || RE2::PartialMatch(behind, ago);
}

}  // namespace

std::optional<FoundDuration> find_duration(std::string_view text) {
  static const RE2 joint("\\s*(?:,|and|&)?\\s*");
  static constexpr ByteSet in_words = ByteSet().with('0', '9').with('A', 'Z').with('a', 'z');
  static constexpr ByteSet goes_on = in_words.with(":.-");
  for (std::size_t at = 0; at < text.size(); ++at) {
    if ((at > 0 && goes_on.contains(text[at - 1])) || !in_words.contains(text[at])) continue;
    re2::StringPiece rest(text.data() + at, text.size() - at);
    std::optional<double> total = consume_part(rest);
    if (!total) continue;
    re2::StringPiece ahead = rest;
    while (RE2::Consume(&ahead, joint)) {
      const std::optional<double> more = consume_part(ahead);
      if (!more) break;
      *total += *more;
      rest = ahead;
    }
    const std::size_t end = text.size() - rest.size();
    if (is_another_length(text.substr(0, at), text.substr(end)) || *total > 4e7) continue;
    return FoundDuration{seconds(std::llround(*total)), at, end, is_approximate_before(text.substr(0, at))};
  }
  return std::nullopt;
}

}  // namespace hindsight
