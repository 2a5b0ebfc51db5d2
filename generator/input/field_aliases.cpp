#include "input/field_aliases.hpp"

#include <array>

namespace hindsight {

std::span<const FieldAlias> postmortem_aliases() {
  static constexpr auto aliases = std::to_array<FieldAlias>({
      {"incident_id", "id"},
      {"reference", "id"},
      {"description", "summary"},
      {"tldr", "summary"},
      {"customer_impact", "impact"},
      {"start_time", "started_at"},
      {"starttime", "started_at"},
      {"start", "started_at"},
      {"started", "started_at"},
      {"detecttime", "detected_at"},
      {"detected", "detected_at"},
      {"reported_at", "detected_at"},
      {"acknowledged", "acknowledged_at"},
      {"stable_at", "mitigated_at"},
      {"mitigated", "mitigated_at"},
      {"end_time", "resolved_at"},
      {"endtime", "resolved_at"},
      {"end", "resolved_at"},
      {"resolvedWhen", "resolved_at"},
      {"time_zone", "timezone"},
      {"tz", "timezone"},
      {"trigger", "triggers"},
      {"incident_cause", "triggers"},
      {"root_cause", "root_causes"},
      {"problem_type", "root_causes"},
      {"contributing_factor", "contributing_factors"},
      {"service", "services"},
      {"affected", "services"},
      {"affectedsystems", "services"},
      {"product", "services"},
      {"subsystem", "services"},
      {"team", "teams"},
      {"owner_team", "teams"},
      {"keywords", "tags"},
      {"categories", "tags"},
      {"category", "tags"},
      {"author", "authors"},
      {"responder", "responders"},
      {"commander", "responders"},
      {"incident_commander", "responders"},
      {"participants", "responders"},
      {"attendees", "responders"},
      {"facilitator", "responders"},
      {"lead", "responders"},
      {"events", "timeline"},
      {"actions", "action_items"},
      {"items", "action_items"},
      {"duplicates", "duplicate_of"},
      {"same_incident_in_the_past_id", "recurrence_of"},
      {"url", "source"},
  });
  return aliases;
}

std::span<const FieldAlias> timeline_aliases() {
  static constexpr auto aliases = std::to_array<FieldAlias>({
      {"time", "at"},
      {"timestamp", "at"},
      {"when", "at"},
      {"text", "event"},
      {"action", "event"},
      {"description", "event"},
      {"url", "link"},
  });
  return aliases;
}

std::span<const FieldAlias> action_item_aliases() {
  static constexpr auto aliases = std::to_array<FieldAlias>({
      {"task", "title"},
      {"details", "title"},
      {"description", "title"},
      {"action", "title"},
      {"assignee", "owner"},
      {"user", "owner"},
      {"due_date", "due"},
      {"resolve_by", "due"},
      {"opened_at", "opened"},
      {"done_date", "closed"},
      {"completed_at", "closed"},
      {"resolved_at", "closed"},
      {"link", "ticket"},
      {"bug", "ticket"},
      {"issue", "ticket"},
  });
  return aliases;
}

}  // namespace hindsight
