#pragma once

#include <memory>
#include <vector>

#include "pages/publication.hpp"

namespace hindsight {

/// search/actions-*.js: what the tracker's items have, a property a file, and its rows in pieces, in the tracker's
/// order. None if actions.html holds them all.
std::vector<Page> tracker_data_pages(const Publication& publication,
                                     const std::shared_ptr<const std::vector<TrackedAction>>& tracked);

}  // namespace hindsight
