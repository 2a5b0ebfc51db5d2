#include "model/groups.hpp"

#include <functional>
#include <map>

#include <fmt/format.h>

namespace hindsight {
namespace {

TermKind term_kind_of(GroupBy by) {
  switch (by) {
    case GroupBy::severity: return TermKind::severity;
    case GroupBy::service: return TermKind::service;
    case GroupBy::trigger: return TermKind::trigger;
    case GroupBy::root_cause: return TermKind::root_cause;
    case GroupBy::team: return TermKind::team;
    default: return TermKind::tag;
  }
}

std::vector<Group> group_by_term(const Site& site, TermKind kind, const std::vector<std::size_t>& incidents) {
  const std::vector<Term>& terms = site.taxonomy(kind).terms;
  std::vector<Group> groups;
  for (const Term& term : terms) groups.push_back({term.name, term.title, {}});
  for (const std::size_t incident : incidents) {
    const bool is_kept_out = site.config.inferred == InferredValues::exclude &&
                             site.corpus.postmortems[incident].is_inferred(field_of(kind));
    if (is_kept_out) continue;
    for (const std::size_t term : site.terms_of[incident][index_of(kind)]) groups[term].incidents.push_back(incident);
  }
  std::erase_if(groups, [](const Group& group) { return group.incidents.empty(); });
  return groups;
}

std::vector<Group> group_by_period(const Site& site, bool by_quarter, const std::vector<std::size_t>& incidents) {
  std::map<int, Group, std::greater<>> groups;
  for (const std::size_t incident : incidents) {
    const std::optional<Date> day = grouping_day(site.corpus.postmortems[incident]);
    if (!day) continue;
    const int period = by_quarter ? quarter_of(*day) : year_of(*day);
    const auto [group, is_new] = groups.try_emplace(period);
    if (is_new) {
      group->second.name = by_quarter ? quarter_name(period) : std::to_string(period);
      group->second.title = by_quarter ? quarter_title(period) : group->second.name;
    }
    group->second.incidents.push_back(incident);
  }
  std::vector<Group> list;
  for (auto& [period, group] : groups) list.push_back(std::move(group));
  return list;
}

}  // namespace

std::vector<std::size_t> select_incidents(const Site& site, const Selection& selection) {
  std::vector<std::size_t> incidents;
  for (std::size_t index = 0; index < site.corpus.postmortems.size(); ++index) {
    const std::optional<Date> day = grouping_day(site.corpus.postmortems[index]);
    const bool is_bounded = selection.since || selection.until;
    if (is_bounded && !day) continue;
    if (selection.since && *day < *selection.since) continue;
    if (selection.until && *day > *selection.until) continue;
    incidents.push_back(index);
  }
  return incidents;
}

std::vector<Group> group_incidents(const Site& site, GroupBy by, const std::vector<std::size_t>& incidents) {
  if (by == GroupBy::year || by == GroupBy::quarter) return group_by_period(site, by == GroupBy::quarter, incidents);
  return group_by_term(site, term_kind_of(by), incidents);
}

int quarter_of(Date date) {
  const std::chrono::year_month_day day(date);
  return static_cast<int>(day.year()) * 4 + static_cast<int>(static_cast<unsigned>(day.month()) - 1) / 3;
}

std::string quarter_name(int quarter) { return fmt::format("{}-Q{}", quarter / 4, quarter % 4 + 1); }
std::string quarter_title(int quarter) { return fmt::format("Q{} {}", quarter % 4 + 1, quarter / 4); }

std::optional<Date> grouping_day(const Postmortem& postmortem) {
  const std::optional<Moment>& date = dated_by(postmortem);
  return date ? std::optional(printed_day_of(*date)) : std::nullopt;
}

}  // namespace hindsight
