#pragma once

#include <cstddef>

#include "model/site.hpp"
#include "pages/routes.hpp"
#include "render/view.hpp"

namespace hindsight {

/// Adds to an incident's page what came later and is related to it, and what earlier related incidents had promised and
/// not done when it began. Nothing if there is neither.
void add_recurrence(View& view, const Site& site, std::size_t incident, const Urls& urls);

/// Whether an incident's page has that section.
bool has_recurrence(const Site& site, std::size_t incident);

}  // namespace hindsight
