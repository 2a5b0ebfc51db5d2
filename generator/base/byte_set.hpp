#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace hindsight {

/// A set of bytes that answers at once: escapers ask for each byte of a site.
class ByteSet {
 public:
  static constexpr ByteSet of(std::string_view bytes) { return ByteSet().with(bytes); }

  constexpr ByteSet with(std::string_view bytes) const {
    ByteSet set = *this;
    for (const char c : bytes) set.has_[static_cast<unsigned char>(c)] = true;
    return set;
  }

  /// With all bytes from `first` to `last`.
  constexpr ByteSet with(std::size_t first, std::size_t last) const {
    ByteSet set = *this;
    for (std::size_t byte = first; byte <= last; ++byte) set.has_[byte] = true;
    return set;
  }

  /// All bytes that are not in this set.
  constexpr ByteSet others() const {
    ByteSet set;
    for (std::size_t byte = 0; byte < has_.size(); ++byte) set.has_[byte] = !has_[byte];
    return set;
  }

  constexpr bool contains(char c) const { return has_[static_cast<unsigned char>(c)]; }

 private:
  std::array<bool, 256> has_{};
};

/// Takes the bytes at the front of `text` that are in `set` off it, and gives them.
inline std::string_view take_while(std::string_view& text, const ByteSet& set) {
  const auto end = std::ranges::find_if_not(text, [&](char c) { return set.contains(c); });
  const std::string_view taken = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(taken.size());
  return taken;
}

}  // namespace hindsight
