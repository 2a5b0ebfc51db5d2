#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace hindsight {

/// Where a page is put together. Most of its pieces are a few bytes long: they are gathered here, which costs less than
/// to append each of them to a string.
class PageBuffer {
 public:
  static constexpr std::size_t block = 16;

  explicit PageBuffer(std::size_t expected_size) { page_.reserve(expected_size); }

  void append(std::string_view text) {
    if (text.size() > room_.size() - used_) {
      flush();
      if (text.size() > room_.size() / 2) {
        page_ += text;
        return;
      }
    }
    std::memcpy(room_.data() + used_, text.data(), text.size());
    used_ += text.size();
  }

  /// The same for a text with a block behind it that may be read: it is copied in whole blocks.
  void append_blocks(std::string_view text) {
    if (text.size() + block > room_.size() - used_) return append(text);
    char* const place = room_.data() + used_;
    for (std::size_t at = 0; at < text.size(); at += block) std::memcpy(place + at, text.data() + at, block);
    used_ += text.size();
  }

  /// A place for up to `size` bytes (at most half of the room); advance() says how many were written there.
  char* place_for(std::size_t size) {
    if (size > room_.size() - used_) flush();
    return room_.data() + used_;
  }
  void advance(std::size_t size) { used_ += size; }

  std::string finish() && {
    flush();
    return std::move(page_);
  }

 private:
  void flush() {
    page_.append(room_.data(), used_);
    used_ = 0;
  }

  std::array<char, 4000> room_;
  std::size_t used_ = 0;
  std::string page_;
};

}  // namespace hindsight
