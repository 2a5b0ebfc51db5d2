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

/// Up to sixteen bytes of `text` from `at` on; behind them are zeros.
inline Bytes bytes_at(std::string_view text, std::size_t at) {
  Bytes bytes{};
  if (at + sizeof bytes <= text.size()) {
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
  } else if (at < text.size()) {
    std::memcpy(&bytes, text.data() + at, text.size() - at);
  }
  return bytes;
}

/// The index of the first byte for which a comparison held; sixteen if it held for none.
template <class Comparison>
std::size_t first_of(const Comparison& comparison) {
  const auto halves = std::bit_cast<std::array<std::uint64_t, 2>>(comparison);
  const auto first_byte = [](std::uint64_t half) {
    const bool is_little = std::endian::native == std::endian::little;
    return static_cast<std::size_t>(is_little ? std::countr_zero(half) : std::countl_zero(half)) / 8;
  };
  return halves[0] != 0 ? first_byte(halves[0]) : 8 + first_byte(halves[1]);
}

/// Takes the bytes at the front of `text` that are not odd off it, and gives them. `is_odd` is asked of sixteen bytes
/// at once: nothing but comparisons with single bytes, joined by |. For escapers, which look at each byte of a site.
template <class IsOdd>
std::string_view take_plain(std::string_view& text, const IsOdd& is_odd) {
  std::size_t length = 0;
  while (length < text.size()) {
    const std::size_t plain = first_of(is_odd(bytes_at(text, length)));
    length += plain;
    if (plain < sizeof(Bytes)) break;
  }
  const std::string_view taken = text.substr(0, length);
  text.remove_prefix(taken.size());
  return taken;
}

}  // namespace hindsight
