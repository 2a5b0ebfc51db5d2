#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The search pipeline written a second time, slowly, from its definition: regular expressions over UTF-16 units.
namespace hindsight::reference {

struct Token {
  std::u16string text;
  std::uint32_t begin = 0;
};

/// Splits at runs of JavaScript's white space and hyphens.
std::vector<Token> tokenize(std::u16string_view text);

/// Without what is no ASCII letter, digit or _ at both ends.
std::u16string trim(std::u16string_view token);

/// Porter's algorithm, with the conditions as regular expressions.
std::u16string stem(std::u16string_view word);

}  // namespace hindsight::reference
