#pragma once

#include <vector>

#include "pages/publication.hpp"

namespace hindsight {

/// The files below search/: the index in pieces as scripts that hand a value to hindsightSearch.take, and the whole
/// index as JSON if it is not too large.
std::vector<Page> search_data_pages(const Publication& publication);

}  // namespace hindsight
