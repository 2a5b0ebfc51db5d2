#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Regular expressions that come from site.yml: RE2's syntax, linear time, bounded memory.
namespace hindsight {

/// What is wrong with an expression; nullopt if nothing is.
std::optional<std::string> problem_of_pattern(std::string_view expression);

/// The first match of `expression` as whole words in `text`; nullopt if there is none or the expression is wrong.
std::optional<std::string> find_pattern(std::string_view text, std::string_view expression);

}  // namespace hindsight
