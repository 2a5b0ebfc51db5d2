#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#include "base/byte_run.hpp"
#include "base/pieces.hpp"

namespace hindsight {

/// Where a long text is put together. Most of its pieces are a few bytes long: they are gathered here, which costs less
/// than to append each of them to a string.
class TextBuffer {
 public:
  static constexpr std::size_t block = sizeof(Bytes);

  TextBuffer() {}  // NOLINT: the room is not worth clearing

  /// Behind a text that it is to continue.
  explicit TextBuffer(std::string before) : text_(std::move(before)) {}  // NOLINT

  /// A text that fits into the room needs nothing else until it is taken.
  void reserve(std::size_t expected_size) {
    if (expected_size > room_.size()) text_.reserve(expected_size);
  }

  TextBuffer& operator+=(char c) {
    if (used_ == room_.size()) flush();
    room_[used_++] = c;
    return *this;
  }

  TextBuffer& operator+=(std::string_view text) {
    if (text.size() > room_.size() - used_) {
      flush();
      if (text.size() > room_.size() / 2) {
        text_ += text;
        return *this;
      }
    }
    used_ += text.copy(room_.data() + used_, text.size());
    return *this;
  }

  /// The same for a text with a block behind it that may be read: it is copied in whole blocks.
  void append_blocks(std::string_view text) {
    if (text.size() + block > room_.size() - used_) {
      *this += text;
      return;
    }
    char* const place = room_.data() + used_;
    for (std::size_t at = 0; at < text.size(); at += block) std::memcpy(place + at, text.data() + at, block);
    used_ += text.size();
  }

  /// Appends a text if no byte of it is odd, without a branch for each block; nothing if one is, or if the text is
  /// longer than half of the room. `is_odd` as for take_plain().
  template <class IsOdd>
  bool append_if_plain(std::string_view text, const IsOdd& is_odd) {
    if (text.size() > room_.size() / 2) return false;
    char* const place = place_for(std::max(text.size(), block));
    const auto copy = [&](const Bytes& bytes, std::size_t at) {
      std::memcpy(place + at, &bytes, block);
      return is_odd(bytes);
    };
    if (text.size() < block) {
      if (first_of(copy(with_zeros(text), 0)) < text.size()) return false;
    } else {
      const std::size_t last = text.size() - block;
      auto odd = copy(read_as<Bytes>(text.data() + last), last);  // may overlap those before
      for (std::size_t at = 0; at < last; at += block) odd |= copy(read_as<Bytes>(text.data() + at), at);
      if (is_any(odd)) return false;
    }
    advance(text.size());
    return true;
  }

  /// A place for up to `size` bytes (at most half of the room); advance() says how many were written there.
  char* place_for(std::size_t size) {
    if (size > room_.size() - used_) flush();
    return room_.data() + used_;
  }
  void advance(std::size_t size) { used_ += size; }

  /// All so far; it begins anew.
  std::string take() {
    flush();
    return std::exchange(text_, {});
  }

  /// Hands out all so far, and begins anew in the same memory, once it is long enough for a piece.
  void put_piece(const Put& put) {
    if (text_.size() + used_ < least_piece) return;
    flush();
    put(text_);
    text_.clear();
  }

 private:
  void flush() {
    text_.append(room_.data(), used_);
    used_ = 0;
  }

  std::array<char, 4000> room_;
  std::size_t used_ = 0;
  std::string text_;
};

/// Appends the bytes at the front of `text` that are not odd, and takes them off it: see take_plain().
template <class IsOdd>
void append_plain(std::string& out, std::string_view& text, const IsOdd& is_odd) {
  out += take_plain(text, is_odd);
}

/// The same, copying the bytes as it looks at them.
template <class IsOdd>
void append_plain(TextBuffer& out, std::string_view& text, const IsOdd& is_odd) {
  std::size_t at = 0;
  while (at < text.size()) {
    const Bytes bytes = bytes_at(text, at);
    const std::size_t plain = std::min(first_of(is_odd(bytes)), text.size() - at);
    std::memcpy(out.place_for(sizeof bytes), &bytes, sizeof bytes);
    out.advance(plain);
    at += plain;
    if (plain < sizeof bytes) break;
  }
  text.remove_prefix(at);
}

}  // namespace hindsight
