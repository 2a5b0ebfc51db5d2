#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pages/publication.hpp"
#include "render/view.hpp"

namespace hindsight {

/// A row of a table of incidents. `is_filterable`: with the values that the filter reads.
std::string incident_row_html(const Publication& publication, std::size_t index, const Urls& urls, bool is_filterable);

/// Fills {{>NAME}} of a page with a table of the incidents at `indices`.
void add_incident_table(View& view, std::string_view name, const Publication& publication,
                        std::span<const std::size_t> indices, const Urls& urls, std::string_view caption);

/// The same, for the script that filters all incidents: if these are not all, it loads the others.
void add_filterable_table(View& view, std::string_view name, const Publication& publication,
                          std::span<const std::size_t> indices, const Urls& urls, std::string_view caption);

/// The severity of an incident as a badge, or a muted dash.
std::string severity_html(const Site& site, const Postmortem& postmortem);

/// How many of its action items are open.
std::size_t open_action_count(const Postmortem& postmortem);

/// What sets an incident apart from the usual: near miss, drill, ongoing, draft, duplicate.
std::vector<std::string> labels_of(const Postmortem& postmortem);

}  // namespace hindsight
