#pragma once

#include <vector>

#include "pages/publication.hpp"

namespace hindsight {

/// quality.html and further pages: per field and per postmortem, what is stated, inferred and missing.
std::vector<Page> quality_pages(const Publication& publication);

}  // namespace hindsight
