#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// How much is too much: every bound on what content may cost. docs/limits.md is printed from limit_table().
namespace hindsight {

namespace limit {

inline constexpr std::size_t front_matter_bytes = 256u << 10;
inline constexpr std::size_t yaml_depth = 32;
inline constexpr std::size_t yaml_values = 20'000;
inline constexpr std::size_t list_items = 200;
inline constexpr std::size_t line_bytes = 64u << 10;
inline constexpr std::size_t paragraph_bytes = 64u << 10;
inline constexpr int nested_markers = 100;
inline constexpr std::size_t indent = 400;
inline constexpr std::uint64_t table_columns = 200;
inline constexpr std::uint64_t table_cells = 100'000;
inline constexpr std::uint64_t definition_bytes = 16u << 20;  ///< longest link definition times brackets
inline constexpr std::size_t nested_html = 100;

}  // namespace limit

/// The limits that site.yml can raise.
struct Limits {
  std::uintmax_t file_bytes = 4u << 20;
  std::uintmax_t image_bytes = 20u << 20;
  std::size_t timeline_entries = 2000;
  std::size_t action_items = 1000;
};

/// A row of the documentation.
struct LimitRow {
  std::string what;
  std::string most;
  std::string_view raised_by;  ///< a key of site.yml's `limits`, or ""
  std::string_view rule;       ///< the finding
  std::string_view why;
};

std::vector<LimitRow> limit_table();

}  // namespace hindsight
