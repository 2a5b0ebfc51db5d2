#pragma once

#include <array>
#include <cstddef>
#include <memory_resource>
#include <span>

#include <cmark-gfm.h>

namespace hindsight {

/// The memory of one parse: whatever cmark asks for on this thread while it lives. Nothing of it is returned before
/// its end, so trees need not be walked to free them. They nest; the innermost is asked.
class ParseMemory {
 public:
  ParseMemory();
  ~ParseMemory();
  ParseMemory(const ParseMemory&) = delete;
  ParseMemory& operator=(const ParseMemory&) = delete;

  /// What cmark allocates with. A cmark_mem can't carry a pointer of ours, so this one asks the thread's innermost.
  static cmark_mem* allocator();

 private:
  static void* allocate(std::size_t size);
  static void* allocate_zeroed(std::size_t count, std::size_t size);
  static void* reallocate(void* bytes, std::size_t size);

  /// Of a size that keeps the next piece aligned.
  std::byte* cut(std::size_t size);

  static thread_local ParseMemory* innermost;

  /// Enough for the tree of a document of a few pages.
  static constexpr std::size_t first_block = std::size_t{64} << 10U;

  alignas(std::max_align_t) std::array<std::byte, first_block> first_;
  std::pmr::monotonic_buffer_resource blocks_;  ///< for what goes beyond
  std::span<std::byte> free_;                   ///< of the newest block
  ParseMemory* outer_;
};

}  // namespace hindsight
