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

bool comes_before(const RelatedIncident& a, const RelatedIncident& b) {
  return a.incident != b.incident ? a.incident < b.incident : a.relation < b.relation;
}

/// `related` and `more`, both by incident, in one list.
std::vector<RelatedIncident> merged(const std::vector<RelatedIncident>& related,
                                    const std::vector<RelatedIncident>& more) {
  if (related.empty()) return more;
  std::vector<RelatedIncident> result(related.size() + more.size());
  std::ranges::merge(related, more, result.begin(), comes_before);
  return result;
}

/// The incidents of the terms of a kind that `incident` has, by incident; a term's incidents are so already.
template <class Condition>
std::vector<RelatedIncident> with_same_term(const Site& site, std::size_t incident, TermKind kind, Relation relation,
                                            const Condition& condition) {
  std::vector<RelatedIncident> found;
  for (const std::size_t term : site.terms_of[incident][index_of(kind)]) {
    std::vector<RelatedIncident> of_term;
    for (const std::size_t other : site.taxonomy(kind).terms[term].incidents) {
      if (condition(other)) of_term.push_back({other, relation});
    }
    found = merged(found, of_term);
  }
  return found;
}

/// The incidents that name this one in recurrence_of, and the one that it names.
std::vector<RelatedIncident> stated_relations(const Site& site, std::size_t incident) {
  std::vector<RelatedIncident> found;
  const auto linked = site.recurrences_of.find(incident);
  if (linked != site.recurrences_of.end()) {
    for (const std::size_t other : linked->second) found.push_back({other, Relation::stated});
  }
  const auto original = site.corpus.by_id.find(site.corpus.postmortems[incident].recurrence_of);
  if (original != site.corpus.by_id.end()) found.push_back({original->second, Relation::stated});
  std::ranges::sort(found, comes_before);
  return found;
}

bool was_open_at(const Site& site, std::size_t incident, const ActionItem& item, Instant at) {
  const std::optional<Window> window = open_window(site.corpus.postmortems[incident], item, site.today);
  return window && item.status != ActionStatus::unknown && at >= window->after && at < window->before;
}

}  // namespace

bool can_recur(const Postmortem& postmortem) {
  return postmortem.kind == IncidentKind::incident && postmortem.duplicate_of.empty();
}

std::vector<RelatedIncident> related_incidents(const Site& site, std::size_t incident) {
  const auto all = [](std::size_t) { return true; };
  const bool has_causes = names_causes(site, incident);
  const auto by_trigger = [&](std::size_t other) {
    return (!has_causes || !names_causes(site, other)) && share_term(site, incident, other, TermKind::service);
  };
  std::vector<RelatedIncident> related =
      merged(with_same_term(site, incident, TermKind::root_cause, Relation::root_cause, all),
             with_same_term(site, incident, TermKind::trigger, Relation::trigger_and_service, by_trigger));
  related = merged(related, stated_relations(site, incident));
  // Of several relations to one incident the first in their order counts.
  const auto same = [](const RelatedIncident& a, const RelatedIncident& b) { return a.incident == b.incident; };
  related.erase(std::unique(related.begin(), related.end(), same), related.end());
  std::erase_if(related, [&](const RelatedIncident& other) {
    return other.incident == incident || !can_recur(site.corpus.postmortems[other.incident]);
  });
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
