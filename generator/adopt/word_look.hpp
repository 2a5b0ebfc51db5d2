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
    if (text.size() < 3) return false;
    const std::size_t places = text.size() - 2;
    if (places < sizeof(Bytes)) {
      for (std::size_t at = 0; at < places; ++at) {
        if (begins(byte_at(text, at), byte_at(text, at + 1), byte_at(text, at + 2))) return true;
      }
      return false;
    }
    for (std::size_t at = 0; at < places; at += sizeof(Bytes)) {
      at = std::min(at, places - sizeof(Bytes));  // the last sixteen may overlap those before
      const auto halves = std::bit_cast<std::array<std::uint64_t, 2>>(
          begins(bytes_at(text, at), bytes_at(text, at + 1), bytes_at(text, at + 2)));
      if ((halves[0] | halves[1]) != 0) return true;
    }
    return false;
  }

 private:
  static int byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

  static Bytes bytes_at(std::string_view text, std::size_t at) {
    Bytes bytes;
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    return bytes;
  }

  /// Of a place, or of sixteen at once: whether a word begins with these bytes. Capitals have one bit less.
  template <class Value>
  auto begins(Value first, Value second, Value third) const {
    const auto is_word = [&](const std::array<unsigned char, 3>& word) {
      return ((first | 0x20) == word[0]) & ((second | 0x20) == word[1]) & ((third | 0x20) == word[2]);
    };
    auto found = is_word(beginnings_[0]);
    for (std::size_t at = 1; at < count; ++at) found |= is_word(beginnings_[at]);
    return found;
  }

  std::array<std::array<unsigned char, 3>, count> beginnings_{};
};

template <std::size_t count>
WordLook(const std::array<std::string_view, count>&) -> WordLook<count>;

}  // namespace hindsight
