#include "model/metrics.hpp"

#include <algorithm>
#include <cmath>

namespace hindsight {
namespace {

constexpr std::size_t smallest_n_for_median = 6;

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

Summary summarise(std::span<const Postmortem> corpus, std::span<const std::size_t> indices, Measure what) {
  Summary summary;
  std::vector<seconds> values;
  seconds largest_value{-1};
  for (const std::size_t index : indices) {
    const MeasuredDuration measured = measure(corpus[index], what);
    if (const auto* reason = std::get_if<LeftOut>(&measured)) {
      ++summary.left_out[static_cast<std::size_t>(*reason)];
      continue;
    }
    const seconds value = std::get<seconds>(measured);
    values.push_back(value);
    summary.total += value;
    if (value > largest_value) {
      largest_value = value;
      summary.largest = index;
    }
  }
  summary.n = values.size();
  if (summary.total.count() > 0) {
    summary.largest_share = static_cast<double>(largest_value.count()) / static_cast<double>(summary.total.count());
  }
  std::ranges::sort(values);
  if (!values.empty()) summary.range = Interval{values.front(), values.back()};
  summary.interval = median_interval(values);
  if (summary.interval) summary.median = median_of(values);
  return summary;
}

seconds median_of(std::span<const seconds> sorted) {
  const std::size_t middle = sorted.size() / 2;
  if (sorted.size() % 2 == 1) return sorted[middle];
  return (sorted[middle - 1] + sorted[middle]) / 2;
}

std::optional<Interval> median_interval(std::span<const seconds> sorted) {
  const std::size_t n = sorted.size();
  if (n < smallest_n_for_median) return std::nullopt;
  // P(Binomial(n, 1/2) = i), by recurrence in logarithms so that large n does not underflow to zero at the start.
  double log_probability = -static_cast<double>(n) * std::log(2.0);
  double below = 0;
  std::size_t k = 0;
  while (true) {
    below += std::exp(log_probability);
    if (below > 0.025) break;
    log_probability += std::log(static_cast<double>(n - k)) - std::log(static_cast<double>(k + 1));
    ++k;
  }
  return Interval{sorted[k - 1], sorted[n - k]};
}

}  // namespace hindsight
