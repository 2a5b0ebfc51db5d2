#include "pages/actions.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/action_stats.hpp"
#include "model/groups.hpp"
#include "pages/action_table.hpp"
#include "pages/age_figure.hpp"
#include "pages/frame.hpp"
#include "pages/tracker_table.hpp"

namespace hindsight {
namespace {

constexpr int heading_level = 2;

bool is_closed(const Site& site, const TrackedAction& action) {
  const ActionStatus status = item_of(site.corpus, action).status;
  return status == ActionStatus::done || status == ActionStatus::wontdo;
}

/// Open ones first, the costliest at the top; then what was closed lately.
std::vector<TrackedAction> shown_actions(const Site& site) {
  std::vector<TrackedAction> shown = costliest_first(site);
  for (const TrackedAction& action : site.actions) {
    if (is_recently_closed(site, action)) shown.push_back(action);
  }
  return shown;
}

void add_counts(View& view, const Site& site, const Urls& urls) {
  const std::vector<TrackedAction> open = open_actions(site);
  const auto count_open = [&](auto holds) { return static_cast<long>(std::ranges::count_if(open, holds)); };
  const auto item = [&](const TrackedAction& action) -> const ActionItem& { return item_of(site.corpus, action); };
  const auto add = [&](std::string_view label, long count, std::string_view query) {
    View link = view.add("count_link");
    link.set("label", label).set("count", with_thousands(count));
    link.show_either(count > 0, "has_url", "no_url");
    link.set("url", urls.to(routes::actions) + std::string(query));
  };
  add("open", static_cast<long>(open.size()), "?status=todo&status=doing");
  add("overdue", count_open(&TrackedAction::overdue), "?due=overdue");
  add("no owner", count_open([&](const TrackedAction& a) { return item(a).owner.empty(); }),
      "?status=todo&status=doing&owner=none");
  add("no due date", count_open([](const TrackedAction& a) { return !a.due; }), "?status=todo&status=doing&due=none");
  add("status not stated", static_cast<long>(actions_with_status(site, ActionStatus::unknown).size()), "#not-stated");
  const auto lately = std::ranges::count_if(site.actions, [&](const TrackedAction& a) {
    return item(a).status == ActionStatus::done && is_recently_closed(site, a);
  });
  add("done in 90 days", lately, "?status=done");
}

void add_tables(View& view, const Site& site, const Urls& urls) {
  for (const OwnerSummary& owner : owners_of_open_items(site)) {
    const std::string slug = owner.owner.empty() ? "none" : slugify(owner.owner);
    view.add("owner_row")
        .set("owner", owner.owner.empty() ? "No owner" : owner.owner)
        .set("url", urls.to(routes::actions) + "?status=todo&status=doing&owner=" + slug)
        .set("open", with_thousands(static_cast<long>(owner.open)))
        .set("overdue", with_thousands(static_cast<long>(owner.overdue)))
        .set("oldest", counted(owner.oldest_days, "day"));
  }
  for (const QuarterFlow& flow : flow_by_quarter(site)) {
    view.add("quarter")
        .set("name", quarter_title(flow.quarter))
        .set("opened", static_cast<long>(flow.opened))
        .set("closed", static_cast<long>(flow.closed));
  }
  static constexpr std::array<std::string_view, 4> ages = {"up to 30 days", "31 to 90 days", "91 to 365 days", "older"};
  const std::array<std::size_t, 4> cohorts = open_by_age(site);
  for (std::size_t i = 0; i < ages.size(); ++i) {
    view.add("cohort").set("name", ages[i]).set("open", static_cast<long>(cohorts[i]));
  }
}

void fill_actions(const Publication& publication, View& view, const Urls& urls) {
  const Site& site = publication.site;
  const std::vector<TrackedAction> shown = shown_actions(site);
  view.set("built_on", format_date(site.today))
      .set("csv_url", urls.to(routes::actions_csv))
      .set("json_url", urls.to(routes::actions_json))
      .set("feed_url", urls.to(routes::actions_feed))
      .set("ics_url", urls.to(routes::actions_calendar));
  add_counts(view, site, urls);
  if (const std::optional<Figure> age = age_figure(publication, urls)) add_figure(view, "AGE", *age, heading_level);
  view.show_either(!shown.empty(), "has_items", "no_items");
  if (!shown.empty()) {
    add_tracker_facets(view, site, shown, urls);
    add_tracker_table(view, publication, shown, "Action items", urls);
  }
  const std::vector<TrackedAction> unknown = actions_with_status(site, ActionStatus::unknown);
  view.set("unknown_count", with_thousands(static_cast<long>(unknown.size())));
  if (!unknown.empty()) {
    view.show("has_unknown");
    add_action_table(view, "UNKNOWN", publication, unknown, urls, "Action items without a status");
  }
  const auto closed = std::ranges::count_if(site.actions, [&](const TrackedAction& a) { return is_closed(site, a); });
  view.set("closed_url", urls.to(routes::closed_actions)).set("closed_count", with_thousands(closed));
  if (closed > 0) view.show("has_closed");
  add_tables(view, site, urls);
}

Page tracker_page(const Publication& publication) {
  return {std::string(routes::actions), [&publication] {
            PageHead head;
            head.path = routes::actions;
            head.title = "Action items";
            head.description = "What the postmortems promised, what is overdue, and what it has cost since.";
            head.nav = routes::actions;
            head.feed = routes::actions_feed;
            head.has_charts = true;
            head.has_filter = true;
            return frame_page(publication, head, "actions.tpl",
                              [&](View& view, const Urls& urls) { fill_actions(publication, view, urls); });
          }};
}

Page closed_page(const Publication& publication) {
  return {std::string(routes::closed_actions), [&publication] {
            const Site& site = publication.site;
            PageHead head;
            head.path = routes::closed_actions;
            head.title = "Closed action items";
            head.nav = routes::actions;
            head.crumbs = {{"Action items", std::string(routes::actions)}};
            return frame_page(publication, head, "closed_actions.tpl", [&](View& view, const Urls& urls) {
              std::vector<TrackedAction> closed;
              std::ranges::copy_if(site.actions, std::back_inserter(closed),
                                   [&](const TrackedAction& action) { return is_closed(site, action); });
              std::ranges::stable_sort(closed, {}, &TrackedAction::incident);
              add_action_table(view, "ACTIONS", publication, closed, urls, "Closed action items");
            });
          }};
}

}  // namespace

std::vector<Page> action_pages(const Publication& publication) {
  return {tracker_page(publication), closed_page(publication)};
}

}  // namespace hindsight
