#include "pages/search.hpp"

#include <string>
#include <utility>

#include "base/text.hpp"
#include "pages/frame.hpp"
#include "pages/terms.hpp"

namespace hindsight {
namespace {

void fill_search(const Site& site, View& view, const Urls& urls) {
  view.set("incidents_url", urls.to(routes::incidents));
  for (const TermKind kind : {TermKind::service, TermKind::trigger, TermKind::root_cause}) {
    view.add("browse").set("url", urls.to(routes::term_index(kind))).set("title", plural_title(kind));
  }
  for (const Year& year : site.years) {
    view.add("year")
        .set("url", urls.to(routes::year(year.year)))
        .set("title", std::to_string(year.year))
        .set("count", static_cast<long>(year.incidents.size()));
  }
}

}  // namespace

Page search_page(const Publication& publication) {
  return {std::string(routes::search), [&publication] {
            PageHead head;
            head.path = routes::search;
            head.title = "Search";
            head.description = "Search all incidents: titles, texts, timelines, action items, error messages.";
            return frame_page(publication, head, "search.tpl",
                              [&](View& view, const Urls& urls) { fill_search(publication.site, view, urls); });
          }};
}

}  // namespace hindsight
