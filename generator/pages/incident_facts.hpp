#pragma once

#include <cstddef>
#include <string>

#include "pages/publication.hpp"
#include "render/view.hpp"

namespace hindsight {

/// Adds what is known of an incident, a line each, with a mark and the evidence where a value was read from the text.
void add_facts(View& view, const Publication& publication, std::size_t incident, const Urls& urls);

/// Links to the pages of an incident's terms, with commas between; empty without terms.
std::string term_links(const Site& site, std::size_t incident, TermKind kind, const Urls& urls);

}  // namespace hindsight
