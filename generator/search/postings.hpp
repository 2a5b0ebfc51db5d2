#pragma once

#include <cstdint>
#include <vector>

#include "search/index.hpp"

namespace hindsight {

/// Turns `ends`, which say how many postings each term and field has, into where they end, and makes room for them.
/// Returns where they begin.
std::vector<std::uint32_t> place_postings(PostingRun& run);

}  // namespace hindsight
