#pragma once

#include "pages/publication.hpp"

namespace hindsight {

/// quality.html: per field and per postmortem, what is stated, inferred and missing.
Page quality_page(const Publication& publication);

}  // namespace hindsight
