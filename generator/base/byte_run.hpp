#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace hindsight {

/// Sixteen bytes that are compared at once.
using Bytes = unsigned char __attribute__((vector_size(16)));

template <class Value>
Value read_as(const char* place) {
  Value value;
  std::memcpy(&value, place, sizeof value);
  return value;
}

/// A text shorter than sixteen bytes, and zeros behind it. It is read in words that overlap: a copy of a length that is
/// not known beforehand costs more than all that is done with the bytes.
inline Bytes with_zeros(std::string_view text) {
  const char* const begin = text.data();
  const std::size_t size = text.size();
  std::array<std::uint64_t, 2> words{};
  if (std::endian::native != std::endian::little) {
    if (size > 0) std::memcpy(words.data(), begin, size);
  } else if (size > 8) {
    words[0] = read_as<std::uint64_t>(begin);
    words[1] = read_as<std::uint64_t>(begin + size - 8) >> (8 * (16 - size));
  } else if (size >= 4) {
    words[0] = read_as<std::uint32_t>(begin);
    words[0] |= std::uint64_t{read_as<std::uint32_t>(begin + size - 4)} << (8 * (size - 4));
  } else {
    for (std::size_t i = size; i-- > 0;) words[0] = words[0] << 8 | static_cast<unsigned char>(begin[i]);
  }
  return std::bit_cast<Bytes>(words);
}

/// Up to sixteen bytes of `text` from `at` on; behind them are zeros.
inline Bytes bytes_at(std::string_view text, std::size_t at) {
  return at + sizeof(Bytes) <= text.size() ? read_as<Bytes>(text.data() + at) : with_zeros(text.substr(at));
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

/// Whether a comparison of sixteen bytes held for any.
template <class Comparison>
bool is_any(const Comparison& comparison) {
  const auto halves = std::bit_cast<std::array<std::uint64_t, 2>>(comparison);
  return (halves[0] | halves[1]) != 0;
}

/// The place of the first byte that is odd behind the one before it; the text's size if there is none. `is_odd` is
/// asked of sixteen such pairs at once; a zero is never odd.
template <class IsOdd>
std::size_t first_pair(std::string_view text, const IsOdd& is_odd) {
  std::size_t at = 0;
  for (; at + sizeof(Bytes) < text.size(); at += sizeof(Bytes)) {
    const auto odd = is_odd(read_as<Bytes>(text.data() + at), read_as<Bytes>(text.data() + at + 1));
    if (is_any(odd)) return at + 1 + first_of(odd);
  }
  const Bytes last = bytes_at(text, at);
  const Bytes next = __builtin_shufflevector(last, Bytes{}, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
  return std::min(at + 1 + first_of(is_odd(last, next)), text.size());
}

/// Whether any byte of `text` is odd, told without a branch for each sixteen. `is_odd` as for take_plain().
template <class IsOdd>
bool holds_odd(std::string_view text, const IsOdd& is_odd) {
  if (text.size() < sizeof(Bytes)) return first_of(is_odd(with_zeros(text))) < text.size();
  const std::size_t last = text.size() - sizeof(Bytes);
  auto odd = is_odd(read_as<Bytes>(text.data() + last));  // may overlap those before
  for (std::size_t at = 0; at < last; at += sizeof(Bytes)) odd |= is_odd(read_as<Bytes>(text.data() + at));
  return is_any(odd);
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
