#include "pages/action_data.hpp"

#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "pages/anchors.hpp"
#include "pages/data_text.hpp"
#include "pages/routes.hpp"

namespace hindsight {
namespace {

using Json = nlohmann::ordered_json;

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

Json tracked_json(const Site& site, const TrackedAction& action) {
  const Postmortem& postmortem = site.corpus.postmortems[action.incident];
  Json json = {{"id", site_wide_id(site, action)}};
  json.update(action_item_json(item_of(site.corpus, action)));
  json["opened"] = date_or_null(action.opened);
  json["due"] = date_or_null(action.due);
  json["due_by_policy"] = action.due_by_policy;
  json["overdue"] = action.overdue;
  json["age_days"] = action.age_days ? Json(*action.age_days) : Json(nullptr);
  json["cost_since_seconds"] = action.cost ? Json(action.cost->downtime.count()) : Json(nullptr);
  json["cost_since_incidents"] = action.cost ? Json(action.cost->count) : Json(nullptr);
  json["cost_since_longest"] = longest_ids(site, action);
  json["cost_since_unknown"] = action.cost ? action.cost->unknown : 0;
  json["incident"] = postmortem.id;
  json["incident_title"] = postmortem.title;
  json["url"] = address_of(site, action);
  json["file"] = postmortem.file;
  return json;
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

std::string actions_csv(const Site& site, std::span<const TrackedAction> actions) {
  std::string csv = csv_line({"id", "title", "status", "type", "priority", "owner", "opened", "due", "due_by_policy",
                              "overdue", "closed", "age_days", "cost_since_seconds", "cost_since_incidents",
                              "cost_since_longest", "ticket", "ticket_url", "incident", "url"});
  for (const TrackedAction& action : actions) csv += csv_line(tracked_cells(site, action));
  return csv;
}

std::string actions_json(const Site& site, std::span<const TrackedAction> actions) {
  return json_list_text({{"site", site.config.title}, {"built_on", format_date(site.today)}}, "action_items",
                        actions.size(), [&](std::size_t index) { return tracked_json(site, actions[index]); });
}

nlohmann::ordered_json action_item_json(const ActionItem& item) {
  return {
      {"title", item.title.text},
      {"status", name_of(item.status)},
      {"status_mark", text_or_null(item.status_mark)},
      {"type", item.type ? Json(name_of(*item.type)) : Json(nullptr)},
      {"priority", text_or_null(item.priority)},
      {"owner", text_or_null(item.owner)},
      {"due", date_or_null(item.due)},
      {"opened", date_or_null(item.opened)},
      {"closed", date_or_null(item.closed)},
      {"ticket", item.ticket ? text_or_null(item.ticket->label) : Json(nullptr)},
      {"ticket_url", item.ticket ? text_or_null(item.ticket->url) : Json(nullptr)},
      {"line", item.line},
  };
}

std::string site_wide_id(const Site& site, const TrackedAction& action) {
  return site.corpus.postmortems[action.incident].id + "/" + item_of(site.corpus, action).id;
}

}  // namespace hindsight
