#include "search/tokenizer.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/byte_run.hpp"
#include "base/unicode.hpp"

namespace hindsight {
namespace {

/// By byte: whether it may be the first of a separator.
constexpr std::array<bool, 256> begins_separator = [] {
  std::array<bool, 256> result{};
  for (const unsigned byte : {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20, 0x2D, 0xC2, 0xE1, 0xE2, 0xE3, 0xEF})
    result[byte] = true;
  return result;
}();

/// Bytes of the separator that begins at `at`: JavaScript's white space or a hyphen; 0 if there is none.
std::size_t separator_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t offset) {
    return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0U;
  };
  const unsigned first = byte(0);
  if (first < 0x80) return first == ' ' || first == '-' || (first >= '\t' && first <= '\r') ? 1 : 0;
  if (first == 0xC2) return byte(1) == 0xA0 ? 2 : 0;  // U+00A0
  const unsigned second = byte(1);
  const unsigned third = byte(2);
  const bool is_space = (first == 0xE1 && second == 0x9A && third == 0x80) ||  // U+1680
                        (first == 0xE2 && second == 0x80 &&
                         (third <= 0x8A || third == 0xA8 || third == 0xA9)) ||  // U+2000–200A, 2028, 2029
                        (first == 0xE2 && second == 0x80 && third == 0xAF) ||   // U+202F
                        (first == 0xE2 && second == 0x81 && third == 0x9F) ||   // U+205F
                        (first == 0xE3 && second == 0x80 && third == 0x80) ||   // U+3000
                        (first == 0xEF && second == 0xBB && third == 0xBF);     // U+FEFF
  return is_space ? 3 : 0;
}

/// UTF-16 units of well-formed UTF-8.
std::uint32_t utf16_length(std::string_view text) {
  std::uint32_t units = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 || byte >= 0xC0) units += byte >= 0xF0 ? 2 : 1;
  }
  return units;
}

constexpr auto is_ascii_separator = [](auto c) { return (c == ' ') | (c == '-') | ((c >= '\t') & (c <= '\r')); };

/// Of ASCII a byte is a unit, and a separator.
void tokenize_ascii(std::string_view text, std::vector<Token>& tokens) {
  std::size_t begin = 0;
  const auto end_token = [&](std::size_t end) {
    const std::size_t length = end - begin;
    if (length > 0) {
      tokens.push_back(
          {text.substr(begin, length), {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(length)}});
    }
    begin = end + 1;
  };
  visit_odd(text, is_ascii_separator, end_token);
  end_token(text.size());
}

void tokenize_unicode(std::string_view lowered, std::vector<Token>& tokens) {
  std::uint32_t units = 0;  // before `begin`
  std::size_t begin = 0;
  const auto end_token = [&](std::size_t end) {
    if (end == begin) return;
    const std::string_view text = lowered.substr(begin, end - begin);
    const std::uint32_t length = utf16_length(text);
    tokens.push_back({text, {units, length}});
    units += length;
  };
  for (std::size_t at = 0; at < lowered.size();) {
    const std::size_t separator =
        begins_separator[static_cast<unsigned char>(lowered[at])] ? separator_length(lowered, at) : 0;
    if (separator == 0) {
      ++at;
      continue;
    }
    end_token(at);
    ++units;  // each separator is one unit
    at += separator;
    begin = at;
  }
  end_token(lowered.size());
}

}  // namespace

std::vector<Token> tokenize(std::string_view lowered) {
  std::vector<Token> tokens;
  tokens.reserve(lowered.size() / 5);
  if (is_ascii(lowered)) {
    tokenize_ascii(lowered, tokens);
  } else {
    tokenize_unicode(lowered, tokens);
  }
  return tokens;
}

unsigned rank_in_utf16(char byte) {
  // U+E000–U+FFFF (lead bytes EE, EF) come after the surrogates that stand for all beyond (lead bytes F0 to F4).
  const auto value = static_cast<unsigned char>(byte);
  if (value < 0xEE || value > 0xF4) return value;
  return value < 0xF0 ? value + 5U : value - 2U;
}

bool before_in_utf16(std::string_view a, std::string_view b) {
  const auto [in_a, in_b] = std::ranges::mismatch(a, b);
  if (in_a == a.end() || in_b == b.end()) return in_a == a.end() && in_b != b.end();
  return rank_in_utf16(*in_a) < rank_in_utf16(*in_b);
}

}  // namespace hindsight
