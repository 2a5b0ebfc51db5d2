#pragma once

#include "pages/publication.hpp"

namespace hindsight {

/// about.html: how to read the site, what its words mean, how to add to it.
Page about_page(const Publication& publication);

/// 404.html, for whatever address a host does not know.
Page not_found_page(const Publication& publication);

/// Pages at old addresses that send readers on.
std::vector<Page> redirect_pages(const Publication& publication);

}  // namespace hindsight
