#pragma once

#include <vector>

#include "pages/publication.hpp"

namespace hindsight {

/// A page for each incident, in the order of the corpus.
std::vector<Page> incident_pages(const Publication& publication);

}  // namespace hindsight
