#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <forward_list>
#include <memory>
#include <string>
#include <string_view>

#include "render/name.hpp"

namespace hindsight {

/// A value of a view. The newest stands first, so that it hides those of the same name that were set before.
struct ViewValue {
  const ViewValue* next = nullptr;
  NameId name = 0;
  std::string_view text;
};

struct ViewData;

/// The rounds of a section, or the templates that fill an include, in the order in which they were added.
struct ViewGroup {
  ViewGroup* next = nullptr;
  NameId name = 0;
  ViewData* first = nullptr;
  ViewData* last = nullptr;
};

/// Names in one word: it tells at once of most names that a view does not have them.
class NameFilter {
 public:
  void add(NameId name) { bits_ |= bit(name); }
  bool may_hold(NameId name) const { return (bits_ & bit(name)) != 0; }

 private:
  static std::uint64_t bit(NameId name) { return std::uint64_t{1} << ((name >> 1) & 63); }

  std::uint64_t bits_ = 0;
};

struct ViewPage;

/// What one view holds. All of it lives in the memory of its page.
struct ViewData {
  ViewPage* page = nullptr;
  const ViewData* parent = nullptr;  ///< the view around this one, perhaps of another page
  ViewData* next = nullptr;          ///< the next round
  NameId template_file = 0;          ///< of a view that fills an include
  const ViewValue* values = nullptr;
  ViewGroup* sections = nullptr;
  ViewGroup* includes = nullptr;
  NameFilter value_names = {};
  NameFilter section_names = {};
};

/// The memory of all views of one page: it grows, and goes as a whole.
class PageMemory {
 public:
  PageMemory() {}  // NOLINT: the room is not worth clearing
  PageMemory(const PageMemory&) = delete;
  PageMemory& operator=(const PageMemory&) = delete;

  void* take(std::size_t size) {
    const std::size_t whole = (size + alignment - 1) / alignment * alignment;
    if (whole > left_) add_block(whole);
    std::byte* taken = next_;
    next_ += whole;
    left_ -= whole;
    return taken;
  }

 private:
  void add_block(std::size_t least) {
    left_ = std::max(least, next_block_);
    next_ = blocks_.emplace_front(new std::byte[left_]).get();
    next_block_ *= 2;
  }

  static constexpr std::size_t alignment = alignof(std::max_align_t);
  static constexpr std::size_t room_size = 4096;

  alignas(alignment) std::array<std::byte, room_size> room_;
  std::byte* next_ = room_.data();
  std::size_t left_ = room_size;
  std::size_t next_block_ = 2 * room_size;
  std::forward_list<std::unique_ptr<std::byte[]>> blocks_;
};

struct ViewPage {
  PageMemory memory;
  std::forward_list<std::string> long_texts;  ///< taken over from the pages instead of copied
  std::size_t text_size = 0;                  ///< of all values, for a guess at the page's size
  const ViewValue* global_values = nullptr;
  ViewData root;
};

inline ViewGroup* find_group(ViewGroup* group, NameId name) {
  while (group != nullptr && group->name != name) group = group->next;
  return group;
}

inline const ViewValue* find_value(const ViewValue* value, NameId name) {
  while (value != nullptr && value->name != name) value = value->next;
  return value;
}

}  // namespace hindsight
