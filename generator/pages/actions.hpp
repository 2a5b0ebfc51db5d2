#pragma once

#include <vector>

#include "pages/publication.hpp"

namespace hindsight {

/// The tracker: what is open, overdue, or without a status; and a page of what was closed.
std::vector<Page> action_pages(const Publication& publication);

}  // namespace hindsight
