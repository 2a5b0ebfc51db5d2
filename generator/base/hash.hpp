#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace hindsight {

/// FNV-1a, 64 bits: the same on every machine and in every version. Tells texts apart; protects against nobody.
constexpr std::uint64_t hash64(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3;
  }
  return hash;
}

/// XXH3 with 128 bits of bytes that come piece by piece: the same on every machine, and faster than memory. Protects
/// against nobody either.
class ContentHash {
 public:
  ContentHash();
  ~ContentHash();
  ContentHash(const ContentHash&) = delete;
  ContentHash& operator=(const ContentHash&) = delete;

  ContentHash& add(std::string_view bytes);

  /// Of all so far, in hexadecimal.
  std::string text() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace hindsight
