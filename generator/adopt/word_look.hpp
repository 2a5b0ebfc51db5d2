#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "base/byte_run.hpp"

namespace hindsight {

/// A cheap look for words before an expensive one: for their first three characters, letters in any case, anywhere in
/// a text. It may say yes in vain. To be made a constant.
template <std::size_t count>
class WordLook {
 public:
  consteval explicit WordLook(const std::array<std::string_view, count>& words) {
    for (std::size_t at = 0; at < count; ++at) std::copy_n(words.at(at).begin(), 3, beginnings_.at(at).begin());
  }

  bool may_be_in(std::string_view text) const {
    constexpr std::size_t sixteen_places = sizeof(Bytes) + 2;
    if (text.size() < sixteen_places) {
      std::array<char, sixteen_places> padded{};
      std::ranges::copy(text, padded.begin());
      return begins_within(padded.data());
    }
    const std::size_t last = text.size() - sixteen_places;
    for (std::size_t at = 0; at < last; at += sizeof(Bytes)) {
      if (begins_within(text.data() + at)) return true;
    }
    return begins_within(text.data() + last);  // may overlap those before
  }

 private:
  static Bytes bytes_at(const char* text) {
    Bytes bytes;
    std::memcpy(&bytes, text, sizeof bytes);
    return bytes | 0x20;  // letters in lower case
  }

  /// Whether a word begins at one of sixteen places.
  bool begins_within(const char* places) const {
    const Bytes first = bytes_at(places);
    const Bytes second = bytes_at(places + 1);
    const Bytes third = bytes_at(places + 2);
    const auto is_word = [&](const std::array<unsigned char, 3>& word) {
      return (first == word[0]) & (second == word[1]) & (third == word[2]);
    };
    auto found = is_word(beginnings_[0]);
    for (std::size_t at = 1; at < count; ++at) found |= is_word(beginnings_[at]);
    const auto halves = std::bit_cast<std::array<std::uint64_t, 2>>(found);
    return (halves[0] | halves[1]) != 0;
  }

  std::array<std::array<unsigned char, 3>, count> beginnings_{};
};

template <std::size_t count>
WordLook(const std::array<std::string_view, count>&) -> WordLook<count>;

}  // namespace hindsight
