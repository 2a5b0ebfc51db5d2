#pragma once

#include "pages/publication.hpp"

namespace hindsight {

/// How the site's figures are computed, what is missing behind them, and whether a change could be seen at all.
Page metrics_page(const Publication& publication);

}  // namespace hindsight
