#include "pages/dashboard.hpp"

#include <algorithm>
#include <chrono>
#include <span>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "model/action_stats.hpp"
#include "model/metrics.hpp"
#include "pages/action_table.hpp"
#include "pages/age_figure.hpp"
#include "pages/bars.hpp"
#include "pages/boxes_figure.hpp"
#include "pages/calendar_figure.hpp"
#include "pages/frame.hpp"
#include "pages/incident_table.hpp"
#include "pages/scatter_figure.hpp"
#include "pages/tiles.hpp"

namespace hindsight {
namespace {

constexpr std::size_t latest_shown = 5;
constexpr std::size_t actions_shown = 5;
constexpr int heading_level = 2;

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

void add_key_figures(View& view, const Site& site, std::size_t open_count, const Urls& urls) {
  const std::vector<std::size_t> all = all_incidents(site);
  View tiles = add_tiles(view);
  add_count_tile(tiles, site, all);
  add_median_tile(tiles, Measure::detect, summarise(site, all, Measure::detect), urls);
  add_median_tile(tiles, Measure::resolve, summarise(site, all, Measure::resolve), urls);
  const auto unknown = static_cast<long>(actions_with_status(site, ActionStatus::unknown).size());
  add_tile(tiles, "Open action items", with_thousands(static_cast<long>(open_count)),
           unknown == 0 ? "every item states its status" : with_thousands(unknown) + " more state no status");
}

void add_duration_charts(View& view, const Publication& publication, const Urls& urls) {
  const Site& site = publication.site;
  const std::vector<std::size_t> all = all_incidents(site);
  const GroupBy period = readable_period(site, all, Measure::resolve);
  const std::string by = period == GroupBy::year ? " by year" : " by quarter";
  add_figure(view, "DURATIONS",
             scatter_figure(publication, {Measure::resolve, all, "time-to-resolve", "Time to resolve"}, urls),
             heading_level);
  add_figure(view, "DURATIONS",
             scatter_figure(publication, {Measure::detect, all, "time-to-detect", "Time to detect"}, urls),
             heading_level);
  add_figure(view, "DURATIONS",
             boxes_figure(publication, {Measure::resolve, all, period, "resolve-boxes", "Time to resolve" + by}, urls),
             heading_level);
  add_figure(view, "DURATIONS",
             boxes_figure(publication, {Measure::detect, all, period, "detect-boxes", "Time to detect" + by}, urls),
             heading_level);
}

void add_bars(View& view, const Site& site, const Urls& urls) {
  add_downtime_bars(view, site, TermKind::root_cause, "what made incidents possible", urls);
  add_downtime_bars(view, site, TermKind::trigger, "what set them off", urls);
  add_downtime_bars(view, site, TermKind::service, "what was affected", urls);
  add_year_bars(view, site, urls);
}

void add_actions(View& view, const Publication& publication, const Urls& urls) {
  const std::vector<TrackedAction> costliest = costliest_first(publication.site);
  const std::span<const TrackedAction> open(costliest);
  view.set("actions_url", urls.to(routes::actions)).set("open_action_count", static_cast<long>(open.size()));
  if (open.empty()) return;
  view.show("has_actions");
  add_action_table(view, "ACTIONS", publication, open.first(std::min(open.size(), actions_shown)), urls,
                   "Costliest open action items");
  if (const std::optional<Figure> age = age_figure(publication, urls)) add_figure(view, "AGE", *age, heading_level);
}

void fill_dashboard(const Publication& publication, View& view, const Urls& urls) {
  const Site& site = publication.site;
  const std::vector<TrackedAction> open = open_actions(site);
  view.set("site_title", site.config.title).set_if("site_description", site.config.description);
  add_notices(view, site, urls);
  add_key_figures(view, site, open.size(), urls);

  std::vector<std::size_t> latest = all_incidents(site);
  view.set("incident_count", with_thousands(static_cast<long>(latest.size())))
      .set("incidents_url", urls.to(routes::incidents));
  if (latest.size() > latest_shown) latest.resize(latest_shown);
  add_incident_table(view, "LATEST", publication, latest, urls, "Latest incidents");

  add_duration_charts(view, publication, urls);
  add_bars(view, site, urls);
  add_actions(view, publication, urls);
  add_figure(view, "CALENDAR",
             calendar_figure(publication, "The last 12 months", site.today - std::chrono::days(364), site.today, urls),
             heading_level);
  view.set("about_url", urls.to(routes::about))
      .set("quality_url", urls.to(routes::quality))
      .set("metrics_url", urls.to(routes::metrics));
}

}  // namespace

Page dashboard_page(const Publication& publication) {
  return {std::string(routes::home), [&publication] {
            PageHead head;
            head.path = routes::home;
            head.title = publication.site.config.title;
            head.description = publication.site.config.description;
            head.has_charts = true;
            return frame_page(publication, head, "dashboard.tpl",
                              [&](View& view, const Urls& urls) { fill_dashboard(publication, view, urls); });
          }};
}

}  // namespace hindsight
