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

// Of a body's each costs memory until its page is written.
inline constexpr std::uint64_t blocks = 200'000;    ///< lines and the quote and list markers that open them
inline constexpr std::uint64_t brackets = 100'000;  ///< each may open a link or an image
inline constexpr std::uint64_t inlines = 600'000;   ///< characters that may open emphasis, code, HTML or an address

inline constexpr std::uint64_t headings = 2'000;
inline constexpr std::size_t local_links = 2'000;  ///< links and images whose target has to be looked up
inline constexpr std::size_t vocabulary_terms = 2'000;

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
