#include "pages/action_data.hpp"

#include <utility>
#include <vector>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "pages/anchors.hpp"
#include "pages/data_text.hpp"
#include "pages/routes.hpp"

namespace hindsight {
namespace {

std::string address_of(const Site& site, const TrackedAction& action) {
  return routes::incident(site.corpus.postmortems[action.incident]) + "#" + action_anchor(item_of(site.corpus, action));
}

constexpr std::size_t most_listed = 5;

/// The longest of the incidents behind a cost; all of them can be thousands, for each of thousands of items.
std::vector<std::string> longest_ids(const Site& site, const TrackedAction& action) {
  std::vector<std::string> ids;
  for (const std::size_t incident : costliest_incidents(site, action, most_listed)) {
    ids.push_back(site.corpus.postmortems[incident].id);
  }
  return ids;
}

void write_members(const ActionItem& item, const std::optional<Date>& due, const std::optional<Date>& opened,
                   JsonText& json) {
  json.member("title", item.title.text).member("status", name_of(item.status));
  json.key("status_mark").text_or_null(item.status_mark);
  json.member("type", item.type ? std::optional(name_of(*item.type)) : std::nullopt);
  json.key("priority").text_or_null(item.priority).key("owner").text_or_null(item.owner);
  json.member("due", iso_of(due)).member("opened", iso_of(opened)).member("closed", iso_of(item.closed));
  json.key("ticket").text_or_null(item.ticket ? item.ticket->label : "");
  json.key("ticket_url").text_or_null(item.ticket ? item.ticket->url : "");
  json.member("line", item.line);
}

void write_tracked(const Site& site, const TrackedAction& action, JsonText& json) {
  const Postmortem& postmortem = site.corpus.postmortems[action.incident];
  json.begin_object().member("id", site_wide_id(site, action));
  // The tracker's own days are what the policy and the incident make of those in the document.
  write_members(item_of(site.corpus, action), action.due, action.opened, json);
  json.member("due_by_policy", action.due_by_policy).member("overdue", action.overdue);
  json.member("age_days", action.age_days);
  json.key("cost_since_seconds").value(action.cost ? std::optional(action.cost->downtime.count()) : std::nullopt);
  json.key("cost_since_incidents").value(action.cost ? std::optional(action.cost->count) : std::nullopt);
  json.key("cost_since_longest").list(longest_ids(site, action));
  json.key("cost_since_unknown").value(action.cost ? action.cost->unknown : 0);
  json.member("incident", postmortem.id).member("incident_title", postmortem.title);
  json.member("url", address_of(site, action)).member("file", repair_utf8(postmortem.file)).end_object();
}

void write_cells(const Site& site, const TrackedAction& action, CsvText& csv) {
  const Postmortem& postmortem = site.corpus.postmortems[action.incident];
  const ActionItem& item = item_of(site.corpus, action);
  csv.cell(site_wide_id(site, action)).cell(item.title.text).cell(name_of(item.status));
  csv.cell(item.type ? name_of(*item.type) : "").cell(item.priority).cell(item.owner);
  csv.cell(iso_of(action.opened)).cell(iso_of(action.due)).cell(action.due_by_policy ? "yes" : "no");
  csv.cell(action.overdue ? "yes" : "no").cell(iso_of(item.closed)).cell(action.age_days);
  csv.cell(action.cost ? std::optional(action.cost->downtime.count()) : std::nullopt);
  csv.cell(action.cost ? std::optional(action.cost->count) : std::nullopt);
  csv.cell(join(longest_ids(site, action), "; "));
  csv.cell(item.ticket ? item.ticket->label : "").cell(item.ticket ? item.ticket->url : "");
  csv.cell(postmortem.id).cell(address_of(site, action)).end_line();
}

}  // namespace

void put_actions_csv(const Site& site, std::span<const TrackedAction> actions, const Put& put) {
  CsvText csv;
  for (const std::string_view name :
       {"id", "title", "status", "type", "priority", "owner", "opened", "due", "due_by_policy", "overdue", "closed",
        "age_days", "cost_since_seconds", "cost_since_incidents", "cost_since_longest", "ticket", "ticket_url",
        "incident", "url"}) {
    csv.cell(name);
  }
  csv.end_line();
  for (const TrackedAction& action : actions) {
    write_cells(site, action, csv);
    csv.put_piece(put);
  }
  put(csv.take());
}

void put_actions_json(const Site& site, std::span<const TrackedAction> actions, const Put& put) {
  put_json_list(
      site.config.title, site.today, "action_items", actions.size(),
      [&](std::size_t index, JsonText& json) { write_tracked(site, actions[index], json); }, put);
}

void write_action_item(const ActionItem& item, JsonText& json) { write_members(item, item.due, item.opened, json); }

std::string site_wide_id(const Site& site, const TrackedAction& action) {
  return site.corpus.postmortems[action.incident].id + "/" + item_of(site.corpus, action).id;
}

}  // namespace hindsight
