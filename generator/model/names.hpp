#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace hindsight {

/// The words for an enumeration whose values count from 0: what front matter, the schema, pages and data call them.
/// Specialised beside each enumeration with `static constexpr std::array<std::string_view, N> values`.
template <class Enumeration>
struct Names;

template <class Enumeration>
constexpr std::string_view name_of(Enumeration value) {
  return Names<Enumeration>::values[static_cast<std::size_t>(value)];
}

/// The value with that name, ignoring nothing; nullopt if there is none.
template <class Enumeration>
constexpr std::optional<Enumeration> from_name(std::string_view name) {
  const auto& values = Names<Enumeration>::values;
  const auto* found = std::ranges::find(values, name);
  if (found == values.end()) return std::nullopt;
  return static_cast<Enumeration>(found - values.begin());
}

}  // namespace hindsight
