#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pages/publication.hpp"
#include "render/view.hpp"

namespace hindsight {

/// What the frame around a page needs to know of it.
struct PageHead {
  std::string path;         ///< output file
  std::string title;        ///< of the page, without the site's
  std::string description;  ///< plain text; may be empty
  std::string nav;          ///< the path of the section it belongs to: routes::incidents
  std::vector<std::pair<std::string, std::string>> crumbs;  ///< title and path of the pages above, outermost first
  std::string feed;                                         ///< path of a feed of its own; may be empty
  bool is_article = false;
  bool has_charts = false;
  bool has_filter = false;  ///< a table that a script filters
};

using FillPage = std::function<void(View& view, const Urls& urls)>;

/// A whole page: the frame (page.tpl) around `template_file`, which `fill` gives its values.
std::string frame_page(const Publication& publication, const PageHead& head, std::string_view template_file,
                       const FillPage& fill);

/// What the frames of many pages share: of those that have the depth, the section and the kind (is_article and so on)
/// of `like`.
View shared_frame(const Publication& publication, const PageHead& like);

/// A page whose frame has its share made before.
std::string frame_page(const Publication& publication, const PageHead& head, const View& shared,
                       std::string_view template_file, const FillPage& fill);

/// The Content-Security-Policy of a page.
std::string content_security_policy(const SiteConfig& config);

}  // namespace hindsight
