#pragma once

#include <optional>
#include <string_view>

#include "input/yaml.hpp"

namespace hindsight {

/// Reads YAML of the plainest kind, as most front matter is: ASCII without comments; keys of letters, digits, _ and -;
/// texts of one line without escapes, lists of words in brackets, and what is indented below a key. It gives what
/// libyaml gives, in a sixth of the time. nullopt for all else, be it valid or not: that is for libyaml to read and to
/// judge.
std::optional<YamlValue> read_plain_yaml(std::string_view text, int first_line);

}  // namespace hindsight
