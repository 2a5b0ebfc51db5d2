#include "pages/dashboard.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "model/metrics.hpp"
#include "pages/action_table.hpp"
#include "pages/frame.hpp"
#include "pages/incident_table.hpp"
#include "pages/tiles.hpp"
#include "render/html.hpp"

namespace hindsight {
namespace {

constexpr std::size_t latest_shown = 5;
constexpr std::size_t bars_shown = 6;
constexpr std::size_t actions_shown = 5;

struct Bar {
  std::string name;
  std::string url;
  std::size_t count;
};

void add_bars(View& view, std::string_view anchor, std::string_view title, std::string_view note,
              const std::string& url, std::span<const Bar> bars) {
  if (bars.empty()) return;
  const std::size_t longest = std::ranges::max(bars, {}, &Bar::count).count;
  View group = view.add("group");
  group.set("anchor", anchor).set("title", title).set("note", note).set("url", url);
  for (const Bar& bar : bars) {
    group.add("bar")
        .set("name", bar.name)
        .set("url", bar.url)
        .set("count", static_cast<long>(bar.count))
        .set_html("bar_html", share_bar(static_cast<double>(bar.count) / static_cast<double>(longest)));
  }
}

/// The terms with the most incidents.
void add_term_bars(View& view, const Site& site, TermKind kind, std::string_view title, std::string_view note,
                   const Urls& urls) {
  std::vector<Bar> bars;
  for (const Term& term : site.taxonomy(kind).terms) {
    if (!term.incidents.empty()) bars.push_back({term.title, urls.to(routes::term(term)), term.incidents.size()});
  }
  std::ranges::stable_sort(bars, std::ranges::greater(), &Bar::count);
  if (bars.size() > bars_shown) bars.resize(bars_shown);
  const std::string path = routes::term_index(kind);
  add_bars(view, path.substr(0, path.find('.')), title, note, urls.to(path), bars);
}

void add_year_bars(View& view, const Site& site, const Urls& urls) {
  std::vector<Bar> bars;
  for (const Year& year : site.years) {
    bars.push_back({std::to_string(year.year), urls.to(routes::year(year.year)), year.incidents.size()});
  }
  if (bars.size() > bars_shown) bars.resize(bars_shown);
  add_bars(view, "years", "Years", "incidents that started in the year", urls.to(routes::incidents), bars);
}

void add_notices(View& view, const Site& site, const Urls& urls) {
  const std::vector<Postmortem>& postmortems = site.corpus.postmortems;
  const auto add = [&](long count, const std::string& text, const std::string& url) {
    if (count == 0) return;
    view.add("notice").set("text", text).set("url", url);
  };
  const auto ongoing =
      std::ranges::count_if(postmortems, [](const Postmortem& p) { return state_of(p) == State::ongoing; });
  const auto drafts =
      std::ranges::count_if(postmortems, [](const Postmortem& p) { return p.status != DocumentStatus::final_version; });
  const auto overdue = std::ranges::count_if(site.actions, &TrackedAction::overdue);
  if (ongoing + drafts + overdue > 0) view.show("has_notices");
  add(ongoing, counted(ongoing, "incident") + " ongoing", urls.to(routes::incidents));
  add(drafts, counted(drafts, "postmortem") + " not final yet", urls.to(routes::incidents));
  add(overdue, counted(overdue, "action item") + " overdue", urls.to(routes::actions));
}

void add_tiles(View& view, const Site& site, std::size_t open_count) {
  const std::vector<std::size_t> all = all_incidents(site);
  const auto total = static_cast<long>(all.size());
  add_tile(view, "Incidents", with_thousands(total),
           with_thousands(static_cast<long>(recent_incidents(site, all).size())) + " in the last 12 months");
  add_median_tile(view, "Median time to detect", summarise(site, all, Measure::detect));
  add_median_tile(view, "Median time to resolve", summarise(site, all, Measure::resolve));
  const auto unknown = static_cast<long>(actions_with_status(site, ActionStatus::unknown).size());
  add_tile(view, "Open action items", with_thousands(static_cast<long>(open_count)),
           unknown == 0 ? "every item states its status" : with_thousands(unknown) + " more state no status");
}

void fill_dashboard(const Publication& publication, View& view, const Urls& urls) {
  const Site& site = publication.site;
  const std::vector<TrackedAction> open = open_actions(site);
  view.set("site_title", site.config.title).set_if("site_description", site.config.description);
  add_notices(view, site, urls);
  add_tiles(view, site, open.size());

  std::vector<std::size_t> latest = all_incidents(site);
  view.set("incident_count", with_thousands(static_cast<long>(latest.size())))
      .set("incidents_url", urls.to(routes::incidents));
  if (latest.size() > latest_shown) latest.resize(latest_shown);
  add_incident_table(view, "LATEST", publication, latest, urls, "Latest incidents");

  add_term_bars(view, site, TermKind::root_cause, "Root causes", "what made incidents possible", urls);
  add_term_bars(view, site, TermKind::trigger, "Triggers", "what set them off", urls);
  add_term_bars(view, site, TermKind::service, "Services", "what was affected", urls);
  add_year_bars(view, site, urls);

  view.set("actions_url", urls.to(routes::actions)).set("open_action_count", static_cast<long>(open.size()));
  if (!open.empty()) {
    view.show("has_actions");
    const std::span<const TrackedAction> oldest(open.data(), std::min(open.size(), actions_shown));
    add_action_table(view, "ACTIONS", publication, oldest, urls, "Oldest open action items");
  }
  view.set("about_url", urls.to(routes::about)).set("quality_url", urls.to(routes::quality));
}

}  // namespace

Page dashboard_page(const Publication& publication) {
  return {std::string(routes::home), [&publication] {
            PageHead head;
            head.path = routes::home;
            head.title = publication.site.config.title;
            head.description = publication.site.config.description;
            return frame_page(publication, head, "dashboard.tpl",
                              [&](View& view, const Urls& urls) { fill_dashboard(publication, view, urls); });
          }};
}

}  // namespace hindsight
