#include "pages/about.hpp"

#include <algorithm>
#include <string>

#include "base/escape.hpp"
#include "pages/frame.hpp"
#include "render/html.hpp"

namespace hindsight {
namespace {

constexpr std::size_t newest_shown = 5;

void fill_about(const Site& site, View& view, const Urls& urls) {
  const std::vector<Term>& severities = site.taxonomy(TermKind::severity).terms;
  view.set_html("not_recorded_html", not_recorded())
      .set("quality_url", urls.to(routes::quality))
      .set("feed_url", urls.to(routes::feed))
      .set("incidents_json_url", urls.to(routes::incidents_json))
      .set("incidents_csv_url", urls.to(routes::incidents_csv))
      .set("actions_json_url", urls.to(routes::actions_json))
      .set("actions_csv_url", urls.to(routes::actions_csv))
      .set("postmortem_schema_url", urls.to(routes::postmortem_schema))
      .set("site_schema_url", urls.to(routes::site_schema))
      .set("example_severity", severities[std::min<std::size_t>(1, severities.size() - 1)].name);
  for (const Term& severity : severities) {
    view.add("severity")
        .set("url", urls.to(routes::term(severity)))
        .set_html("badge_html", severity_badge(severity.rank, severity.name))
        .set("title", severity.title)
        .set_if("description", severity.description)
        .set("count", static_cast<long>(severity.incidents.size()));
  }
}

void fill_not_found(const Site& site, View& view, const Urls& urls) {
  view.set("incidents_url", urls.to(routes::incidents));
  const std::vector<Postmortem>& postmortems = site.corpus.postmortems;
  for (std::size_t index = 0; index < std::min(newest_shown, postmortems.size()); ++index) {
    const std::optional<Moment>& date = dated_by(postmortems[index]);
    view.add("newest")
        .set("url", urls.to_incident(postmortems[index]))
        .set("title", postmortems[index].title)
        .set("date", date ? format_date(printed_day_of(*date)) : "");
  }
}

}  // namespace

Page about_page(const Publication& publication) {
  return {std::string(routes::about), [&publication] {
            PageHead head;
            head.path = routes::about;
            head.title = "About";
            head.description = "How to read a postmortem, what the words mean, and how to add one.";
            head.nav = routes::about;
            return frame_page(publication, head, "about.tpl",
                              [&](View& view, const Urls& urls) { fill_about(publication.site, view, urls); });
          }};
}

Page not_found_page(const Publication& publication) {
  return {std::string(routes::not_found), [&publication] {
            PageHead head;
            head.path = routes::not_found;
            head.title = "Not found";
            return frame_page(publication, head, "not_found.tpl",
                              [&](View& view, const Urls& urls) { fill_not_found(publication.site, view, urls); });
          }};
}

std::vector<Page> redirect_pages(const Publication& publication) {
  std::vector<Page> pages;
  for (const Postmortem& postmortem : publication.site.corpus.postmortems) {
    for (const std::string& alias : postmortem.aliases) {
      pages.push_back({alias, [&publication, &postmortem, &alias] {
                         View view;
                         view.set("language", publication.site.config.language)
                             .set("csp", content_security_policy(publication.site.config))
                             .set("title", postmortem.title)
                             .set("url", Urls(alias).to_incident(postmortem));
                         return publication.theme.render("redirect.tpl", view);
                       }});
    }
  }
  return pages;
}

}  // namespace hindsight
