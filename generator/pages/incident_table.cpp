#include "pages/incident_table.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "model/metrics.hpp"
#include "pages/facets.hpp"
#include "pages/incident_data.hpp"
#include "render/html.hpp"

namespace hindsight {
namespace {

constexpr std::string_view none_html = R"(<span class="quiet">–</span>)";
constexpr std::size_t longest_summary = 160;

std::string duration_or_dash(const Postmortem& postmortem, Measure what) {
  const std::optional<seconds> duration = duration_of(postmortem, what);
  return duration ? duration_html(*duration) : std::string(none_html);
}

/// The day of the start, or a muted day by which it had begun.
std::string started_html(const Postmortem& postmortem) {
  const std::optional<Moment>& date = dated_by(postmortem);
  if (!date) return std::string(none_html);
  std::string day = date_html(printed_day_of(*date));
  if (postmortem.time(Milestone::started)) return day;
  return "<span class=\"quiet\">by <abbr title=\"The start is not recorded; this is the first time that is.\">" + day +
         "</abbr></span>";
}

void set_filter_values(View& row, const Site& site, std::size_t index) {
  const Postmortem& postmortem = site.corpus.postmortems[index];
  const std::optional<Moment>& date = dated_by(postmortem);
  const std::optional<State> state = state_of(postmortem);
  row.show("is_filterable")
      .set("severity_slug", term_slugs(site, index, TermKind::severity))
      .set("service_slugs", term_slugs(site, index, TermKind::service))
      .set("trigger_slugs", term_slugs(site, index, TermKind::trigger))
      .set("root_cause_slugs", term_slugs(site, index, TermKind::root_cause))
      .set("year", date ? std::to_string(year_of(printed_day_of(*date))) : "undated")
      .set("state", state ? name_of(*state) : "unknown")
      .set("has_open", open_action_count(postmortem) > 0 ? "yes" : "no");
}

}  // namespace

std::string incident_row_html(const Publication& publication, std::size_t index, const Urls& urls, bool is_filterable) {
  const Site& site = publication.site;
  const Postmortem& postmortem = site.corpus.postmortems[index];
  View row;
  row.set("url", urls.to_incident(postmortem))
      .set("title", postmortem.title)
      .set_html("date_html", started_html(postmortem))
      .set_html("severity_html", severity_html(site, postmortem))
      .set_html("detect_html", duration_or_dash(postmortem, Measure::detect))
      .set_html("resolve_html", duration_or_dash(postmortem, Measure::resolve))
      .set_if("summary", shorten(postmortem.summary.text, longest_summary));
  if (is_filterable) set_filter_values(row, site, index);
  for (const std::string& label : labels_of(postmortem)) row.add("label").set("text", label);
  for (const std::size_t term : site.terms_of[index][index_of(TermKind::service)]) {
    const Term& service = site.taxonomy(TermKind::service).terms[term];
    row.add("service").set("url", urls.to(routes::term(service))).set("title", service.title);
  }
  const std::size_t open = open_action_count(postmortem);
  row.set("open_count", static_cast<long>(open)).show_either(open > 0, "has_open_count", "no_open_count");
  return publication.theme.render("incident_row.tpl", row);
}

void add_incident_table(View& view, std::string_view name, const Publication& publication,
                        std::span<const std::size_t> indices, const Urls& urls, std::string_view caption) {
  View table = view.include(name, "incident_table.tpl");
  table.set("caption", caption);
  std::string rows;
  for (const std::size_t index : indices) rows += incident_row_html(publication, index, urls, false);
  table.set_html("rows_html", std::move(rows));
}

void add_filterable_table(View& view, std::string_view name, const Publication& publication,
                          std::span<const std::size_t> indices, const Urls& urls, std::string_view caption) {
  View table = view.include(name, "incident_table.tpl");
  table.set("caption", caption).show("is_filterable");
  const std::size_t total = publication.site.corpus.postmortems.size();
  const bool is_split = indices.size() < total;
  if (is_split) {
    table.show("is_split")
        .set("row_count", static_cast<long>(total))
        .set("piece_rows", static_cast<long>(rows_in_piece));
  }
  std::string rows;
  for (const std::size_t index : indices) rows += incident_row_html(publication, index, urls, !is_split);
  table.set_html("rows_html", std::move(rows));
}

std::string severity_html(const Site& site, const Postmortem& postmortem) {
  if (!postmortem.severity) return std::string(none_html);
  return severity_badge(*postmortem.severity, site.config.severities()[*postmortem.severity].name);
}

std::size_t open_action_count(const Postmortem& postmortem) {
  return static_cast<std::size_t>(
      std::ranges::count_if(postmortem.action_items, [](const ActionItem& item) { return is_open(item.status); }));
}

std::vector<std::string> labels_of(const Postmortem& postmortem) {
  std::vector<std::string> labels;
  if (postmortem.kind == IncidentKind::near_miss) labels.emplace_back("near miss");
  if (postmortem.kind == IncidentKind::drill) labels.emplace_back("drill");
  const std::optional<State> state = state_of(postmortem);
  if (state == State::ongoing || state == State::mitigated) labels.emplace_back(name_of(*state));
  if (postmortem.status != DocumentStatus::final_version) labels.emplace_back(name_of(postmortem.status));
  if (!postmortem.duplicate_of.empty()) labels.emplace_back("duplicate");
  return labels;
}

}  // namespace hindsight
