#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Small operations on text that need no Unicode tables (those are in base/unicode).
namespace hindsight {

/// Without white space (space, tab, CR, LF, VT, FF) at both ends.
std::string_view trim(std::string_view text);

/// The lines of `text` without their line ends; a trailing line end makes no further line.
std::vector<std::string_view> split_lines(std::string_view text);

/// The parts of `text` between separators, untrimmed; "" gives one empty part.
std::vector<std::string_view> split(std::string_view text, char separator);

std::string join(std::span<const std::string> parts, std::string_view separator);

/// ASCII letters in lower case; all other bytes as they are.
std::string to_lower_ascii(std::string_view text);

bool equals_ignoring_case(std::string_view a, std::string_view b);
bool starts_with_ignoring_case(std::string_view text, std::string_view prefix);

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }  ///< ASCII only

bool has_digit(std::string_view text);
std::size_t count_leading_digits(std::string_view text);

std::string replace_all(std::string text, std::string_view from, std::string_view to);

/// Runs of white space become one space, both ends trimmed.
std::string collapse_spaces(std::string_view text);

/// Appends a text in which each run of white space becomes one space: none where `out` is empty or ends in one.
void append_collapsed(std::string& out, std::string_view text);

/// The candidate that `word` is probably a slip for: at most one edit per four letters (at least one, at most three)
/// away, ignoring case and - _ differences; nullopt if there is none. Swapping neighbours counts as one edit.
std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> candidates);

/// At most `limit` bytes of `text`, cut between characters, with … if something was cut.
std::string shorten(std::string_view text, std::size_t limit);

/// `count` and the noun in the right number: "1 incident", "2 incidents".
std::string counted(long count, std::string_view singular, std::string_view plural = {});

/// A number with commas between thousands: "12,345".
std::string with_thousands(long number);

}  // namespace hindsight
