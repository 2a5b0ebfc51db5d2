#pragma once

#include <optional>
#include <string_view>

#include "base/time.hpp"

namespace hindsight {

/// A length of time in a text.
struct FoundDuration {
  seconds length{};
  std::size_t begin = 0;  ///< bytes of the text
  std::size_t end = 0;
  bool approximate = false;  ///< "about", "c.", "3-4 hours", "half a day"
};

/// The first length of time in `text`: 3h 8m, 673h 34m, 19 hours 43 minutes, 7 hours and 46 minutes, 279 minutes, 2 and
/// half hours, ninety minutes, 1:35 hours, 11 days. "5 minutes ago" and "every 5 minutes" are none.
std::optional<FoundDuration> find_duration(std::string_view text);

}  // namespace hindsight
