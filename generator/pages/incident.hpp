#pragma once

#include "pages/publication.hpp"

namespace hindsight {

/// The page of the incident at `index` of the corpus.
Page incident_page(const Publication& publication, std::size_t index);

}  // namespace hindsight
