#pragma once

#include <cstddef>

#include "pages/publication.hpp"
#include "render/view.hpp"

namespace hindsight {

/// Adds the incidents whose texts are like this one's, each with the words that both share.
void add_similar(View& view, const Publication& publication, std::size_t incident, const Urls& urls);

}  // namespace hindsight
