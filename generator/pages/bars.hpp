#pragma once

#include <string_view>

#include "model/site.hpp"
#include "pages/routes.hpp"
#include "render/view.hpp"

namespace hindsight {

/// Adds the terms of a kind with the most downtime, each with n and its largest incident's share.
void add_downtime_bars(View& view, const Site& site, TermKind kind, std::string_view note, const Urls& urls);

/// Adds the latest years with their numbers of incidents.
void add_year_bars(View& view, const Site& site, const Urls& urls);

}  // namespace hindsight
