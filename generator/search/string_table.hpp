#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hindsight {

/// Numbers distinct strings in the order of their first appearance. Counting words is little else than looking them up,
/// and looking up is little else than waiting for memory: all that tells short words apart is in one place.
class StringTable {
 public:
  StringTable() : slots_(first_size) {}

  /// What a string is looked up by.
  struct Key {
    std::uint64_t head = 0;  ///< the first eight bytes
    std::uint32_t tag = 0;   ///< the length of a string that head holds, else bits of its hash and 0xFF
  };

  /// `readable`: bytes of memory from the string's beginning on that may be read; at least its own.
  static Key key_of(std::string_view text, std::size_t readable) { return {head_of(text, readable), tag_of(text)}; }

  /// Has memory bring what insert() will look at.
  void expect(const Key& key) const { __builtin_prefetch(&slots_[place_of(key, slots_.size())]); }

  /// The string's number, and whether it is new.
  std::pair<std::uint32_t, bool> insert(std::string_view text) { return insert(text, key_of(text, text.size())); }

  std::pair<std::uint32_t, bool> insert(std::string_view text, const Key& key) {
    Slot wanted{key.head, key.tag, empty};
    std::size_t at = place_of(key, slots_.size());
    for (; slots_[at].number != empty; at = (at + 1) & (slots_.size() - 1)) {
      const Slot& slot = slots_[at];
      if (slot.head != wanted.head || slot.tag != wanted.tag) continue;
      if (text.size() <= sizeof slot.head || (*this)[slot.number] == text) return {slot.number, false};
    }
    wanted.number = static_cast<std::uint32_t>(ends_.size());
    slots_[at] = wanted;
    text_ += text;
    ends_.push_back(static_cast<std::uint32_t>(text_.size()));
    if (2 * ends_.size() > slots_.size()) grow();
    return {wanted.number, true};
  }

  std::size_t size() const { return ends_.size(); }

  /// Valid until the next insert().
  std::string_view operator[](std::size_t number) const {
    const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
    return std::string_view(text_).substr(begin, ends_[number] - begin);
  }

 private:
  static constexpr std::size_t first_size = 1024;  // a power of two, as all sizes are
  static constexpr std::uint32_t empty = 0xFFFFFFFF;

  struct Slot {
    std::uint64_t head = 0;  ///< as in Key
    std::uint32_t tag = 0;
    std::uint32_t number = empty;
  };

  static std::uint64_t head_of(std::string_view text, std::size_t readable) {
    std::uint64_t head = 0;
    if (std::endian::native != std::endian::little || readable < sizeof head) {
      std::memcpy(&head, text.data(), std::min(text.size(), sizeof head));
      return head;
    }
    std::memcpy(&head, text.data(), sizeof head);
    const std::size_t beyond = sizeof head - std::min(text.size(), sizeof head);
    return beyond == sizeof head ? 0 : head << 8 * beyond >> 8 * beyond;
  }

  static std::uint32_t tag_of(std::string_view text) {
    if (text.size() <= sizeof(Key::head)) return static_cast<std::uint32_t>(text.size());
    return static_cast<std::uint32_t>(std::hash<std::string_view>{}(text)) | 0xFFU;
  }

  /// Where to look first. The factor is 2^64 divided by the golden ratio (D. Knuth, "The Art of Computer Programming",
  /// volume 3, 6.4).
  static std::size_t place_of(const Key& key, std::size_t slots) {
    constexpr std::uint64_t factor = 0x9E3779B97F4A7C15;
    std::uint64_t mixed = (key.head ^ key.tag * factor) * factor;
    mixed = (mixed ^ mixed >> 32U) * factor;
    return mixed >> 32U & (slots - 1);
  }

  void grow() {
    std::vector<Slot> slots(2 * slots_.size());
    for (const Slot& slot : slots_) {
      if (slot.number == empty) continue;
      std::size_t at = place_of({slot.head, slot.tag}, slots.size());
      while (slots[at].number != empty) at = (at + 1) & (slots.size() - 1);
      slots[at] = slot;
    }
    slots_ = std::move(slots);
  }

  std::vector<Slot> slots_;
  std::vector<std::uint32_t> ends_;  ///< by number: where the string ends in text_
  std::string text_;
};

}  // namespace hindsight
