#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "pages/incident_rows.hpp"
#include "pages/publication.hpp"

namespace hindsight {

/// The index page and the pages of each term, for triggers, root causes, services, severities, teams and tags.
/// `tracked`: action items, of which a term shows the open ones, the costliest first.
std::vector<Page> term_pages(const Publication& publication, const std::vector<TrackedAction>& tracked,
                             const std::shared_ptr<IncidentRows>& rows);

/// "Root causes".
std::string_view plural_title(TermKind kind);
std::string_view singular_title(TermKind kind);

}  // namespace hindsight
