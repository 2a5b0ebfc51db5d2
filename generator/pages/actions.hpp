#pragma once

#include "pages/publication.hpp"

namespace hindsight {

/// actions.html: open action items, oldest first, and apart from them those whose status no document states.
Page actions_page(const Publication& publication);

}  // namespace hindsight
