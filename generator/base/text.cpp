#include "base/text.hpp"

#include <algorithm>
#include <cstdlib>

#include "base/byte_run.hpp"

namespace hindsight {
namespace {

bool is_white_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string without_separators(std::string_view word) {
  std::string result;
  for (const char c : word) {
    if (c != '-' && c != '_' && c != ' ') result.push_back(lower(c));
  }
  return result;
}

/// Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.
int edit_distance(std::string_view a, std::string_view b) {
  std::vector<int> before_last(b.size() + 1);
  std::vector<int> last(b.size() + 1);
  std::vector<int> current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      current[j] = std::min({last[j] + 1, current[j - 1] + 1, substitution});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        current[j] = std::min(current[j], before_last[j - 2] + 1);
      }
    }
    before_last.swap(last);
    last.swap(current);
  }
  return last[b.size()];
}

/// A control character but zero (which wraps round), or a second space: where a run of bytes that can be taken as they
/// are may end.
constexpr auto may_need_collapsing = [](Bytes before, Bytes c) {
  return (c - 1 < ' ' - 1) | ((c == ' ') & (before == ' '));
};

}  // namespace

std::string_view trim(std::string_view text) {
  const auto* const begin = std::ranges::find_if_not(text, is_white_space);
  const auto* end = text.end();
  while (end != begin && is_white_space(end[-1])) --end;
  return {begin, end};
}

std::vector<std::string_view> split_lines(std::string_view text) {
  constexpr std::size_t usual_line = 64;
  std::vector<std::string_view> lines;
  lines.reserve(text.size() / usual_line);
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = text.find(separator, begin);
    parts.push_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

std::string join(std::span<const std::string> parts, std::string_view separator) {
  std::string result;
  for (const std::string& part : parts) {
    if (!result.empty()) result += separator;
    result += part;
  }
  return result;
}

std::string to_lower_ascii(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), lower);
  return result;
}

bool equals_ignoring_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

bool starts_with_ignoring_case(std::string_view text, std::string_view prefix) {
  return equals_ignoring_case(text.substr(0, prefix.size()), prefix);
}

bool has_digit(std::string_view text) {
  return holds_odd(text, [](Bytes c) { return c - '0' < 10; });
}

std::size_t count_leading_digits(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::find_if_not(text, is_digit) - text.begin());
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  std::size_t found = text.find(from);
  if (found == std::string::npos) return text;
  std::string result;
  result.reserve(text.size() + text.size() / 8);
  std::size_t begin = 0;
  for (; found != std::string::npos; found = text.find(from, begin)) {
    result.append(text, begin, found - begin).append(to);
    begin = found + from.size();
  }
  return result.append(text, begin);
}

std::string collapse_spaces(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  append_collapsed(result, trim(text));
  return result;
}

void append_collapsed(std::string& out, std::string_view text) {
  while (true) {
    const bool after_space = out.empty() || out.back() == ' ';
    if (after_space) text = {std::ranges::find_if_not(text, is_white_space), text.end()};
    if (text.empty()) return;
    if (is_white_space(text.front())) {
      out += ' ';
      continue;
    }
    const std::size_t length = first_pair(text, may_need_collapsing);
    out += text.substr(0, length);
    text.remove_prefix(length);
  }
}

std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> candidates) {
  const std::string wanted = without_separators(word);
  std::optional<std::string_view> best;
  int best_distance = std::clamp(static_cast<int>(wanted.size()) / 4, 1, 3) + 1;
  for (const std::string_view candidate : candidates) {
    const std::string other = without_separators(candidate);
    if (std::abs(static_cast<int>(other.size()) - static_cast<int>(wanted.size())) >= best_distance) continue;
    const int distance = edit_distance(wanted, other);
    if (distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

std::string shorten(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return std::string(text);
  std::size_t end = limit > 3 ? limit - 3 : 0;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(trim(text.substr(0, end))) + "…";
}

std::string counted(long count, std::string_view singular, std::string_view plural) {
  std::string result = with_thousands(count) + " ";
  if (count == 1) return result.append(singular);
  return plural.empty() ? result.append(singular).append("s") : result.append(plural);
}

std::string with_thousands(long number) {
  std::string digits = std::to_string(std::labs(number));
  for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3) {
    digits.insert(static_cast<std::size_t>(at), ",");
  }
  return number < 0 ? "-" + digits : digits;
}

}  // namespace hindsight
