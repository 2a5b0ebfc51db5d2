#pragma once

#include <string>

#include "pages/publication.hpp"

namespace hindsight {

/// A text field as markup, wherever it came from.
std::string prose_html(const Publication& publication, const Postmortem& postmortem, const Prose& prose,
                       const Urls& urls);

}  // namespace hindsight
