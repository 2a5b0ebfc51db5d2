#include "pages/data.hpp"

#include <algorithm>
#include <array>
#include <future>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/metrics.hpp"
#include "pages/action_data.hpp"
#include "pages/data_text.hpp"
#include "pages/incident_table.hpp"
#include "pages/metrics_data.hpp"
#include "render/embedded.hpp"

namespace hindsight {
namespace {

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

void write_facts(const Site& site, const Postmortem& postmortem, JsonText& json) {
  const std::optional<State> state = state_of(postmortem);
  json.member("id", postmortem.id).member("title", postmortem.title).member("url", routes::incident(postmortem));
  json.member("file", repair_utf8(postmortem.file));
  json.member("kind", name_of(postmortem.kind)).member("status", name_of(postmortem.status));
  json.key("state").value(state ? std::optional(name_of(*state)) : std::nullopt);
  json.key("severity").text_or_null(severity_name(site, postmortem));
  json.key("summary").text_or_null(postmortem.summary.text);
  json.key("impact").text_or_null(postmortem.impact.text);
  json.key("detected_by");
  json.value(postmortem.detected_by ? std::optional(name_of(*postmortem.detected_by)) : std::nullopt);
}

void write_times(const Postmortem& postmortem, JsonText& json) {
  std::vector<std::string_view> approximate;
  for (const Milestone milestone : all_milestones) {
    const std::optional<Moment>& time = postmortem.time(milestone);
    json.member(field_of(milestone), iso_of(time));
    if (time && time->approximate) approximate.push_back(field_of(milestone));
  }
  json.key("approximate").list(approximate);
  for (const auto& [what, name] : measures) {
    const std::optional<seconds> duration = duration_of(postmortem, what);
    json.member(name, duration ? std::optional(duration->count()) : std::nullopt);
  }
}

void write_terms(const Site& site, std::size_t index, JsonText& json) {
  const Postmortem& postmortem = site.corpus.postmortems[index];
  for (const auto& [kind, name] : term_fields) json.key(name).list(term_names_of(site, index, kind));
  json.key("contributing_factors").list(postmortem.contributing_factors);
  json.key("authors").list(postmortem.authors);
  json.key("recurrence_of").text_or_null(postmortem.recurrence_of);
  json.key("duplicate_of").text_or_null(postmortem.duplicate_of);
  json.key("related").list(postmortem.related);
  json.member("exclude_from_metrics", postmortem.excluded_because);
  json.key("source").text_or_null(postmortem.source);
}

void write_origins(const Postmortem& postmortem, JsonText& json) {
  json.key("inferred").begin_object();
  for (const Origin& origin : postmortem.origins) {
    if (!origin.inferred) continue;
    const Evidence& evidence = *origin.evidence;
    json.key(origin.field).begin_object().member("line", origin.line).member("quote", evidence.quote);
    json.member("rule", evidence.rule).member("confidence", name_of(evidence.confidence)).end_object();
  }
  json.end_object();
}

void write_incident(const Site& site, std::size_t index, JsonText& json) {
  const Postmortem& postmortem = site.corpus.postmortems[index];
  json.begin_object();
  write_facts(site, postmortem, json);
  write_times(postmortem, json);
  write_terms(site, index, json);
  write_origins(postmortem, json);
  json.key("timeline").begin_list();
  for (const TimelineEntry& entry : postmortem.timeline) {
    json.begin_object().member("at", iso_of(entry.at));
    json.member("kind", entry.milestone ? name_of(*entry.milestone) : "note");
    json.member("event", entry.event.text).end_object();
  }
  json.end_list().key("action_items").begin_list();
  for (const ActionItem& item : postmortem.action_items) {
    json.begin_object();
    write_action_item(item, json);
    json.end_object();
  }
  json.end_list().end_object();
}

void put_incidents_json(const Site& site, const Put& put) {
  put_json_list(
      site.config.title, site.today, "incidents", site.corpus.postmortems.size(),
      [&](std::size_t index, JsonText& json) { write_incident(site, index, json); }, put);
}

void write_csv_header(CsvText& csv) {
  for (const std::string_view name : {"id", "title", "kind", "state", "severity"}) csv.cell(name);
  for (const Milestone milestone : all_milestones) csv.cell(field_of(milestone));
  for (const auto& [what, name] : measures) csv.cell(name);
  for (const auto& [kind, name] : term_fields) csv.cell(name);
  csv.cell("open_action_items").cell("url").cell("source").end_line();
}

void write_cells(const Site& site, std::size_t index, CsvText& csv) {
  const Postmortem& postmortem = site.corpus.postmortems[index];
  const std::optional<State> state = state_of(postmortem);
  csv.cell(postmortem.id).cell(postmortem.title).cell(name_of(postmortem.kind));
  csv.cell(state ? name_of(*state) : "").cell(severity_name(site, postmortem));
  for (const Milestone milestone : all_milestones) csv.cell(iso_of(postmortem.time(milestone)));
  for (const auto& [what, name] : measures) {
    const std::optional<seconds> duration = duration_of(postmortem, what);
    csv.cell(duration ? std::optional(duration->count()) : std::nullopt);
  }
  for (const auto& [kind, name] : term_fields) csv.cell(join(term_names_of(site, index, kind), "; "));
  csv.cell(open_action_count(postmortem)).cell(routes::incident(postmortem)).cell(postmortem.source).end_line();
}

void put_incidents_csv(const Site& site, const Put& put) {
  CsvText csv;
  write_csv_header(csv);
  for (std::size_t index = 0; index < site.corpus.postmortems.size(); ++index) {
    write_cells(site, index, csv);
    csv.put_piece(put);
  }
  put(csv.take());
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
      {std::string(routes::incidents_json), nullptr, [&site](const Put& put) { put_incidents_json(site, put); }},
      {std::string(routes::incidents_csv), nullptr, [&site](const Put& put) { put_incidents_csv(site, put); }},
      {std::string(routes::actions_json), nullptr,
       [&site](const Put& put) { put_actions_json(site, site.actions, put); }},
      {std::string(routes::actions_csv), nullptr,
       [&site](const Put& put) { put_actions_csv(site, site.actions, put); }},
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
