#include "pages/actions.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/action_stats.hpp"
#include "model/groups.hpp"
#include "pages/action_table.hpp"
#include "pages/age_figure.hpp"
#include "pages/frame.hpp"
#include "pages/paging.hpp"
#include "pages/tracker_table.hpp"

namespace hindsight {
namespace {

using SharedActions = std::shared_ptr<const std::vector<TrackedAction>>;

constexpr int heading_level = 2;
constexpr std::size_t few_rows = 50;  ///< of a long list that has its own page

bool is_closed(const Site& site, const TrackedAction& action) {
  const ActionStatus status = item_of(site.corpus, action).status;
  return status == ActionStatus::done || status == ActionStatus::wontdo;
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

void add_unknown(View& view, const Publication& publication, const Urls& urls) {
  const std::vector<TrackedAction> unknown = actions_with_status(publication.site, ActionStatus::unknown);
  const std::string count = with_thousands(static_cast<long>(unknown.size()));
  view.set("unknown_count", count);
  if (unknown.empty()) return;
  view.show("has_unknown");
  const bool is_long = unknown.size() > rows_on_page;
  const std::span<const TrackedAction> listed = std::span(unknown).first(is_long ? few_rows : unknown.size());
  add_action_table(view, "UNKNOWN", publication, listed, urls, "Action items without a status");
  if (is_long) view.add("all_unknown").set("url", urls.to(routes::actions_not_stated)).set("count", count);
}

void fill_actions(const Publication& publication, const std::vector<TrackedAction>& tracked, View& view,
                  const Urls& urls) {
  const Site& site = publication.site;
  view.set("built_on", format_date(site.today))
      .set("csv_url", urls.to(routes::actions_csv))
      .set("json_url", urls.to(routes::actions_json))
      .set("feed_url", urls.to(routes::actions_feed))
      .set("ics_url", urls.to(routes::actions_calendar));
  add_counts(view, site, urls);
  if (const std::optional<Figure> age = age_figure(publication, urls)) add_figure(view, "AGE", *age, heading_level);
  view.show_either(!tracked.empty(), "has_items", "no_items");
  if (!tracked.empty()) {
    const ListPart part = split_list(tracked.size()).front();
    add_tracker_facets(view, site, tracked, urls);
    add_tracker_table(view, publication, rows_of(tracked, part), tracked.size(), "Action items", true, urls);
    add_pager(view, part, routes::actions, urls);
  }
  add_unknown(view, publication, urls);
  const auto closed = std::ranges::count_if(site.actions, [&](const TrackedAction& a) { return is_closed(site, a); });
  view.set("closed_url", urls.to(routes::closed_actions)).set("closed_count", with_thousands(closed));
  if (closed > 0) view.show("has_closed");
  add_tables(view, site, urls);
}

std::vector<Page> tracker_pages(const Publication& publication, const SharedActions& tracked) {
  PageHead head;
  head.path = routes::actions;
  head.title = "Action items";
  head.description = "What the postmortems promised, what is overdue, and what it has cost since.";
  head.nav = routes::actions;
  head.feed = routes::actions_feed;
  head.has_charts = true;
  head.has_filter = true;
  std::vector<Page> pages = {{head.path, [&publication, tracked, head] {
                                return frame_page(publication, head, "actions.tpl", [&](View& view, const Urls& urls) {
                                  fill_actions(publication, *tracked, view, urls);
                                });
                              }}};
  const auto fill = [&publication, tracked](View& view, const ListPart& part, const Urls& urls) {
    add_tracker_table(view, publication, rows_of(*tracked, part), tracked->size(), "Action items", false, urls);
  };
  std::ranges::move(further_pages(publication, {head, head.title, tracked->size(), fill}), std::back_inserter(pages));
  return pages;
}

/// A list of items on pages of its own.
std::vector<Page> list_of_actions(const Publication& publication, const PageHead& head, std::string_view lead,
                                  const SharedActions& actions) {
  const auto add_rows = [&publication, actions, head](View& view, const ListPart& part, const Urls& urls) {
    add_action_table(view, "ROWS", publication, rows_of(*actions, part), urls, head.title);
  };
  std::vector<Page> pages = {{head.path, [&publication, actions, head, lead, add_rows] {
                                const auto fill = [&](View& view, const Urls& urls) {
                                  const ListPart part = split_list(actions->size()).front();
                                  view.set("title", head.title).set("lead", lead);
                                  add_rows(view, part, urls);
                                  add_pager(view, part, head.path, urls);
                                };
                                return frame_page(publication, head, "action_list.tpl", fill);
                              }}};
  std::ranges::move(further_pages(publication, {head, head.title, actions->size(), add_rows}),
                    std::back_inserter(pages));
  return pages;
}

PageHead head_below_tracker(std::string_view path, std::string_view title) {
  PageHead head;
  head.path = path;
  head.title = title;
  head.nav = routes::actions;
  head.crumbs = {{"Action items", std::string(routes::actions)}};
  return head;
}

std::vector<Page> closed_pages(const Publication& publication) {
  const Site& site = publication.site;
  std::vector<TrackedAction> closed;
  std::ranges::copy_if(site.actions, std::back_inserter(closed),
                       [&](const TrackedAction& action) { return is_closed(site, action); });
  std::ranges::stable_sort(closed, {}, &TrackedAction::incident);
  return list_of_actions(publication, head_below_tracker(routes::closed_actions, "Closed action items"),
                         "What was done, and what was dropped, newest first.",
                         std::make_shared<const std::vector<TrackedAction>>(std::move(closed)));
}

/// If there are too many for the tracker's own page.
std::vector<Page> not_stated_pages(const Publication& publication) {
  std::vector<TrackedAction> unknown = actions_with_status(publication.site, ActionStatus::unknown);
  if (unknown.size() <= rows_on_page) return {};
  return list_of_actions(publication, head_below_tracker(routes::actions_not_stated, "Status not stated"),
                         "The documents list these and do not say whether they were done.",
                         std::make_shared<const std::vector<TrackedAction>>(std::move(unknown)));
}

}  // namespace

std::vector<TrackedAction> tracker_actions(const Site& site) {
  std::vector<TrackedAction> shown = costliest_first(site);
  for (const TrackedAction& action : site.actions) {
    if (is_recently_closed(site, action)) shown.push_back(action);
  }
  return shown;
}

std::vector<Page> action_pages(const Publication& publication, const SharedActions& tracked) {
  std::vector<Page> pages = tracker_pages(publication, tracked);
  std::ranges::move(closed_pages(publication), std::back_inserter(pages));
  std::ranges::move(not_stated_pages(publication), std::back_inserter(pages));
  return pages;
}

}  // namespace hindsight
