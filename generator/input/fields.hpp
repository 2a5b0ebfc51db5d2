#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "input/yaml.hpp"
#include "model/names.hpp"

namespace hindsight {

/// Another tool's name for a field, and ours.
struct FieldAlias {
  std::string_view alias;
  std::string_view canonical;
};

/// Reads the entries of one mapping by name, with a diagnostic for every value of the wrong shape. Whatever was never
/// asked for is unknown: so the code that reads the fields is also the list of them.
class FieldReader {
 public:
  FieldReader(const YamlValue& mapping, std::string file, Diagnostics& diagnostics,
              std::span<const FieldAlias> aliases = {});

  /// The value of a field, under its own name or an alias; null if absent or empty. A field counts as known from here
  /// on.
  const YamlValue* take(std::string_view field);

  /// A scalar, trimmed; a collection is a diagnostic.
  std::optional<std::string> text(std::string_view field);

  /// A list of scalars; one scalar counts as a list of one.
  std::vector<std::string> texts(std::string_view field);

  /// A list of scalars with their places; at most limit::list_items.
  std::vector<const YamlValue*> scalars(std::string_view field);

  /// A mapping; anything else is a diagnostic.
  const YamlValue* mapping(std::string_view field);

  /// How long a list may be, and the key of site.yml that raises it ("" if none does).
  struct MostItems {
    std::size_t count = limit::list_items;
    std::string_view raised_by;
  };

  /// The mappings of a list.
  std::vector<const YamlValue*> mappings(std::string_view field, const MostItems& most = {limit::list_items, ""});

  /// One of an enumeration's names.
  template <class Enumeration>
  std::optional<Enumeration> one_of(std::string_view field) {
    const YamlValue* value = scalar(field);
    if (value == nullptr) return std::nullopt;
    const std::optional<Enumeration> found = from_name<Enumeration>(trim(value->text));
    if (!found) not_allowed(field, *value, Names<Enumeration>::values);
    return found;
  }

  /// Reports a value that is not among `allowed`, with the nearest of them.
  void not_allowed(std::string_view field, const YamlValue& value, std::span<const std::string_view> allowed,
                   Rule rule = Rule::value_not_allowed);

  /// Reports the keys that nobody asked for. Called last.
  void report_unknown();

  /// Every field that was asked for.
  const std::vector<std::string_view>& known() const { return known_; }

  const YamlValue* scalar(std::string_view field);
  Location at(const YamlValue& value) const { return {file_, value.line, value.column}; }
  const std::string& file() const { return file_; }
  Diagnostics& diagnostics() { return diagnostics_; }

 private:
  std::vector<const YamlValue*> at_most(std::vector<const YamlValue*> items, const MostItems& most);
  void wrong_shape(std::string_view field, const YamlValue& value, std::string_view wanted);

  const YamlValue& mapping_;
  std::string file_;
  Diagnostics& diagnostics_;
  std::vector<FieldAlias> aliases_;  ///< that the mapping has
  std::vector<std::string_view> known_;
  std::vector<std::string_view> used_aliases_;
};

}  // namespace hindsight
