#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"

namespace hindsight {

struct YamlEntry;

/// A YAML value with its place in the file. Scalars stay text: what they mean is for the reader of a field to say.
struct YamlValue {
  enum class Kind { null, scalar, sequence, mapping };

  Kind kind = Kind::null;
  std::string text;                ///< scalars
  bool quoted = false;             ///< scalars: written in quotes or as a block
  std::vector<YamlValue> items;    ///< sequences
  std::vector<YamlEntry> entries;  ///< mappings; keys are unique scalars
  int line = 0;                    ///< in the source file
  int column = 0;

  const YamlValue* find(std::string_view key) const;
};

struct YamlEntry {
  YamlValue key;
  YamlValue value;
};

bool has_repeated_key(const YamlValue& mapping);

std::string_view kind_name(YamlValue::Kind kind);  ///< "text", "a list", "a mapping", "nothing"

/// Reads one YAML document, without anchors, aliases, tags, repeated keys, keys that are no scalars, or nesting over 32
/// levels: each is a diagnostic. `first_line` is the line of the file at which `text` begins. nullopt when the syntax
/// is broken, which is a diagnostic too.
std::optional<YamlValue> parse_yaml(std::string_view text, const std::string& file, int first_line,
                                    Diagnostics& diagnostics);

}  // namespace hindsight
