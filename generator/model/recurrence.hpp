#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "model/site.hpp"

namespace hindsight {

/// Why two incidents belong together; of several reasons the first counts. Where both name root causes, those decide: a
/// deploy that broke a service twice for different reasons is no recurrence. Association, not proof.
enum class Relation {
  stated,               ///< one says recurrence_of the other
  root_cause,           ///< they share a root cause
  trigger_and_service,  ///< one of them names no root cause, and they share a trigger and a service
};

template <>
struct Names<Relation> {
  static constexpr std::array<std::string_view, 3> values = {"stated", "root_cause", "trigger_and_service"};
};

/// Whether an incident can recur or be a recurrence: it happened (no drill, no near miss), and counts once (no
/// duplicate).
bool can_recur(const Postmortem& postmortem);

/// An incident and why it belongs to another.
struct RelatedIncident {
  std::size_t incident;
  Relation relation;
};

/// The incidents related to one, newest first; itself, duplicates, drills and near misses left out.
std::vector<RelatedIncident> related_incidents(const Site& site, std::size_t incident);

/// Of these, the ones that started after `incident` did.
std::vector<RelatedIncident> recurrences_since(const Site& site, std::size_t incident);

/// An action item that had not been done when an incident began.
struct OpenThen {
  std::size_t incident;  ///< its own
  std::size_t item;
};

/// The action items of earlier related incidents that were open when `incident` began: opened before, and open still or
/// closed on a later day. Items without a status, and closed ones without a day, are not among them.
std::vector<OpenThen> actions_open_then(const Site& site, std::size_t incident);

}  // namespace hindsight
