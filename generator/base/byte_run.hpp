#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace hindsight {

/// Sixteen bytes that are compared at once.
using Bytes = unsigned char __attribute__((vector_size(16)));

/// Whether a comparison of sixteen bytes holds for any.
template <class Mask>
bool is_any(const Mask& mask) {
  const auto halves = std::bit_cast<std::array<std::uint64_t, 2>>(mask);
  return (halves[0] | halves[1]) != 0;
}

/// For how many bytes at the front a comparison of sixteen does not hold.
template <class Mask>
std::size_t count_before(const Mask& mask) {
  constexpr bool is_little = std::endian::native == std::endian::little;
  std::size_t bits = 0;
  for (const std::uint64_t half : std::bit_cast<std::array<std::uint64_t, 2>>(mask)) {
    bits += static_cast<std::size_t>(is_little ? std::countr_zero(half) : std::countl_zero(half));
    if (half != 0) break;
  }
  return bits / 8;
}

/// Takes the bytes at the front of `text` that are not odd off it, and gives them. `is_odd` is asked of single bytes
/// and of sixteen at once: a template of nothing but comparisons with single bytes, joined by |. For escapers, which
/// look at each byte of a site.
template <class IsOdd>
std::string_view take_plain(std::string_view& text, const IsOdd& is_odd) {
  std::size_t length = 0;
  std::size_t plain = sizeof(Bytes);
  for (Bytes bytes; plain == sizeof bytes && length + sizeof bytes <= text.size(); length += plain) {
    std::memcpy(&bytes, text.data() + length, sizeof bytes);
    plain = count_before(is_odd(bytes));
  }
  if (plain == sizeof(Bytes)) {
    while (length < text.size() && !is_odd(static_cast<unsigned char>(text[length]))) ++length;
  }
  const std::string_view taken = text.substr(0, length);
  text.remove_prefix(length);
  return taken;
}

/// Calls visit(place) for each byte of `text` that is odd, in turn. `is_odd` as for take_plain().
template <class IsOdd, class Visit>
void visit_odd(std::string_view text, const IsOdd& is_odd, const Visit& visit) {
  std::size_t at = 0;
  if constexpr (std::endian::native == std::endian::little) {
    for (Bytes bytes; at + sizeof bytes <= text.size(); at += sizeof bytes) {
      std::memcpy(&bytes, text.data() + at, sizeof bytes);
      const auto halves = std::bit_cast<std::array<std::uint64_t, 2>>(is_odd(bytes));
      for (std::size_t half = 0; half < halves.size(); ++half) {
        for (std::uint64_t rest = halves[half]; rest != 0;) {
          const auto bit = static_cast<std::size_t>(std::countr_zero(rest));
          visit(at + half * sizeof rest + bit / 8);
          rest &= ~(std::uint64_t{0xFF} << bit);
        }
      }
    }
  }
  for (; at < text.size(); ++at) {
    if (is_odd(static_cast<unsigned char>(text[at]))) visit(at);
  }
}

}  // namespace hindsight
