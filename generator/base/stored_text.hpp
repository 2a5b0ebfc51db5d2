#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hindsight {

class TextStore;

/// A text in the file of a store, which must outlive it.
class StoredText {
 public:
  /// Valid until the thread asks for another stored text: of one it asks many times in a row, so the last is kept.
  /// Throws Fatal if the file can't be read.
  std::string_view view() const;

  std::size_t size() const { return size_; }

 private:
  friend class TextStore;
  StoredText(const TextStore& store, std::uint64_t offset, std::size_t size)
      : store_(&store), offset_(offset), size_(size) {}

  const TextStore* store_;
  std::uint64_t offset_;
  std::size_t size_;
};

}  // namespace hindsight
