#pragma once

#include <cstddef>
#include <cstdint>

/// How many of a thing there may be: of a body's each costs memory until its page is written.
namespace hindsight::limit {

inline constexpr std::uint64_t blocks = 200'000;    ///< lines and the quote and list markers that open them
inline constexpr std::uint64_t brackets = 100'000;  ///< each may open a link or an image
inline constexpr std::uint64_t inlines = 600'000;   ///< characters that may open emphasis, code, HTML or an address

inline constexpr std::uint64_t headings = 2'000;
inline constexpr std::size_t local_links = 2'000;  ///< links and images whose target has to be looked up
inline constexpr std::size_t vocabulary_terms = 2'000;

}  // namespace hindsight::limit
