#include "adopt/evidence.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace hindsight {
namespace {

constexpr int lines_to_search = 12;
constexpr std::size_t longest_quote = 160;

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u; }

/// At most `longest_quote` bytes of `line`, with `at` among them, cut between words.
std::string_view around(std::string_view line, std::size_t at) {
  if (line.size() <= longest_quote) return line;
  std::size_t begin = at > longest_quote / 2 ? at - longest_quote / 2 : 0;
  begin = std::min(begin, line.size() - longest_quote);
  std::size_t end = begin + longest_quote;
  if (begin > 0) {
    const std::size_t space = line.find(' ', begin);
    if (space < at) begin = space + 1;
  }
  if (end < line.size()) {
    const std::size_t space = line.rfind(' ', end);
    if (space != std::string_view::npos && space > at) end = space;
  }
  while (begin < end && continues_character(line[begin])) ++begin;
  while (end > begin && end < line.size() && continues_character(line[end])) --end;
  return line.substr(begin, end - begin);
}

/// A phrase of plain text may hold Markdown in the source: its first words are enough.
std::string_view first_words(std::string_view words, std::size_t count) {
  std::size_t at = 0;
  for (; count > 0 && at != std::string_view::npos && at < words.size(); --count) at = words.find(' ', at + 1);
  return words.substr(0, at);
}

}  // namespace

SourceLines::SourceLines(std::string_view text)
    : lines_(split_lines(text)),
      has_breaks_(text.find("<br") != std::string_view::npos || text.find("<BR") != std::string_view::npos) {}

std::string_view SourceLines::line(int number) const {
  const auto index = static_cast<std::size_t>(number - 1);
  return number < 1 || index >= lines_.size() ? std::string_view() : lines_[index];
}

Evidence SourceLines::quote(int number, std::string_view words, std::string_view rule, Confidence confidence) const {
  const std::string_view wanted = trim(words);
  for (const std::size_t count : {std::size_t{100}, std::size_t{3}, std::size_t{1}}) {
    const std::string_view part = first_words(wanted, count);
    if (part.empty()) break;
    for (int at = number; at < number + lines_to_search; ++at) {
      const std::size_t found = line(at).find(part);
      if (found == std::string_view::npos) continue;
      return {at, std::string(trim(around(line(at), found))), std::string(rule), confidence};
    }
  }
  for (int at = number - 1; at > 0 && at > number - lines_to_search; --at) {
    const std::size_t found = wanted.empty() ? std::string_view::npos : line(at).find(wanted);
    if (found != std::string_view::npos) {
      return {at, std::string(trim(around(line(at), found))), std::string(rule), confidence};
    }
  }
  number = std::min(number, static_cast<int>(lines_.size()));
  int at = number;
  while (at < number + lines_to_search && trim(line(at)).empty()) ++at;
  if (trim(line(at)).empty()) at = number;
  return {at, std::string(trim(around(line(at), 0))), std::string(rule), confidence};
}

int SourceLines::place(int line, std::string_view words) const {
  return has_breaks_ && line > 0 ? quote(line, words, "", Confidence::stated).line : line;
}

}  // namespace hindsight
