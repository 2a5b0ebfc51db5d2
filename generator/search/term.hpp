#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/byte_set.hpp"

namespace hindsight {

/// The term that a token is indexed as: what is no ASCII letter, digit or _ trimmed from both ends, stop words left out
/// (nullopt), stemmed: lunr 2.3.9's pipeline. A token of nothing but punctuation is the term "".
std::optional<std::string> term_of(std::string_view token);

inline constexpr ByteSet word_characters = ByteSet().with('a', 'z').with('A', 'Z').with('0', '9').with("_");

/// Without what is no ASCII letter, digit or _ at both ends: lunr's trimmer.
inline std::string_view trim_token(std::string_view token) {
  while (!token.empty() && !word_characters.contains(token.front())) token.remove_prefix(1);
  while (!token.empty() && !word_characters.contains(token.back())) token.remove_suffix(1);
  return token;
}

/// Words that no query is about: lunr's list.
bool is_stop_word(std::string_view word);

}  // namespace hindsight
