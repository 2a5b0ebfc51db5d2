#include "pages/data.hpp"

#include <algorithm>
#include <array>
#include <future>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/escape.hpp"
#include "base/text.hpp"
#include "model/metrics.hpp"
#include "pages/action_data.hpp"
#include "pages/data_text.hpp"
#include "pages/metrics_data.hpp"
#include "render/embedded.hpp"

namespace hindsight {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::pair<Measure, std::string_view>, 5> measures = {{
    {Measure::detect, "time_to_detect_seconds"},
    {Measure::acknowledge, "time_to_acknowledge_seconds"},
    {Measure::mitigate, "time_to_mitigate_seconds"},
    {Measure::resolve, "time_to_resolve_seconds"},
    {Measure::downtime, "downtime_seconds"},
}};

constexpr std::array<std::pair<TermKind, std::string_view>, 5> term_fields = {{
    {TermKind::service, "services"},
    {TermKind::trigger, "triggers"},
    {TermKind::root_cause, "root_causes"},
    {TermKind::team, "teams"},
    {TermKind::tag, "tags"},
}};

std::string severity_name(const Site& site, const Postmortem& postmortem) {
  return postmortem.severity ? site.config.severities()[*postmortem.severity].name : std::string();
}

std::vector<std::string> term_names_of(const Site& site, std::size_t index, TermKind kind) {
  std::vector<std::string> names;
  for (const std::size_t term : site.terms_of[index][index_of(kind)])
    names.push_back(site.taxonomy(kind).terms[term].name);
  return names;
}

Json incident_json(const Site& site, std::size_t index) {
  const Postmortem& postmortem = site.corpus.postmortems[index];
  const std::optional<State> state = state_of(postmortem);
  Json json = {
      {"id", postmortem.id},
      {"title", postmortem.title},
      {"url", routes::incident(postmortem)},
      {"file", postmortem.file},
      {"kind", name_of(postmortem.kind)},
      {"status", name_of(postmortem.status)},
      {"state", state ? Json(name_of(*state)) : Json(nullptr)},
      {"severity", text_or_null(severity_name(site, postmortem))},
      {"summary", text_or_null(postmortem.summary.text)},
      {"impact", text_or_null(postmortem.impact.text)},
      {"detected_by", postmortem.detected_by ? Json(name_of(*postmortem.detected_by)) : Json(nullptr)},
  };
  std::vector<std::string> approximate;
  for (const Milestone milestone : all_milestones) {
    const std::optional<Moment>& time = postmortem.time(milestone);
    json[std::string(field_of(milestone))] = time_or_null(time);
    if (time && time->approximate) approximate.emplace_back(field_of(milestone));
  }
  json["approximate"] = approximate;
  for (const auto& [what, name] : measures) {
    const std::optional<seconds> duration = duration_of(postmortem, what);
    json[std::string(name)] = duration ? Json(duration->count()) : Json(nullptr);
  }
  for (const auto& [kind, name] : term_fields) json[std::string(name)] = term_names_of(site, index, kind);
  json["contributing_factors"] = postmortem.contributing_factors;
  json["authors"] = postmortem.authors;
  json["recurrence_of"] = text_or_null(postmortem.recurrence_of);
  json["duplicate_of"] = text_or_null(postmortem.duplicate_of);
  json["related"] = postmortem.related;
  json["exclude_from_metrics"] = postmortem.excluded_because ? Json(*postmortem.excluded_because) : Json(nullptr);
  json["source"] = text_or_null(postmortem.source);
  json["inferred"] = Json::object();
  for (const auto& [field, origin] : postmortem.origins) {
    if (origin.inferred)
      json["inferred"][field] = {{"line", origin.line},
                                 {"quote", origin.evidence.quote},
                                 {"rule", origin.evidence.rule},
                                 {"confidence", name_of(origin.evidence.confidence)}};
  }
  json["timeline"] = Json::array();
  for (const TimelineEntry& entry : postmortem.timeline) {
    json["timeline"].push_back({{"at", time_or_null(entry.at)},
                                {"kind", entry.milestone ? name_of(*entry.milestone) : "note"},
                                {"event", entry.event.text}});
  }
  json["action_items"] = Json::array();
  for (const ActionItem& item : postmortem.action_items) json["action_items"].push_back(action_item_json(item));
  return json;
}

std::string incidents_json(const Site& site) {
  return json_list_text({{"site", site.config.title}, {"built_on", format_date(site.today)}}, "incidents",
                        site.corpus.postmortems.size(), [&](std::size_t index) { return incident_json(site, index); });
}

std::string iso_or_empty(const std::optional<Moment>& moment) { return moment ? format_iso(*moment) : ""; }

std::string incidents_csv(const Site& site) {
  std::vector<std::string> header = {"id", "title", "kind", "state", "severity"};
  for (const Milestone milestone : all_milestones) header.emplace_back(field_of(milestone));
  for (const auto& [what, name] : measures) header.emplace_back(name);
  for (const auto& [kind, name] : term_fields) header.emplace_back(name);
  header.insert(header.end(), {"open_action_items", "url", "source"});
  std::string csv = csv_line(header);
  for (std::size_t index = 0; index < site.corpus.postmortems.size(); ++index) {
    const Postmortem& postmortem = site.corpus.postmortems[index];
    const std::optional<State> state = state_of(postmortem);
    std::vector<std::string> cells = {postmortem.id, postmortem.title, std::string(name_of(postmortem.kind)),
                                      state ? std::string(name_of(*state)) : "", severity_name(site, postmortem)};
    for (const Milestone milestone : all_milestones) cells.push_back(iso_or_empty(postmortem.time(milestone)));
    for (const auto& [what, name] : measures) {
      const std::optional<seconds> duration = duration_of(postmortem, what);
      cells.push_back(duration ? std::to_string(duration->count()) : "");
    }
    for (const auto& [kind, name] : term_fields) cells.push_back(join(term_names_of(site, index, kind), "; "));
    const auto open =
        std::ranges::count_if(postmortem.action_items, [](const ActionItem& item) { return is_open(item.status); });
    cells.insert(cells.end(), {std::to_string(open), routes::incident(postmortem), postmortem.source});
    csv += csv_line(cells);
  }
  return csv;
}

/// The whole, then each grouping.
std::vector<GroupMetrics> all_metrics(const Site& site) {
  const std::vector<std::size_t> all = all_incidents(site);
  std::vector<GroupMetrics> metrics = {measure_all(site, all)};
  for (const GroupBy by : all_groupings) {
    for (GroupMetrics& group : measure_groups(site, by, all)) metrics.push_back(std::move(group));
  }
  return metrics;
}

}  // namespace

std::vector<Page> data_pages(const Publication& publication) {
  const Site& site = publication.site;
  // Whichever page is made first computes them.
  const std::shared_future<std::vector<GroupMetrics>> metrics =
      std::async(std::launch::deferred, [&site] { return all_metrics(site); }).share();
  std::vector<Page> pages = {
      {std::string(routes::incidents_json), [&site] { return incidents_json(site); }},
      {std::string(routes::incidents_csv), [&site] { return incidents_csv(site); }},
      {std::string(routes::actions_json), [&site] { return actions_json(site, site.actions); }},
      {std::string(routes::actions_csv), [&site] { return actions_csv(site, site.actions); }},
      {std::string(routes::metrics_json), [&site, metrics] { return metrics_json(site, metrics.get()); }},
      {std::string(routes::metrics_csv), [&site, metrics] { return metrics_csv(site, metrics.get()); }},
  };
  for (const EmbeddedFile& file : embedded_files()) {
    if (!file.path.starts_with("schema/")) continue;
    pages.push_back({std::string(file.path), [content = file.content] { return std::string(content); }});
  }
  return pages;
}

}  // namespace hindsight
