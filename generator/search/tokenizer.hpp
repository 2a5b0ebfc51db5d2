#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hindsight {

/// Where a token stood, in UTF-16 units of the lower-cased text, as JavaScript counts.
struct TokenPosition {
  std::uint32_t begin = 0;
  std::uint32_t length = 0;
};

/// Stands for the position of a token that was not cut out of a text: lunr gives it none.
inline constexpr TokenPosition whole_token = {0xFFFFFFFF, 0};

struct Token {
  std::string_view text;  ///< into the text that was split
  TokenPosition position;
};

/// `lowered` at runs of white space and hyphens: lunr.tokenizer with its separator [\s\-]+, JavaScript's \s. The text
/// must be lower-cased already (to_lower).
std::vector<Token> tokenize(std::string_view lowered);

/// Numbers for bytes of UTF-8 that sort like the UTF-16 units of what they are part of.
unsigned rank_in_utf16(char byte);

/// Whether `a` comes before `b` where strings are compared by UTF-16 units, as JavaScript's sort() does. Both are
/// UTF-8.
bool before_in_utf16(std::string_view a, std::string_view b);

}  // namespace hindsight
