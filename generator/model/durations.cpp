#include "model/durations.hpp"

namespace hindsight {
namespace {

const std::optional<Moment>& start_of(const Postmortem& postmortem, Measure what) {
  return postmortem.time(what == Measure::acknowledge ? Milestone::detected : Milestone::started);
}

const std::optional<Moment>& end_of(const Postmortem& postmortem, Measure what) {
  switch (what) {
    case Measure::detect: return postmortem.time(Milestone::detected);
    case Measure::acknowledge: return postmortem.time(Milestone::acknowledged);
    case Measure::mitigate: return postmortem.time(Milestone::mitigated);
    case Measure::resolve: return postmortem.time(Milestone::resolved);
    case Measure::downtime: break;
  }
  const std::optional<Moment>& mitigated = postmortem.time(Milestone::mitigated);
  return mitigated ? mitigated : postmortem.time(Milestone::resolved);
}

bool waits_for_the_end(Measure what) {
  return what == Measure::mitigate || what == Measure::resolve || what == Measure::downtime;
}

}  // namespace

MeasuredDuration measure(const Postmortem& postmortem, Measure what) {
  if (postmortem.kind == IncidentKind::near_miss) return LeftOut::near_miss;
  if (postmortem.kind == IncidentKind::drill) return LeftOut::drill;
  if (!postmortem.duplicate_of.empty()) return LeftOut::duplicate;
  if (postmortem.excluded_because) return LeftOut::excluded;
  const std::optional<Moment>& start = start_of(postmortem, what);
  const std::optional<Moment>& end = end_of(postmortem, what);
  if (!end && waits_for_the_end(what) && state_of(postmortem) == State::ongoing) return LeftOut::ongoing;
  if (!start || !end) return LeftOut::unknown;
  if (start->precision == Precision::day || end->precision == Precision::day) return LeftOut::unknown;
  if (end->at < start->at) return LeftOut::unknown;
  return end->at - start->at;
}

std::optional<seconds> duration_of(const Postmortem& postmortem, Measure what) {
  const MeasuredDuration measured = measure(postmortem, what);
  const seconds* value = std::get_if<seconds>(&measured);
  return value == nullptr ? std::nullopt : std::optional(*value);
}

bool is_approximate(const Postmortem& postmortem, Measure what) {
  const std::optional<Moment>& start = start_of(postmortem, what);
  const std::optional<Moment>& end = end_of(postmortem, what);
  return (start && start->approximate) || (end && end->approximate);
}

std::optional<seconds> lasted_so_far(const Postmortem& postmortem, Date today) {
  const std::optional<Moment>& start = postmortem.time(Milestone::started);
  if (!start || start->precision == Precision::day || start->at > Instant(today)) return std::nullopt;
  return Instant(today) - start->at;
}

}  // namespace hindsight
