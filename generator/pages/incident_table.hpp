#pragma once

#include <span>
#include <string_view>

#include "pages/publication.hpp"
#include "render/view.hpp"

namespace hindsight {

/// Fills {{>NAME}} of a page with a table of the incidents at `indices`. `is_filterable`: rows carry what filter.js
/// reads.
void add_incident_table(View& view, std::string_view name, const Publication& publication,
                        std::span<const std::size_t> indices, const Urls& urls, std::string_view caption,
                        bool is_filterable = false);

/// The severity of an incident as a badge, or a muted dash.
std::string severity_html(const Site& site, const Postmortem& postmortem);

/// How many of its action items are open.
std::size_t open_action_count(const Postmortem& postmortem);

/// What sets an incident apart from the usual: near miss, drill, ongoing, draft, duplicate.
std::vector<std::string> labels_of(const Postmortem& postmortem);

}  // namespace hindsight
