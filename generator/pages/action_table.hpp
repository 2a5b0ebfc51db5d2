#pragma once

#include <span>
#include <string_view>

#include "model/action_items.hpp"
#include "pages/publication.hpp"
#include "render/view.hpp"

namespace hindsight {

/// Fills {{>NAME}} of a page with a table of action items of several incidents.
void add_action_table(View& view, std::string_view name, const Publication& publication,
                      std::span<const TrackedAction> actions, const Urls& urls, std::string_view caption);

/// The action items [first, first + count) of one incident, as a table for its own page.
std::string incident_actions_html(const Publication& publication, std::size_t incident, std::size_t first,
                                  std::size_t count, const Urls& urls);

/// "To do".
std::string_view label_of(ActionStatus status);

/// A link to an item's ticket, or its key; empty without.
std::string ticket_html(const ActionItem& item);

/// The action items of `actions` with one of two statuses.
std::vector<TrackedAction> open_actions(const Site& site);
std::vector<TrackedAction> actions_with_status(const Site& site, ActionStatus status);

}  // namespace hindsight
