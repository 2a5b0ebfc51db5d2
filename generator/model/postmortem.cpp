#include "model/postmortem.hpp"

#include <algorithm>
#include <utility>

namespace hindsight {

const Origin* Postmortem::origin(std::string_view field) const {
  // There are few, and most differ in their lengths: looking at all is quicker than comparing some.
  const auto found = std::ranges::find(origins, field, &Origin::field);
  return found != origins.end() ? &*found : nullptr;
}

void Postmortem::add_origin(Origin origin) {
  const auto place = std::ranges::lower_bound(origins, origin.field, {}, &Origin::field);
  if (place == origins.end() || place->field != origin.field) origins.insert(place, std::move(origin));
}

bool Postmortem::is_inferred(std::string_view field) const {
  const Origin* found = origin(field);
  return found != nullptr && found->inferred;
}

Location Postmortem::location_of(std::string_view field) const {
  const Origin* found = origin(field);
  return found == nullptr ? Location{file, 1, 0} : Location{file, found->line, found->column};
}

Postmortem without_quotes(Postmortem postmortem) {
  for (Origin& origin : postmortem.origins) {
    if (!origin.inferred) origin.evidence.reset();
  }
  return postmortem;
}

std::string_view field_of(Milestone milestone) {
  switch (milestone) {
    case Milestone::started: return "started_at";
    case Milestone::detected: return "detected_at";
    case Milestone::acknowledged: return "acknowledged_at";
    case Milestone::mitigated: return "mitigated_at";
    case Milestone::resolved: return "resolved_at";
  }
  return "";
}

std::string_view field_of(TermKind kind) {
  switch (kind) {
    case TermKind::trigger: return "triggers";
    case TermKind::root_cause: return "root_causes";
    case TermKind::service: return "services";
    case TermKind::severity: return "severity";
    case TermKind::team: return "teams";
    case TermKind::tag: return "tags";
  }
  return "";
}

std::optional<State> state_of(const Postmortem& postmortem) {
  if (postmortem.stated_state) return postmortem.stated_state;
  if (postmortem.time(Milestone::resolved)) return State::resolved;
  if (postmortem.time(Milestone::mitigated)) return State::mitigated;
  return std::nullopt;
}

const std::optional<Moment>& dated_by(const Postmortem& postmortem) {
  for (const std::optional<Moment>& time : postmortem.times) {
    if (time) return time;
  }
  return postmortem.time(Milestone::started);
}

bool is_open(ActionStatus status) { return status == ActionStatus::todo || status == ActionStatus::doing; }

}  // namespace hindsight
