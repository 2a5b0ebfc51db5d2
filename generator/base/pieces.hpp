#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace hindsight {

using Put = std::function<void(std::string_view)>;

/// Bytes that need not be in memory as a whole: handed out piece by piece, the same bytes each time it is called.
using Pieces = std::function<void(const Put& put)>;

/// Bytes that are in memory, as one piece. They must outlive it.
inline Pieces in_one_piece(std::string_view bytes) {
  return [bytes](const Put& put) { put(bytes); };
}

/// How long a piece should be at least.
inline constexpr std::size_t least_piece = std::size_t{1} << 20U;

}  // namespace hindsight
