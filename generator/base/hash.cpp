#include "base/hash.hpp"

#include <fmt/compile.h>
#include <fmt/format.h>

// Compiled in: each byte of a site goes through it, and the library's own code takes twice the instructions.
#define XXH_INLINE_ALL
#include <xxhash.h>

namespace hindsight {

struct ContentHash::State {
  XXH3_state_t hash;
};

ContentHash::ContentHash() : state_(std::make_unique_for_overwrite<State>()) { XXH3_128bits_reset(&state_->hash); }

ContentHash::~ContentHash() = default;

ContentHash& ContentHash::add(std::string_view bytes) {
  XXH3_128bits_update(&state_->hash, bytes.data(), bytes.size());
  return *this;
}

std::string ContentHash::text() const {
  const XXH128_hash_t hash = XXH3_128bits_digest(&state_->hash);
  return fmt::format(FMT_COMPILE("{:016x}{:016x}"), hash.high64, hash.low64);
}

}  // namespace hindsight
