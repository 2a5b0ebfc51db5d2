#include "pages/tracker_table.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/escape.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/durations.hpp"
#include "pages/action_table.hpp"
#include "pages/anchors.hpp"
#include "pages/facets.hpp"
#include "pages/incident_data.hpp"
#include "pages/recurrence_view.hpp"
#include "render/html.hpp"

namespace hindsight {
namespace {

constexpr std::size_t longest_incident_title = 48;
constexpr std::size_t listed_in_small_tables = 10;  ///< incidents behind a cost
constexpr std::size_t listed_in_large_tables = 1;
constexpr std::size_t large_table = 300;

/// What is quiet beside a title: "prevent · P1".
std::string notes_of(const ActionItem& item) {
  std::vector<std::string> notes;
  if (item.type) notes.emplace_back(name_of(*item.type));
  if (!item.priority.empty()) notes.push_back(item.priority);
  return join(notes, " · ");
}

void set_due(View& row, const TrackedAction& action) {
  if (!action.due) return;
  row.set_html_if("due_html", date_html(*action.due));
  if (action.due_by_policy) row.show("by_policy");
}

void add_cost_incident(View& cost, const Site& site, std::size_t incident, const Urls& urls) {
  const Postmortem& postmortem = site.corpus.postmortems[incident];
  const std::optional<seconds> downtime = duration_of(postmortem, Measure::downtime);
  cost.add("behind")
      .set("url", urls.to_incident(postmortem))
      .set("title", shorten(postmortem.title, longest_incident_title))
      .set("length", downtime ? format_duration(*downtime) : "unknown");
}

/// The sum, and the incidents that make it up: the longest of them where there are too many to list.
void set_cost(View& row, const Site& site, const TrackedAction& action, std::size_t listed, const Urls& urls) {
  row.show_either(action.cost && action.cost->count > 0, "has_cost", "no_cost");
  if (!action.cost || action.cost->count == 0) return;
  View cost = row.add("cost");
  const std::size_t count = action.cost->count;
  cost.set("total", format_duration(action.cost->downtime))
      .set("behind_count", with_thousands(static_cast<long>(count)));
  for (const std::size_t incident : costliest_incidents(site, action, listed))
    add_cost_incident(cost, site, incident, urls);
  if (count > listed && has_recurrence(site, action.incident)) {
    View more = cost.add("more");
    more.set("url", urls.to_incident(site.corpus.postmortems[action.incident], since_section))
        .set("text", fmt::format("all {}", with_thousands(static_cast<long>(count))));
  }
  if (action.cost->unknown > 0) cost.add("unknown").set("count", static_cast<long>(action.cost->unknown));
}

void set_filter_values(View& row, const Site& site, const TrackedAction& action) {
  const ActionItem& item = item_of(site.corpus, action);
  row.show("is_filterable")
      .set("owner_slug", owner_value(item))
      .set("service_slugs", term_slugs(site, action.incident, TermKind::service))
      .set("severity_slug", term_slugs(site, action.incident, TermKind::severity))
      .set("type", type_value(item))
      .set("due_kind", due_value(action))
      .set("cost_seconds", static_cast<long>(action.cost ? action.cost->downtime.count() : -1))
      .set("age_days", static_cast<long>(action.age_days.value_or(-1)))
      .set("due_day", action.due ? format_date(*action.due) : "9999");
}

template <class ValueOf>
std::size_t count_if(std::span<const TrackedAction> actions, const ValueOf& holds) {
  return static_cast<std::size_t>(std::ranges::count_if(actions, holds));
}

std::vector<std::size_t> counts_by_term(const Site& site, std::span<const TrackedAction> actions, TermKind kind) {
  std::vector<std::size_t> counts(site.taxonomy(kind).terms.size());
  for (const TrackedAction& action : actions) {
    for (const std::size_t term : site.terms_of[action.incident][index_of(kind)]) ++counts[term];
  }
  return counts;
}

}  // namespace

std::string owner_value(const ActionItem& item) { return item.owner.empty() ? "none" : slugify(item.owner); }

std::string_view due_value(const TrackedAction& action) {
  if (action.overdue) return "overdue";
  if (!action.due) return "none";
  return action.due_by_policy ? "policy" : "stated";
}

std::string type_value(const ActionItem& item) { return std::string(item.type ? name_of(*item.type) : "none"); }

std::string tracker_row_html(const Publication& publication, const TrackedAction& action, std::size_t total,
                             const Urls& urls, bool is_filterable) {
  const Site& site = publication.site;
  const Postmortem& postmortem = site.corpus.postmortems[action.incident];
  const ActionItem& item = item_of(site.corpus, action);
  View row;
  if (is_filterable) set_filter_values(row, site, action);
  row.set("status", name_of(item.status))
      .set("status_label", label_of(item.status))
      .set("url", urls.to_incident(postmortem, action_anchor(item)))
      .set("title", item.title.text)
      .set_if("notes", notes_of(item))
      .set("incident_url", urls.to_incident(postmortem))
      .set("incident_title", shorten(postmortem.title, longest_incident_title))
      .set_html("shape_html", postmortem.severity ? severity_shape(*postmortem.severity) : "")
      .set("age", action.age_days ? with_thousands(*action.age_days) + " d" : "–")
      .set_html_if("ticket_html", ticket_html(item));
  row.show_either(!item.owner.empty(), "has_owner", "no_owner");
  row.set("owner", item.owner);
  if (action.overdue) row.show("is_overdue");
  set_due(row, action);
  set_cost(row, site, action, total > large_table ? listed_in_large_tables : listed_in_small_tables, urls);
  return publication.theme.render("tracker_row.tpl", row);
}

void add_tracker_table(View& view, const Publication& publication, std::span<const TrackedAction> actions,
                       std::size_t total, std::string_view caption, bool is_filterable, const Urls& urls) {
  View table = view.include("ROWS", "tracker_table.tpl");
  table.set("caption", caption);
  const bool is_split = actions.size() < total;
  if (is_filterable) table.show("is_filterable");
  if (is_filterable && is_split) {
    table.show("is_split")
        .set("row_count", static_cast<long>(total))
        .set("piece_rows", static_cast<long>(rows_in_piece));
  }
  std::string rows;
  for (const TrackedAction& action : actions) {
    rows += tracker_row_html(publication, action, total, urls, is_filterable && !is_split);
  }
  table.set_html("rows_html", std::move(rows));
}

void add_tracker_facets(View& view, const Site& site, std::span<const TrackedAction> actions, const Urls& urls) {
  const auto item = [&](const TrackedAction& action) -> const ActionItem& { return item_of(site.corpus, action); };
  std::vector<FacetOption> statuses;
  for (std::size_t i = 0; i < Names<ActionStatus>::values.size(); ++i) {
    const auto status = static_cast<ActionStatus>(i);
    statuses.push_back({std::string(name_of(status)), std::string(label_of(status)), "#action-table", "",
                        count_if(actions, [&](const TrackedAction& a) { return item(a).status == status; })});
  }
  add_facet(view, "status", "Status", statuses);

  std::vector<FacetOption> dues;
  for (const auto& [value, label] : {std::pair{"overdue", "Overdue"},
                                     {"stated", "Due later"},
                                     {"policy", "Due later, by policy"},
                                     {"none", "No due date"}}) {
    dues.push_back({value, label, "#action-table", "",
                    count_if(actions, [&, wanted = std::string_view(value)](const TrackedAction& a) {
                      return due_value(a) == wanted;
                    })});
  }
  add_facet(view, "due", "Due", dues);

  std::map<std::string, FacetOption> owners;
  for (const TrackedAction& action : actions) {
    FacetOption& option = owners[owner_value(item(action))];
    option.value = owner_value(item(action));
    option.label = item(action).owner.empty() ? "No owner" : item(action).owner;
    option.url = "#by-owner";
    ++option.count;
  }
  std::vector<FacetOption> by_count;
  for (auto& [slug, option] : owners) by_count.push_back(std::move(option));
  std::ranges::stable_sort(by_count, std::ranges::greater(), &FacetOption::count);
  add_facet(view, "owner", "Owner", by_count);

  add_term_facet(view, site, TermKind::severity, "severity", "Severity",
                 counts_by_term(site, actions, TermKind::severity), urls);
  add_term_facet(view, site, TermKind::service, "service", "Service", counts_by_term(site, actions, TermKind::service),
                 urls);
  std::vector<FacetOption> types;
  for (const std::string_view type : Names<ActionType>::values) {
    types.push_back({std::string(type), std::string(type), "#action-age", "",
                     count_if(actions, [&](const TrackedAction& a) { return type_value(item(a)) == type; })});
  }
  add_facet(view, "type", "Type", types);
}

}  // namespace hindsight
