#pragma once

#include <vector>

#include "pages/publication.hpp"

namespace hindsight {

/// incidents.html: all incidents, with facets that are links without a script and filters with one.
Page incidents_page(const Publication& publication);

/// One page a year.
std::vector<Page> year_pages(const Publication& publication);

}  // namespace hindsight
