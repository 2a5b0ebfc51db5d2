#include "model/recurrence.hpp"

#include <algorithm>
#include <queue>
#include <vector>

namespace hindsight {
namespace {

bool share_term(const Site& site, std::size_t a, std::size_t b, TermKind kind) {
  const std::vector<std::size_t>& of_a = site.terms_of[a][index_of(kind)];
  const std::vector<std::size_t>& of_b = site.terms_of[b][index_of(kind)];
  return std::ranges::any_of(of_a, [&](std::size_t term) { return std::ranges::find(of_b, term) != of_b.end(); });
}

bool names_causes(const Site& site, std::size_t incident) {
  return !site.terms_of[incident][index_of(TermKind::root_cause)].empty();
}

bool states_recurrence(const Site& site, std::size_t incident, std::size_t original) {
  return site.original_of(incident) == original;
}

/// The relation that follows from terms: what the groups of a site know. An incident may have it to itself.
std::optional<Relation> relation_by_terms(const Site& site, std::size_t a, std::size_t b) {
  if (share_term(site, a, b, TermKind::root_cause)) return Relation::root_cause;
  if (names_causes(site, a) && names_causes(site, b)) return std::nullopt;
  const bool shared = share_term(site, a, b, TermKind::trigger) && share_term(site, a, b, TermKind::service);
  return shared ? std::optional(Relation::trigger_and_service) : std::nullopt;
}

std::optional<Instant> start_of(const Site& site, std::size_t incident) {
  const std::optional<Moment>& date = dated_by(site.corpus.postmortems[incident]);
  return date ? std::optional(date->at) : std::nullopt;
}

bool is_in(const Window& window, const std::optional<Instant>& start) {
  return start && *start >= window.after && *start < window.before;
}

/// The incidents that only a recurrence_of relates, in the window.
std::vector<std::size_t> stated_only(const Site& site, std::size_t incident, const Window& window) {
  std::vector<std::size_t> found;
  for (const std::size_t other : stated_relatives(site, incident)) {
    const bool counts = can_recur(site.corpus.postmortems[other]) && !relation_by_terms(site, incident, other);
    if (counts && is_in(window, start_of(site, other))) found.push_back(other);
  }
  return found;
}

/// Whether the groups of its relatives hold the incident itself, in the window.
bool meets_itself(const Site& site, std::size_t incident, const Window& window) {
  return can_recur(site.corpus.postmortems[incident]) && relation_by_terms(site, incident, incident) &&
         is_in(window, start_of(site, incident));
}

/// A part of a group and the longest in it.
struct Stretch {
  const IncidentGroup* group;
  IncidentGroup::Range range;
  std::size_t longest;
};

struct IsShorter {
  bool operator()(const Stretch& a, const Stretch& b) const {
    return IncidentGroup::is_longer(*b.group, b.longest, *a.group, a.longest);
  }
};

using Stretches = std::priority_queue<Stretch, std::vector<Stretch>, IsShorter>;

void push(Stretches& stretches, const IncidentGroup& group, IncidentGroup::Range range) {
  if (range.size() > 0) stretches.push({&group, range, group.longest_in(range)});
}

/// Takes the longest out of its stretch, which leaves one on either side.
std::size_t pop_longest(Stretches& stretches) {
  const Stretch top = stretches.top();
  stretches.pop();
  push(stretches, *top.group, {top.range.first, top.longest});
  push(stretches, *top.group, {top.longest + 1, top.range.last});
  return top.group->incident(top.longest);
}

}  // namespace

bool can_recur(const Postmortem& postmortem) {
  return postmortem.kind == IncidentKind::incident && postmortem.duplicate_of.empty();
}

std::optional<Relation> relation_between(const Site& site, std::size_t incident, std::size_t other) {
  if (incident == other || !can_recur(site.corpus.postmortems[other])) return std::nullopt;
  if (states_recurrence(site, incident, other) || states_recurrence(site, other, incident)) return Relation::stated;
  return relation_by_terms(site, incident, other);
}

std::vector<std::size_t> stated_relatives(const Site& site, std::size_t incident) {
  std::vector<std::size_t> found;
  const auto linked = site.recurrences_of.find(incident);
  if (linked != site.recurrences_of.end()) found = linked->second;
  if (const auto original = site.original_of(incident)) found.push_back(*original);
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  std::erase(found, incident);
  return found;
}

Recurrences recurrences_since(const Site& site, std::size_t incident, std::size_t most) {
  const std::optional<Instant> start = start_of(site, incident);
  if (!start || !can_recur(site.corpus.postmortems[incident])) return {};
  const Window later{*start + seconds(1), Instant::max()};
  std::vector<std::size_t> newest = stated_only(site, incident, later);
  Recurrences recurrences;
  recurrences.count = newest.size();
  for (const std::size_t index : site.groups.related_to(incident)) {
    const IncidentGroup& group = site.groups.group(index);
    const IncidentGroup::Range range = group.between(later.after, later.before);
    recurrences.count += range.size();
    for (std::size_t i = 0; i < std::min(most, range.size()); ++i) newest.push_back(group.incident(range.last - 1 - i));
  }
  std::ranges::sort(newest);
  if (newest.size() > most) newest.resize(most);
  for (const std::size_t other : newest)
    recurrences.newest.push_back({other, *relation_between(site, incident, other)});
  return recurrences;
}

Cost cost_in(const Site& site, std::size_t incident, const Window& window) {
  Cost cost;
  const auto add = [&](std::size_t other, int sign) {
    const std::optional<seconds> downtime = site.counted_duration(other, Measure::downtime);
    cost.count += static_cast<std::size_t>(sign);
    cost.downtime += downtime.value_or(seconds(0)) * sign;
    cost.unknown += downtime ? 0 : static_cast<std::size_t>(sign);
  };
  for (const std::size_t index : site.groups.related_to(incident)) {
    const IncidentGroup& group = site.groups.group(index);
    const IncidentGroup::Range range = group.between(window.after, window.before);
    cost.count += range.size();
    cost.downtime += group.downtime_of(range);
    cost.unknown += group.unknown_in(range);
  }
  if (meets_itself(site, incident, window)) add(incident, -1);
  for (const std::size_t other : stated_only(site, incident, window)) add(other, 1);
  return cost;
}

std::vector<std::size_t> longest_in(const Site& site, std::size_t incident, const Window& window, std::size_t most) {
  Stretches stretches;
  for (const std::size_t index : site.groups.related_to(incident)) {
    const IncidentGroup& group = site.groups.group(index);
    push(stretches, group, group.between(window.after, window.before));
  }
  std::vector<std::size_t> longest = stated_only(site, incident, window);
  const std::size_t enough = longest.size() + most;
  while (longest.size() < enough && !stretches.empty()) {
    const std::size_t other = pop_longest(stretches);
    if (other != incident) longest.push_back(other);
  }
  const auto length_of = [&](std::size_t other) {
    return site.counted_duration(other, Measure::downtime).value_or(seconds(-1));
  };
  const auto is_longer = [&](std::size_t a, std::size_t b) {
    return length_of(a) != length_of(b) ? length_of(a) > length_of(b) : a < b;
  };
  std::ranges::sort(longest, is_longer);
  if (longest.size() > most) longest.resize(most);
  return longest;
}

}  // namespace hindsight
