#pragma once

#include <vector>

#include "pages/publication.hpp"

namespace hindsight {

/// The site's table of contents: every output file that is made from the model, in the order of this list. The
/// publication must outlive the pages.
std::vector<Page> list_pages(const Publication& publication);

/// Where the theme's style sheets, scripts and images go.
std::map<std::string, std::string, std::less<>> asset_paths(const Theme& theme);

}  // namespace hindsight
