#pragma once

#include <memory>
#include <vector>

#include "pages/publication.hpp"

namespace hindsight {

/// What the tracker lists: open items, the costliest first; then those that were closed lately.
std::vector<TrackedAction> tracker_actions(const Site& site);

/// The tracker with `tracked`: what is open, overdue, or without a status; and pages of what was closed.
std::vector<Page> action_pages(const Publication& publication,
                               const std::shared_ptr<const std::vector<TrackedAction>>& tracked);

}  // namespace hindsight
