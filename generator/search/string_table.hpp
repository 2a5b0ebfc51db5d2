#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hindsight {

/// Numbers distinct strings in the order of their first appearance. Flat, because counting words is little else than
/// looking them up.
class StringTable {
 public:
  StringTable() : slots_(first_size, empty) {}

  /// The string's number, and whether it is new.
  std::pair<std::uint32_t, bool> insert(std::string_view text) {
    const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>{}(text));
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at] != empty) {
      const std::uint32_t number = slots_[at];
      if (entries_[number].hash == hash && (*this)[number] == text) return {number, false};
      at = (at + 1) & (slots_.size() - 1);
    }
    const auto number = static_cast<std::uint32_t>(entries_.size());
    slots_[at] = number;
    text_ += text;
    entries_.push_back({hash, static_cast<std::uint32_t>(text_.size())});
    if (2 * entries_.size() > slots_.size()) grow();
    return {number, true};
  }

  std::size_t size() const { return entries_.size(); }

  /// Valid until the next insert().
  std::string_view operator[](std::size_t number) const {
    const std::size_t begin = number == 0 ? 0 : entries_[number - 1].end;
    return std::string_view(text_).substr(begin, entries_[number].end - begin);
  }

 private:
  struct Entry {
    std::uint32_t hash;
    std::uint32_t end;  ///< in text_
  };

  static constexpr std::size_t first_size = 1024;  // a power of two, as all sizes are
  static constexpr std::uint32_t empty = 0xFFFFFFFF;

  void grow() {
    std::vector<std::uint32_t> slots(2 * slots_.size(), empty);
    for (std::uint32_t number = 0; number < entries_.size(); ++number) {
      std::size_t at = entries_[number].hash & (slots.size() - 1);
      while (slots[at] != empty) at = (at + 1) & (slots.size() - 1);
      slots[at] = number;
    }
    slots_ = std::move(slots);
  }

  std::vector<std::uint32_t> slots_;
  std::vector<Entry> entries_;
  std::string text_;
};

}  // namespace hindsight
