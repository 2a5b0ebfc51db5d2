#pragma once

#include "pages/publication.hpp"

namespace hindsight {

/// search.html: filled by a script; without one it says so and leads on.
Page search_page(const Publication& publication);

}  // namespace hindsight
