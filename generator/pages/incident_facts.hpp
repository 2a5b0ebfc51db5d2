#pragma once

#include <cstddef>

#include "pages/publication.hpp"
#include "pages/term_links.hpp"
#include "render/view.hpp"

namespace hindsight {

/// Adds what is known of an incident, a line each, with a mark and the evidence where a value was read from the text.
void add_facts(View& view, const Publication& publication, std::size_t incident, const TermLinks& links,
               const Urls& urls);

}  // namespace hindsight
