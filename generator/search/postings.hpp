#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "search/index.hpp"

namespace hindsight {

/// A run with room for as many postings as are counted, by term, in one or more lists. Each count becomes the
/// place of the first of them, those of the first list before those of the next.
PostingRun place_postings(std::span<std::vector<std::uint32_t>> counts);

}  // namespace hindsight
