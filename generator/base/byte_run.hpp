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

/// How many of sixteen bytes stand before the first that is odd; sixteen if none is.
template <class IsOdd>
std::size_t count_plain(const char* sixteen, const IsOdd& is_odd) {
  Bytes bytes;
  std::memcpy(&bytes, sixteen, sizeof bytes);
  const auto halves = std::bit_cast<std::array<std::uint64_t, 2>>(is_odd(bytes));  // odd bytes have all bits
  const auto plain = [](std::uint64_t half) {
    const bool is_little = std::endian::native == std::endian::little;
    return static_cast<std::size_t>(is_little ? std::countr_zero(half) : std::countl_zero(half)) / 8;
  };
  return halves[0] != 0 ? plain(halves[0]) : 8 + plain(halves[1]);
}

/// The length of the front of `text` that has no odd byte.
template <class IsOdd>
std::size_t plain_length(std::string_view text, const IsOdd& is_odd) {
  std::size_t length = 0;
  if (text.size() < sizeof(Bytes)) {
    while (length < text.size() && !is_odd(static_cast<unsigned char>(text[length]))) ++length;
    return length;
  }
  for (; length + sizeof(Bytes) <= text.size(); length += sizeof(Bytes)) {
    const std::size_t plain = count_plain(text.data() + length, is_odd);
    if (plain < sizeof(Bytes)) return length + plain;
  }
  // The last sixteen overlap those before, which are plain.
  const std::size_t last = text.size() - sizeof(Bytes);
  return length == text.size() ? length : last + count_plain(text.data() + last, is_odd);
}

/// Whether two bytes beside each other are odd. As below, `is_odd` is asked of two bytes and of sixteen such pairs.
template <class IsOdd>
bool holds_pair(std::string_view text, const IsOdd& is_odd) {
  constexpr std::size_t sixteen_pairs = sizeof(Bytes) + 1;
  if (text.size() < sixteen_pairs) {
    for (std::size_t at = 1; at < text.size(); ++at) {
      if (is_odd(static_cast<unsigned char>(text[at - 1]), static_cast<unsigned char>(text[at]))) return true;
    }
    return false;
  }
  const auto is_odd_at = [&](std::size_t at) {
    Bytes first;
    Bytes second;
    std::memcpy(&first, text.data() + at, sizeof first);
    std::memcpy(&second, text.data() + at + 1, sizeof second);
    const auto halves = std::bit_cast<std::array<std::uint64_t, 2>>(is_odd(first, second));
    return (halves[0] | halves[1]) != 0;
  };
  const std::size_t last = text.size() - sixteen_pairs;
  for (std::size_t at = 0; at < last; at += sizeof(Bytes)) {
    if (is_odd_at(at)) return true;
  }
  return is_odd_at(last);  // may overlap those before
}

/// Takes the bytes at the front of `text` that are not odd off it, and gives them. `is_odd` is asked of single bytes
/// and of sixteen at once: a template of nothing but comparisons with single bytes, joined by |. For escapers, which
/// look at each byte of a site.
template <class IsOdd>
std::string_view take_plain(std::string_view& text, const IsOdd& is_odd) {
  const std::string_view taken = text.substr(0, plain_length(text, is_odd));
  text.remove_prefix(taken.size());
  return taken;
}

}  // namespace hindsight
