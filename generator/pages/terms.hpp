#pragma once

#include <string_view>
#include <vector>

#include "pages/publication.hpp"

namespace hindsight {

/// The index page and the page of each term, for triggers, root causes, services, severities, teams and tags.
std::vector<Page> term_pages(const Publication& publication);

/// "Root causes".
std::string_view plural_title(TermKind kind);
std::string_view singular_title(TermKind kind);

}  // namespace hindsight
