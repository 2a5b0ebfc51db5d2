#pragma once

#include "pages/publication.hpp"

namespace hindsight {

/// index.html: what happened last, what keeps causing incidents, what was promised.
Page dashboard_page(const Publication& publication);

}  // namespace hindsight
