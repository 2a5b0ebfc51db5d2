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

/// Strings by number, one behind the other in memory: for the hundreds of thousands of terms of a site.
class StringList {
 public:
  StringList() = default;

  /// `ends`: of each string in `text`.
  StringList(std::string text, std::vector<std::uint32_t> ends) : text_(std::move(text)), ends_(std::move(ends)) {}

  std::size_t size() const { return ends_.size(); }

  std::string_view operator[](std::size_t number) const {
    return std::string_view(text_).substr(begin_of(number), ends_[number] - begin_of(number));
  }

  /// Has memory bring what is needed to find a string: first its place, and when that is there, the string.
  void expect_place(std::size_t number) const { __builtin_prefetch(&ends_[number]); }
  void expect(std::size_t number) const { __builtin_prefetch(text_.data() + begin_of(number)); }

 private:
  std::size_t begin_of(std::size_t number) const { return number == 0 ? 0 : ends_[number - 1]; }

  std::string text_;
  std::vector<std::uint32_t> ends_;
};

/// Numbers distinct strings in the order of their first appearance. Counting words is little else than looking them up,
/// and looking up is little else than waiting for memory. So what tells words apart is small, and lies in the order of
/// their numbers: common words appear early, and stay together in the cache.
class StringTable {
 public:
  StringTable() : slots_(first_size) {}

  /// What a string is looked up by.
  struct Key {
    std::uint64_t head = 0;  ///< the first eight bytes
    std::uint32_t size = 0;
    std::uint32_t hash = 0;
  };

  /// `readable`: bytes of memory from the string's beginning on that may be read; at least its own.
  static Key key_of(std::string_view text, std::size_t readable) {
    Key key{head_of(text, readable), static_cast<std::uint32_t>(text.size()), 0};
    // The factor is 2^64 divided by the golden ratio (D. Knuth, "The Art of Computer Programming", volume 3, 6.4).
    constexpr std::uint64_t factor = 0x9E3779B97F4A7C15;
    const std::uint64_t rest = text.size() <= sizeof key.head ? key.size : std::hash<std::string_view>{}(text);
    std::uint64_t mixed = (key.head ^ rest * factor) * factor;
    mixed = (mixed ^ mixed >> 32U) * factor;
    key.hash = static_cast<std::uint32_t>(mixed >> 32U);
    return key;
  }

  /// Has memory bring what insert() will look at: first where the string's number is, and when that is there, the rest.
  void expect(const Key& key) const { __builtin_prefetch(&slots_[key.hash & (slots_.size() - 1)]); }
  void expect_rest(const Key& key) const {
    const Slot& slot = slots_[key.hash & (slots_.size() - 1)];
    if (slot.number != empty) __builtin_prefetch(&entries_[slot.number]);
  }

  /// The string's number, and whether it is new.
  std::pair<std::uint32_t, bool> insert(std::string_view text) { return insert(text, key_of(text, text.size())); }

  std::pair<std::uint32_t, bool> insert(std::string_view text, const Key& key) {
    std::size_t at = key.hash & (slots_.size() - 1);
    for (; slots_[at].number != empty; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].hash == key.hash && is_at(slots_[at].number, text, key)) return {slots_[at].number, false};
    }
    const auto number = static_cast<std::uint32_t>(entries_.size());
    slots_[at] = {key.hash, number};
    entries_.push_back({key.head, static_cast<std::uint32_t>(text_.size()), key.size});
    text_ += text;
    if (2 * entries_.size() > slots_.size()) grow();
    return {number, true};
  }

  std::size_t size() const { return entries_.size(); }

  /// The strings alone, when none will be looked up any more.
  StringList take_strings() && {
    std::vector<std::uint32_t> ends;
    ends.reserve(entries_.size());
    for (const Entry& entry : entries_) ends.push_back(entry.begin + entry.size);
    text_.shrink_to_fit();
    return {std::move(text_), std::move(ends)};
  }

  /// What another table looks this one's string up by.
  Key key(std::size_t number) const { return key_of((*this)[number], text_.size() - entries_[number].begin); }

  /// Valid until the next insert().
  std::string_view operator[](std::size_t number) const {
    return std::string_view(text_).substr(entries_[number].begin, entries_[number].size);
  }

 private:
  static constexpr std::size_t first_size = 1024;  // a power of two, as all sizes are
  static constexpr std::uint32_t empty = 0xFFFFFFFF;

  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = empty;
  };

  struct Entry {
    std::uint64_t head = 0;
    std::uint32_t begin = 0;  ///< in text_
    std::uint32_t size = 0;
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

  bool is_at(std::uint32_t number, std::string_view text, const Key& key) const {
    const Entry& entry = entries_[number];
    if (entry.head != key.head || entry.size != key.size) return false;
    return text.size() <= sizeof key.head || (*this)[number] == text;
  }

  void grow() {
    std::vector<Slot> slots(2 * slots_.size());
    for (const Slot& slot : slots_) {
      if (slot.number == empty) continue;
      std::size_t at = slot.hash & (slots.size() - 1);
      while (slots[at].number != empty) at = (at + 1) & (slots.size() - 1);
      slots[at] = slot;
    }
    slots_ = std::move(slots);
  }

  std::vector<Slot> slots_;
  std::vector<Entry> entries_;  ///< by number
  std::string text_;
};

}  // namespace hindsight
