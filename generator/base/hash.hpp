#pragma once

#include <cstdint>
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

/// XXH3 with 128 bits, in hexadecimal: the same on every machine, and faster than memory. Protects against nobody
/// either.
std::string content_hash(std::string_view bytes);

}  // namespace hindsight
