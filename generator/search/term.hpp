#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hindsight {

/// The term that a token is indexed as: what is no ASCII letter, digit or _ trimmed from both ends, stop words left out
/// (nullopt), stemmed: lunr 2.3.9's pipeline. A token of nothing but punctuation is the term "".
std::optional<std::string> term_of(std::string_view token);

/// Without what is no ASCII letter, digit or _ at both ends: lunr's trimmer.
std::string_view trim_token(std::string_view token);

/// Words that no query is about: lunr's list.
bool is_stop_word(std::string_view word);

}  // namespace hindsight
