#include "pages/incidents.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <string>
#include <tuple>
#include <utility>

#include "base/text.hpp"
#include "model/metrics.hpp"
#include "pages/boxes_figure.hpp"
#include "pages/calendar_figure.hpp"
#include "pages/facets.hpp"
#include "pages/frame.hpp"
#include "pages/incident_table.hpp"
#include "pages/paging.hpp"
#include "pages/scatter_figure.hpp"
#include "pages/tiles.hpp"
#include "render/html.hpp"

namespace hindsight {
namespace {

constexpr int heading_level = 2;

std::vector<std::size_t> counts_by_term(const Site& site, TermKind kind) {
  std::vector<std::size_t> counts;
  for (const Term& term : site.taxonomy(kind).terms) counts.push_back(term.incidents.size());
  return counts;
}

/// Data quality lists incidents without a date as it does all that lack something.
std::string undated_url(const Site& site, const Urls& urls) {
  const std::size_t first = site.undated.front();
  return urls.to(part_with(routes::quality, first), site.corpus.postmortems[first].id);
}

void add_year_facet(View& view, const Site& site, const Urls& urls) {
  std::vector<FacetOption> options;
  for (const Year& year : site.years) {
    const std::string name = std::to_string(year.year);
    options.push_back({name, name, urls.to(routes::year(year.year)), "", year.incidents.size()});
  }
  if (!site.undated.empty())
    options.push_back({"undated", "Undated", undated_url(site, urls), "", site.undated.size()});
  add_facet(view, "year", "Year", options);
}

void add_open_facet(View& view, const Site& site, const Urls& urls) {
  const auto has_open = [](const Postmortem& postmortem) { return open_action_count(postmortem) > 0; };
  const auto count = static_cast<std::size_t>(std::ranges::count_if(site.corpus.postmortems, has_open));
  if (count > 0)
    add_facet(view, "open", "Action items", {{"yes", "Has open ones", urls.to(routes::actions), "", count}});
}

std::string total_text(const Site& site, std::size_t count) {
  std::string text = counted(static_cast<long>(count), "incident");
  if (site.years.empty()) return text;
  const int first = site.years.back().year;
  const int last = site.years.front().year;
  return text + ", " + std::to_string(first) + (first == last ? "" : " to " + std::to_string(last));
}

void add_year_charts(View& view, const Publication& publication, const Year& year, const Urls& urls) {
  const Date first(std::chrono::year(year.year) / 1 / 1);
  const Date last(std::chrono::year(year.year) / 12 / 31);
  add_figure(
      view, "CHARTS",
      scatter_figure(publication, {Measure::resolve, year.incidents, "time-to-resolve", "Time to resolve", true}, urls),
      heading_level);
  if (summarise(publication.site, year.incidents, Measure::resolve).n >= smallest_n_for_median) {
    add_figure(
        view, "CHARTS",
        boxes_figure(
            publication,
            {Measure::resolve, year.incidents, GroupBy::quarter, "resolve-boxes", "Time to resolve by quarter"}, urls),
        heading_level);
  }
  add_figure(view, "CALENDAR",
             calendar_figure(publication, "Days of " + std::to_string(year.year), first,
                             std::min(last, std::max(first, publication.site.today)), urls),
             heading_level);
}

std::string title_of(const Year& year) { return "Incidents of " + std::to_string(year.year); }

void fill_year(const Publication& publication, std::size_t position, IncidentRows& rows, View& view, const Urls& urls) {
  const Site& site = publication.site;
  const Year& year = site.years[position];
  view.set("title", title_of(year));
  View tiles = add_tiles(view);
  add_tile(tiles, "Incidents", with_thousands(static_cast<long>(year.incidents.size())), "that started in the year");
  add_downtime_tile(tiles, site, year.incidents, urls);
  add_median_tile(tiles, Measure::detect, summarise(site, year.incidents, Measure::detect), urls);
  add_median_tile(tiles, Measure::resolve, summarise(site, year.incidents, Measure::resolve), urls);
  add_year_charts(view, publication, year, urls);
  const ListPart part = split_list(year.incidents.size()).front();
  rows.add_table(view, "INCIDENTS", rows_of(year.incidents, part), title_of(year));
  add_pager(view, part, routes::year(year.year), urls);
  const auto add = [&](std::string_view section, const Year& other) {
    view.add(section).set("url", urls.to(routes::year(other.year))).set("title", std::to_string(other.year));
  };
  if (site.years.size() > 1) view.show("has_neighbours");
  if (position + 1 < site.years.size()) add("older", site.years[position + 1]);
  if (position > 0) add("newer", site.years[position - 1]);
}

void add_older(View& view, const Site& site, const ListPart& part, const Urls& urls) {
  View older = view.add("older");
  older.set("shown", with_thousands(static_cast<long>(part.end)))
      .set("total", with_thousands(static_cast<long>(part.total)));
  const auto add = [&](const std::string& title, const std::string& url, std::size_t count) {
    older.add("year").set("title", title).set("url", url).set("count", with_thousands(static_cast<long>(count)));
  };
  for (const Year& year : site.years)
    add(std::to_string(year.year), urls.to(routes::year(year.year)), year.incidents.size());
  if (!site.undated.empty()) add("undated", undated_url(site, urls), site.undated.size());
}

void fill_incidents(const Publication& publication, View& view, const Urls& urls) {
  const Site& site = publication.site;
  const std::vector<std::size_t> all = all_incidents(site);
  view.set("count_text", total_text(site, all.size()))
      .set("csv_url", urls.to(routes::incidents_csv))
      .set("json_url", urls.to(routes::incidents_json))
      .set("feed_url", urls.to(routes::feed));
  for (const auto& [kind, name, title] : {std::tuple{TermKind::severity, "severity", "Severity"},
                                          {TermKind::service, "service", "Service"},
                                          {TermKind::trigger, "trigger", "Trigger"},
                                          {TermKind::root_cause, "root-cause", "Root cause"}}) {
    add_term_facet(view, site, kind, name, title, counts_by_term(site, kind), urls);
  }
  add_year_facet(view, site, urls);
  add_open_facet(view, site, urls);
  // The others are on the years' pages: a second list of all of them would be an eighth of a large site's lists.
  const ListPart newest = split_list(all.size()).front();
  add_filterable_table(view, "INCIDENTS", publication, rows_of(all, newest), urls, "All incidents");
  if (newest.parts > 1) add_older(view, site, newest, urls);
}

}  // namespace

Page incidents_page(const Publication& publication) {
  return {std::string(routes::incidents), [&publication] {
            PageHead head;
            head.path = routes::incidents;
            head.title = "Incidents";
            head.description = "All incidents, newest first.";
            head.nav = routes::incidents;
            head.has_filter = true;
            return frame_page(publication, head, "incidents.tpl",
                              [&](View& view, const Urls& urls) { fill_incidents(publication, view, urls); });
          }};
}

std::vector<Page> year_pages(const Publication& publication, const std::shared_ptr<IncidentRows>& rows) {
  std::vector<Page> pages;
  for (std::size_t position = 0; position < publication.site.years.size(); ++position) {
    const Year& year = publication.site.years[position];
    PageHead head;
    head.path = routes::year(year.year);
    head.title = std::to_string(year.year);
    head.description = "Incidents that started in " + head.title + ".";
    head.nav = routes::incidents;
    head.has_charts = true;
    head.crumbs = {{"Incidents", std::string(routes::incidents)}};
    pages.push_back({head.path, [&publication, position, rows, head] {
                       return frame_page(publication, head, "year.tpl", [&](View& view, const Urls& urls) {
                         fill_year(publication, position, *rows, view, urls);
                       });
                     }});
    const auto fill = [rows, &year](View& view, const ListPart& part, const Urls&) {
      rows->add_table(view, "ROWS", rows_of(year.incidents, part), title_of(year));
    };
    std::ranges::move(further_pages(publication, {head, title_of(year), year.incidents.size(), fill}),
                      std::back_inserter(pages));
  }
  return pages;
}

}  // namespace hindsight
