#pragma once

#include <memory>
#include <vector>

#include "pages/incident_rows.hpp"
#include "pages/publication.hpp"

namespace hindsight {

/// incidents.html: all incidents, with facets that are links without a script and filters with one.
Page incidents_page(const Publication& publication);

/// The pages of each year.
std::vector<Page> year_pages(const Publication& publication, const std::shared_ptr<IncidentRows>& rows);

}  // namespace hindsight
