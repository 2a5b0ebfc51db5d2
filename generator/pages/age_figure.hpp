#pragma once

#include "pages/figure.hpp"
#include "pages/publication.hpp"

namespace hindsight {

/// How old the open action items are, a dot an item, a row a type. No figure if none is open.
std::optional<Figure> age_figure(const Publication& publication, const Urls& urls);

}  // namespace hindsight
