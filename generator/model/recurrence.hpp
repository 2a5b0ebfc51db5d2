#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "model/action_items.hpp"
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

/// How two different incidents are related, if they are. Only those that can recur are related to any.
std::optional<Relation> relation_between(const Site& site, std::size_t incident, std::size_t other);

/// The other incidents that name this one in recurrence_of, and the one that it names; by index.
std::vector<std::size_t> stated_relatives(const Site& site, std::size_t incident);

/// An incident and why it belongs to another.
struct RelatedIncident {
  std::size_t incident;
  Relation relation;
};

/// The incidents related to one that started after it did.
struct Recurrences {
  std::size_t count = 0;
  std::vector<RelatedIncident> newest;  ///< of these, as many as were asked for; newest first
};

Recurrences recurrences_since(const Site& site, std::size_t incident, std::size_t most);

/// What the incidents related to `incident` cost that started in `window`.
Cost cost_in(const Site& site, std::size_t incident, const Window& window);

/// The `most` longest of the incidents behind cost_in(), longest first; those of unknown length last.
std::vector<std::size_t> longest_in(const Site& site, std::size_t incident, const Window& window, std::size_t most);

}  // namespace hindsight
