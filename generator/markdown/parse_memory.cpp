#include "markdown/parse_memory.hpp"

#include <algorithm>
#include <cstring>
#include <new>

namespace hindsight {
namespace {

/// What pieces are cut from.
constexpr std::size_t least_block = std::size_t{8} << 10U;

/// Before each piece stands its size, for it to grow by.
constexpr std::size_t header = alignof(std::max_align_t);

}  // namespace

thread_local ParseMemory* ParseMemory::innermost = nullptr;

ParseMemory::ParseMemory() : blocks_(first_block), outer_(innermost) {
  free_ = first_;
  innermost = this;
}

ParseMemory::~ParseMemory() { innermost = outer_; }

cmark_mem* ParseMemory::allocator() {
  static cmark_mem allocator = {allocate_zeroed, reallocate, [](void*) {}};
  return &allocator;
}

std::byte* ParseMemory::cut(std::size_t size) {
  if (size > free_.size()) {
    const std::size_t block = std::max(size, least_block);
    free_ = {static_cast<std::byte*>(blocks_.allocate(block, header)), block};
  }
  std::byte* const piece = free_.data();
  free_ = free_.subspan(size);
  return piece;
}

/// Throws when memory runs out, where cmark's own allocator ends the program without a word to anyone.
void* ParseMemory::allocate(std::size_t size) {
  if (size > std::size_t{PTRDIFF_MAX} - 2 * header) throw std::bad_alloc();
  const std::size_t aligned = (size + header - 1) / header * header;
  std::byte* const bytes = innermost->cut(header + aligned);
  std::memcpy(bytes, &size, sizeof size);
  return bytes + header;
}

void* ParseMemory::allocate_zeroed(std::size_t count, std::size_t size) {
  std::size_t bytes = 0;
  if (__builtin_mul_overflow(count, size, &bytes)) throw std::bad_alloc();
  return std::memset(allocate(bytes), 0, bytes);
}

void* ParseMemory::reallocate(void* bytes, std::size_t size) {
  void* larger = allocate(size);
  if (bytes == nullptr) return larger;
  std::size_t before = 0;
  std::memcpy(&before, static_cast<std::byte*>(bytes) - header, sizeof before);
  return std::memcpy(larger, bytes, std::min(before, size));
}

}  // namespace hindsight
