#pragma once

#include <span>

#include "model/action_items.hpp"
#include "pages/publication.hpp"
#include "render/view.hpp"

namespace hindsight {

/// Fills {{>TRACKER}} with action items of several incidents and the cost of each; with values to filter and sort by.
void add_tracker_table(View& view, const Publication& publication, std::span<const TrackedAction> actions,
                       std::string_view caption, const Urls& urls);

/// Adds the facets of the filter: status, due, owner, service, severity, type.
void add_tracker_facets(View& view, const Site& site, std::span<const TrackedAction> actions, const Urls& urls);

}  // namespace hindsight
