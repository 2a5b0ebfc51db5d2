#pragma once

#include <vector>

#include "pages/publication.hpp"

namespace hindsight {

/// The Atom feed of all incidents and one per service.
std::vector<Page> feed_pages(const Publication& publication);

/// The sitemap of a site whose address is known: one file, or parts that it leads to (https://www.sitemaps.org/ allows
/// 50 000 addresses a file).
std::vector<Page> sitemap_pages(const Publication& publication, const std::vector<std::string>& paths);

}  // namespace hindsight
