#include "model/recurrence.hpp"

#include <algorithm>
#include <vector>

#include "model/action_items.hpp"

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

/// The incidents that could be related at all: with a root cause or a trigger in common, or linked by name.
std::vector<std::size_t> candidates(const Site& site, std::size_t incident) {
  std::vector<std::size_t> found;
  for (const TermKind kind : {TermKind::root_cause, TermKind::trigger}) {
    for (const std::size_t term : site.terms_of[incident][index_of(kind)]) {
      const std::vector<std::size_t>& incidents = site.taxonomy(kind).terms[term].incidents;
      found.insert(found.end(), incidents.begin(), incidents.end());
    }
  }
  const auto linked = site.recurrences_of.find(incident);
  if (linked != site.recurrences_of.end()) found.insert(found.end(), linked->second.begin(), linked->second.end());
  const auto original = site.corpus.by_id.find(site.corpus.postmortems[incident].recurrence_of);
  if (original != site.corpus.by_id.end()) found.push_back(original->second);
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  std::erase(found, incident);
  return found;
}

bool was_open_at(const Site& site, std::size_t incident, const ActionItem& item, Instant at) {
  const std::optional<Window> window = open_window(site.corpus.postmortems[incident], item, site.today);
  return window && item.status != ActionStatus::unknown && at >= window->after && at < window->before;
}

}  // namespace

std::optional<Relation> relation_of(const Site& site, std::size_t a, std::size_t b) {
  const Postmortem& first = site.corpus.postmortems[a];
  const Postmortem& second = site.corpus.postmortems[b];
  const bool is_stated = (!first.recurrence_of.empty() && first.recurrence_of == second.id) ||
                         (!second.recurrence_of.empty() && second.recurrence_of == first.id);
  if (is_stated) return Relation::stated;
  if (share_term(site, a, b, TermKind::root_cause)) return Relation::root_cause;
  if (names_causes(site, a) && names_causes(site, b)) return std::nullopt;
  if (share_term(site, a, b, TermKind::trigger) && share_term(site, a, b, TermKind::service)) {
    return Relation::trigger_and_service;
  }
  return std::nullopt;
}

bool can_recur(const Postmortem& postmortem) {
  return postmortem.kind == IncidentKind::incident && postmortem.duplicate_of.empty();
}

std::vector<RelatedIncident> related_incidents(const Site& site, std::size_t incident) {
  std::vector<RelatedIncident> related;
  for (const std::size_t other : candidates(site, incident)) {
    if (!can_recur(site.corpus.postmortems[other])) continue;
    if (const std::optional<Relation> relation = relation_of(site, incident, other))
      related.push_back({other, *relation});
  }
  return related;
}

std::vector<RelatedIncident> recurrences_since(const Site& site, std::size_t incident) {
  const std::optional<Moment>& start = dated_by(site.corpus.postmortems[incident]);
  if (!start || !can_recur(site.corpus.postmortems[incident])) return {};
  std::vector<RelatedIncident> later = related_incidents(site, incident);
  std::erase_if(later, [&](const RelatedIncident& other) {
    const std::optional<Moment>& date = dated_by(site.corpus.postmortems[other.incident]);
    return !date || date->at <= start->at;
  });
  return later;
}

std::vector<OpenThen> actions_open_then(const Site& site, std::size_t incident) {
  const std::optional<Moment>& start = dated_by(site.corpus.postmortems[incident]);
  if (!start || !can_recur(site.corpus.postmortems[incident])) return {};
  std::vector<OpenThen> open;
  for (const RelatedIncident& related : related_incidents(site, incident)) {
    const std::vector<ActionItem>& items = site.corpus.postmortems[related.incident].action_items;
    for (std::size_t index = 0; index < items.size(); ++index) {
      if (was_open_at(site, related.incident, items[index], start->at)) open.push_back({related.incident, index});
    }
  }
  return open;
}

}  // namespace hindsight
