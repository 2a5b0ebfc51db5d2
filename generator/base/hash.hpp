#pragma once

#include <cstdint>
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

}  // namespace hindsight
