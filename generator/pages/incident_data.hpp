#pragma once

#include <cstddef>
#include <vector>

#include "pages/publication.hpp"

namespace hindsight {

/// Of a list that a script loads rows of: how many are in a piece. Few, because matches may lie anywhere.
inline constexpr std::size_t rows_in_piece = 100;

/// search/incidents-*.js: what all incidents have, a property a file, for the facets of search and of incidents.html;
/// and, if that page does not hold them all, the rows of its table in pieces. Incidents are numbered as documents of
/// the search index are: from the oldest, so that a new one leaves the other pieces alone.
std::vector<Page> incident_data_pages(const Publication& publication);

}  // namespace hindsight
