#include "model/incident_groups.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

#include "model/recurrence.hpp"
#include "model/site.hpp"

namespace hindsight {
namespace {

using Terms = std::vector<std::size_t>;

Terms sorted_terms(const Site& site, std::size_t incident, TermKind kind) {
  Terms terms = site.terms_of[incident][index_of(kind)];
  std::ranges::sort(terms);
  return terms;
}

void keep_distinct(std::vector<std::size_t>& values) {
  std::ranges::sort(values);
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

void IncidentGroup::add(std::size_t incident, Instant start, std::optional<seconds> downtime) {
  incidents_.push_back(incident);
  starts_.push_back(start);
  lengths_.push_back(downtime.value_or(seconds(-1)));
  downtime_before_.push_back(downtime_before_.back() + downtime.value_or(seconds(0)));
  unknown_before_.push_back(unknown_before_.back() + (downtime ? 0 : 1));
}

void IncidentGroup::seal() {
  std::vector<std::uint32_t> level(incidents_.size());
  std::iota(level.begin(), level.end(), 0U);
  for (std::size_t width = 1; !level.empty(); width *= 2) {
    longest_.push_back(level);
    if (level.size() <= width) break;
    for (std::size_t i = 0; i + width < level.size(); ++i) {
      level[i] = static_cast<std::uint32_t>(longer_of(level[i], level[i + width]));
    }
    level.resize(level.size() - width);
  }
}

IncidentGroup::Range IncidentGroup::between(Instant after, Instant before) const {
  const auto first = std::ranges::lower_bound(starts_, after);
  const auto last = std::ranges::lower_bound(first, starts_.end(), std::max(after, before));
  return {static_cast<std::size_t>(first - starts_.begin()), static_cast<std::size_t>(last - starts_.begin())};
}

std::size_t IncidentGroup::longest_in(Range range) const {
  assert(range.size() > 0);
  const auto level = static_cast<std::size_t>(std::bit_width(range.size()) - 1);
  const std::size_t width = std::size_t{1} << level;
  return longer_of(longest_[level][range.first], longest_[level][range.last - width]);
}

bool IncidentGroup::is_longer(const IncidentGroup& a_group, std::size_t a, const IncidentGroup& b_group,
                              std::size_t b) {
  const seconds a_length = a_group.lengths_[a];
  const seconds b_length = b_group.lengths_[b];
  return a_length != b_length ? a_length > b_length : a_group.incidents_[a] < b_group.incidents_[b];
}

std::size_t IncidentGroup::longer_of(std::size_t a, std::size_t b) const {
  return is_longer(*this, a, *this, b) ? a : b;
}

IncidentGroups::IncidentGroups(const Site& site)
    : by_causes_(site.corpus.postmortems.size(), none), by_circumstances_(site.corpus.postmortems.size(), none) {
  group_by_causes(site);
  group_by_triggers_and_services(site);
  groups_.resize(related_.size());
  fill(site);
}

std::vector<std::size_t> IncidentGroups::groups_of(std::size_t incident) const {
  std::vector<std::size_t> groups;
  for (const std::size_t group : {by_causes_[incident], by_circumstances_[incident]}) {
    if (group != none) groups.push_back(group);
  }
  return groups;
}

std::vector<std::size_t> IncidentGroups::related_to(std::size_t incident) const {
  std::vector<std::size_t> related;
  for (const std::size_t group : groups_of(incident)) {
    related.insert(related.end(), related_[group].begin(), related_[group].end());
  }
  return related;
}

void IncidentGroups::group_by_causes(const Site& site) {
  std::map<Terms, std::size_t> known;
  std::map<std::size_t, std::vector<std::size_t>> by_cause;
  for (std::size_t incident = 0; incident < by_causes_.size(); ++incident) {
    Terms causes = sorted_terms(site, incident, TermKind::root_cause);
    if (causes.empty()) continue;
    const auto [group, is_new] = known.try_emplace(std::move(causes), known.size());
    by_causes_[incident] = group->second;
    if (!is_new) continue;
    for (const std::size_t cause : group->first) by_cause[cause].push_back(group->second);
  }
  related_.resize(known.size());
  for (const auto& [causes, group] : known) {
    std::vector<std::size_t>& related = related_[group];
    for (const std::size_t cause : causes) {
      related.insert(related.end(), by_cause[cause].begin(), by_cause[cause].end());
    }
    keep_distinct(related);
  }
}

void IncidentGroups::group_by_triggers_and_services(const Site& site) {
  const std::size_t first = related_.size();
  std::map<std::tuple<bool, Terms, Terms>, std::size_t> known;
  // Groups by trigger, service and whether their incidents name root causes.
  std::map<std::tuple<std::size_t, std::size_t, bool>, std::vector<std::size_t>> by_pair;
  for (std::size_t incident = 0; incident < by_circumstances_.size(); ++incident) {
    const bool has_causes = by_causes_[incident] != none;
    Terms triggers = sorted_terms(site, incident, TermKind::trigger);
    Terms services = sorted_terms(site, incident, TermKind::service);
    if (triggers.empty() || services.empty()) continue;
    const auto [entry, is_new] =
        known.try_emplace({has_causes, std::move(triggers), std::move(services)}, first + known.size());
    by_circumstances_[incident] = entry->second;
    if (!is_new) continue;
    for (const std::size_t trigger : std::get<1>(entry->first)) {
      for (const std::size_t service : std::get<2>(entry->first)) {
        by_pair[{trigger, service, has_causes}].push_back(entry->second);
      }
    }
  }
  related_.resize(first + known.size());
  for (const auto& [key, group] : known) {
    const auto& [has_causes, triggers, services] = key;
    std::vector<std::size_t>& related = related_[group];
    for (const std::size_t trigger : triggers) {
      for (const std::size_t service : services) {
        for (const bool others_have : {false, true}) {
          if (has_causes && others_have) continue;
          const auto found = by_pair.find({trigger, service, others_have});
          if (found != by_pair.end()) related.insert(related.end(), found->second.begin(), found->second.end());
        }
      }
    }
    keep_distinct(related);
  }
}

void IncidentGroups::fill(const Site& site) {
  // From the oldest: the corpus has the newest first.
  for (std::size_t incident = site.corpus.postmortems.size(); incident-- > 0;) {
    const Postmortem& postmortem = site.corpus.postmortems[incident];
    const std::optional<Moment>& date = dated_by(postmortem);
    if (!date || !can_recur(postmortem)) continue;
    const std::optional<seconds> downtime = site.counted_duration(incident, Measure::downtime);
    for (const std::size_t group : groups_of(incident)) groups_[group].add(incident, date->at, downtime);
  }
  for (IncidentGroup& group : groups_) group.seal();
}

}  // namespace hindsight
