#pragma once

#include <string>
#include <string_view>

namespace hindsight {

/// The stem of a lower-case word (UTF-8): Porter's algorithm (M. F. Porter, "An algorithm for suffix stripping",
/// Program 14(3), 1980) as lunr 2.3.9 has it, which counts in UTF-16 units and takes every letter that is not a, e, i,
/// o, u for a consonant.
std::string stem(std::string_view word);

}  // namespace hindsight
