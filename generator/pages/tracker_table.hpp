#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/action_items.hpp"
#include "pages/publication.hpp"
#include "render/view.hpp"

namespace hindsight {

/// What items are filtered by.
std::string owner_value(const ActionItem& item);
std::string_view due_value(const TrackedAction& action);
std::string type_value(const ActionItem& item);

/// A row of the tracker, of `total` on all its pages. `is_filterable`: with the values that the filter reads.
std::string tracker_row_html(const Publication& publication, const TrackedAction& action, std::size_t total,
                             const Urls& urls, bool is_filterable);

/// Fills {{>ROWS}} with action items of several incidents and the cost of each: these of `total` items.
/// `is_filterable`: a script filters and sorts them, and loads the others if these are not all.
void add_tracker_table(View& view, const Publication& publication, std::span<const TrackedAction> actions,
                       std::size_t total, std::string_view caption, bool is_filterable, const Urls& urls);

/// Adds the facets of the filter: status, due, owner, service, severity, type.
void add_tracker_facets(View& view, const Site& site, std::span<const TrackedAction> actions, const Urls& urls);

}  // namespace hindsight
