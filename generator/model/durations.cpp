#include "model/durations.hpp"

namespace hindsight {
namespace {

const std::optional<Moment>& start_of(const Postmortem& postmortem, Measure what) {
  return postmortem.time(what == Measure::acknowledge ? Milestone::detected : Milestone::started);
}

Milestone end_milestone(const Postmortem& postmortem, Measure what) {
  switch (what) {
    case Measure::detect: return Milestone::detected;
    case Measure::acknowledge: return Milestone::acknowledged;
    case Measure::mitigate: return Milestone::mitigated;
    case Measure::resolve: return Milestone::resolved;
    case Measure::downtime: break;
  }
  return postmortem.time(Milestone::mitigated) ? Milestone::mitigated : Milestone::resolved;
}

const std::optional<Moment>& end_of(const Postmortem& postmortem, Measure what) {
  return postmortem.time(end_milestone(postmortem, what));
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

bool is_inferred(const Postmortem& postmortem, Measure what) {
  const Milestone start = what == Measure::acknowledge ? Milestone::detected : Milestone::started;
  return postmortem.is_inferred(field_of(start)) || postmortem.is_inferred(field_of(end_milestone(postmortem, what)));
}

std::array<Measurement, all_measures.size()> measure_all(const Postmortem& postmortem) {
  std::array<Measurement, all_measures.size()> all;
  for (const Measure what : all_measures) {
    all[static_cast<std::size_t>(what)] = {measure(postmortem, what), is_approximate(postmortem, what),
                                           is_inferred(postmortem, what)};
  }
  return all;
}

std::optional<seconds> lasted_so_far(const Postmortem& postmortem, Date today) {
  const std::optional<Moment>& start = postmortem.time(Milestone::started);
  if (!start || start->precision == Precision::day || start->at > Instant(today)) return std::nullopt;
  return Instant(today) - start->at;
}

}  // namespace hindsight
