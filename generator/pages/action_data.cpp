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

std::string number_or_empty(const std::optional<long>& number) { return number ? std::to_string(*number) : ""; }

std::vector<std::string> tracked_cells(const Site& site, const TrackedAction& action) {
  const Postmortem& postmortem = site.corpus.postmortems[action.incident];
  const ActionItem& item = item_of(site.corpus, action);
  return {site_wide_id(site, action),
          item.title.text,
          std::string(name_of(item.status)),
          item.type ? std::string(name_of(*item.type)) : "",
          item.priority,
          item.owner,
          date_or_empty(action.opened),
          date_or_empty(action.due),
          action.due_by_policy ? "yes" : "no",
          action.overdue ? "yes" : "no",
          date_or_empty(item.closed),
          number_or_empty(action.age_days ? std::optional<long>(*action.age_days) : std::nullopt),
          number_or_empty(action.cost ? std::optional<long>(action.cost->downtime.count()) : std::nullopt),
          number_or_empty(action.cost ? std::optional<long>(action.cost->count) : std::nullopt),
          join(longest_ids(site, action), "; "),
          item.ticket ? item.ticket->label : "",
          item.ticket ? item.ticket->url : "",
          postmortem.id,
          address_of(site, action)};
}

}  // namespace

void put_actions_csv(const Site& site, std::span<const TrackedAction> actions, const Put& put) {
  std::string csv = csv_line({"id", "title", "status", "type", "priority", "owner", "opened", "due", "due_by_policy",
                              "overdue", "closed", "age_days", "cost_since_seconds", "cost_since_incidents",
                              "cost_since_longest", "ticket", "ticket_url", "incident", "url"});
  for (const TrackedAction& action : actions) {
    csv += csv_line(tracked_cells(site, action));
    put_if_long(csv, put);
  }
  put(csv);
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
