#pragma once

#include <vector>

#include "pages/publication.hpp"

namespace hindsight {

/// data/: every incident and action item as JSON and CSV, and the schemas that editors complete from.
std::vector<Page> data_pages(const Publication& publication);

}  // namespace hindsight
