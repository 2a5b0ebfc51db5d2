#pragma once

#include <string>

#include "pages/publication.hpp"

namespace hindsight {

/// The timeline entries [first, first + count) of an incident, typed, for its own page.
std::string timeline_html(const Publication& publication, const Postmortem& postmortem, std::size_t first,
                          std::size_t count, const Urls& urls);

}  // namespace hindsight
