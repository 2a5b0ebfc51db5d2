#include "input/fields.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>

namespace hindsight {
namespace {

std::string listed(std::span<const std::string_view> names) {
  std::string result = "one of ";
  for (std::size_t index = 0; index < names.size(); ++index) {
    if (index > 0) result += ", ";
    result += names[index];
  }
  return result;
}

/// One of 64 bits: keys that differ in theirs differ.
std::uint64_t bit_of(std::string_view key) {
  const std::size_t first = key.empty() ? 0 : static_cast<unsigned char>(key.front());
  return std::uint64_t{1} << (7 * first + key.size()) % 64;
}

}  // namespace

FieldReader::FieldReader(const YamlValue& mapping, std::string file, Diagnostics& diagnostics,
                         std::span<const FieldAlias> aliases)
    : mapping_(mapping), file_(std::move(file)), diagnostics_(diagnostics) {
  std::uint64_t bits = 0;  // cheap, for all the aliases that are no key here
  for (const auto& [key, value] : mapping.entries) bits |= bit_of(key.text);
  const auto is_used = [&](const FieldAlias& alias) {
    return (bits & bit_of(alias.alias)) != 0 && mapping.find(alias.alias) != nullptr;
  };
  std::ranges::copy_if(aliases, std::back_inserter(aliases_), is_used);
}

const YamlValue* FieldReader::take(std::string_view field) {
  known_.push_back(field);
  const YamlValue* value = mapping_.find(field);
  for (const FieldAlias& alias : aliases_) {
    if (value != nullptr || alias.canonical != field) continue;
    value = mapping_.find(alias.alias);
    used_aliases_.push_back(alias.alias);
  }
  return value == nullptr || value->kind == YamlValue::Kind::null ? nullptr : value;
}

const YamlValue* FieldReader::scalar(std::string_view field) {
  const YamlValue* value = take(field);
  if (value == nullptr || value->kind == YamlValue::Kind::scalar) return value;
  wrong_shape(field, *value, "text");
  return nullptr;
}

std::optional<std::string> FieldReader::text(std::string_view field) {
  const YamlValue* value = scalar(field);
  if (value == nullptr) return std::nullopt;
  std::string text(trim(value->text));
  return text.empty() ? std::nullopt : std::optional(std::move(text));
}

std::vector<const YamlValue*> FieldReader::scalars(std::string_view field) {
  const YamlValue* value = take(field);
  if (value == nullptr) return {};
  if (value->kind == YamlValue::Kind::scalar) return {value};
  if (value->kind != YamlValue::Kind::sequence) {
    wrong_shape(field, *value, "a list");
    return {};
  }
  std::vector<const YamlValue*> items;
  for (const YamlValue& item : value->items) {
    if (item.kind == YamlValue::Kind::scalar) {
      items.push_back(&item);
    } else {
      wrong_shape(std::string(field) + "[]", item, "text");
    }
  }
  return at_most(std::move(items), {limit::list_items, ""});
}

std::vector<std::string> FieldReader::texts(std::string_view field) {
  std::vector<std::string> result;
  for (const YamlValue* item : scalars(field)) {
    std::string text(trim(item->text));
    if (!text.empty() && std::ranges::find(result, text) == result.end()) result.push_back(std::move(text));
  }
  return result;
}

const YamlValue* FieldReader::mapping(std::string_view field) {
  const YamlValue* value = take(field);
  if (value == nullptr || value->kind == YamlValue::Kind::mapping) return value;
  wrong_shape(field, *value, "a mapping");
  return nullptr;
}

std::vector<const YamlValue*> FieldReader::mappings(std::string_view field, const MostItems& most) {
  const YamlValue* value = take(field);
  if (value == nullptr) return {};
  if (value->kind != YamlValue::Kind::sequence) {
    wrong_shape(field, *value, "a list of mappings");
    return {};
  }
  std::vector<const YamlValue*> items;
  for (const YamlValue& item : value->items) {
    if (item.kind == YamlValue::Kind::mapping) {
      items.push_back(&item);
    } else {
      wrong_shape(std::string(field) + "[]", item, "a mapping");
    }
  }
  return at_most(std::move(items), most);
}

/// More than that is an error at the first that is too many.
std::vector<const YamlValue*> FieldReader::at_most(std::vector<const YamlValue*> items, const MostItems& most) {
  if (items.size() <= most.count) return items;
  diagnostics_.add(Rule::too_many_entries, at(*items[most.count]), counted(static_cast<long>(items.size()), "item"),
                   "at most " + with_thousands(static_cast<long>(most.count)),
                   most.raised_by.empty() ? "" : std::string(most.raised_by) + " in site.yml raises this");
  items.resize(most.count);
  return items;
}

void FieldReader::not_allowed(std::string_view field, const YamlValue& value, std::span<const std::string_view> allowed,
                              Rule rule) {
  const auto close = nearest(value.text, allowed);
  diagnostics_.add(rule, at(value), std::string(field) + " is \"" + shorten(value.text, 60) + "\"", listed(allowed),
                   close ? "did you mean \"" + std::string(*close) + "\"?" : "");
}

void FieldReader::report_unknown() {
  for (const auto& [key, value] : mapping_.entries) {
    if (std::ranges::find(known_, key.text) != known_.end()) continue;
    const auto alias = std::ranges::find(aliases_, key.text, &FieldAlias::alias);
    if (alias != aliases_.end()) {
      const bool is_used = std::ranges::find(used_aliases_, key.text) != used_aliases_.end();
      diagnostics_.add(
          Rule::key_alias, {file_, key.line, key.column}, "\"" + key.text + "\" is another tool's name",
          std::string(alias->canonical),
          is_used ? "it is read all the same" : "it is not read: the field is already there under another name");
      continue;
    }
    const auto close = nearest(key.text, known_);
    diagnostics_.add(Rule::unknown_key, {file_, key.line, key.column}, "unknown key \"" + shorten(key.text, 60) + "\"",
                     "a field of the schema", close ? "did you mean \"" + std::string(*close) + "\"?" : "");
  }
}

void FieldReader::wrong_shape(std::string_view field, const YamlValue& value, std::string_view wanted) {
  diagnostics_.add(Rule::value_type, at(value), std::string(field) + " is " + std::string(kind_name(value.kind)),
                   std::string(wanted));
}

}  // namespace hindsight
