#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "search/index.hpp"

namespace hindsight {

/// Sets up an index for the postings of so many runs of documents.
void make_runs(SearchIndex& index, std::size_t runs);

/// Makes room in a run for as many postings as are counted, by term, in one or more lists. Each count becomes the place
/// of the first of them, those of the first list before those of the next.
void place_postings(SearchIndex& index, std::size_t run, std::span<std::vector<std::uint32_t>> counts);

}  // namespace hindsight
