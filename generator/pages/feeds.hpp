#pragma once

#include <vector>

#include "pages/publication.hpp"

namespace hindsight {

/// The Atom feed of all incidents and one per service; the sitemap if the site's address is known.
std::vector<Page> feed_pages(const Publication& publication);
Page sitemap_page(const Publication& publication, std::vector<std::string> paths);

}  // namespace hindsight
