#include "pages/pages.hpp"

#include <iterator>
#include <memory>
#include <set>
#include <string_view>
#include <utility>

#include "pages/about.hpp"
#include "pages/actions.hpp"
#include "pages/dashboard.hpp"
#include "pages/data.hpp"
#include "pages/due_dates.hpp"
#include "pages/feeds.hpp"
#include "pages/incident.hpp"
#include "pages/incident_data.hpp"
#include "pages/incident_rows.hpp"
#include "pages/incidents.hpp"
#include "pages/metrics.hpp"
#include "pages/quality.hpp"
#include "pages/search.hpp"
#include "pages/search_data.hpp"
#include "pages/terms.hpp"
#include "pages/tracker_data.hpp"

namespace hindsight {
namespace {

void append(std::vector<Page>& pages, std::vector<Page> more) { std::ranges::move(more, std::back_inserter(pages)); }

}  // namespace

std::vector<Page> list_pages(const Publication& publication) {
  const auto tracked = std::make_shared<const std::vector<TrackedAction>>(tracker_actions(publication.site));
  const auto rows = std::make_shared<IncidentRows>(publication);
  std::vector<Page> pages;
  pages.push_back(dashboard_page(publication));
  pages.push_back(incidents_page(publication));
  append(pages, year_pages(publication, rows));
  append(pages, incident_pages(publication));
  append(pages, term_pages(publication, *tracked, rows));
  append(pages, action_pages(publication, tracked));
  pages.push_back(metrics_page(publication));
  append(pages, quality_pages(publication));
  pages.push_back(about_page(publication));
  pages.push_back(search_page(publication));

  // What stands so far is for readers and search engines; the rest is for machines.
  if (!publication.site.config.base_url.empty()) {
    std::vector<std::string> paths;
    for (const Page& page : pages) paths.push_back(page.path);
    append(pages, sitemap_pages(publication, paths));
  }
  pages.push_back(not_found_page(publication));
  append(pages, redirect_pages(publication));
  append(pages, feed_pages(publication));
  pages.push_back(due_dates_page(publication));
  append(pages, data_pages(publication));
  append(pages, search_data_pages(publication));
  append(pages, incident_data_pages(publication));
  append(pages, tracker_data_pages(publication, tracked));
  std::set<std::string_view> assets;
  for (const auto& [name, path] : publication.asset_paths) {
    if (!assets.insert(path).second) continue;  // the same bytes under the same name in two folders of the theme
    pages.push_back({path, [&publication, asset = name] { return publication.theme.assets().at(asset); }});
  }
  return pages;
}

std::map<std::string, std::string, std::less<>> asset_paths(const Theme& theme) {
  std::map<std::string, std::string, std::less<>> paths;
  for (const auto& [name, content] : theme.assets()) paths.emplace(name, routes::asset(name, content));
  return paths;
}

}  // namespace hindsight
