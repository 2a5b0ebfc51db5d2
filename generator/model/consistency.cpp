#include "model/consistency.hpp"

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace hindsight {
namespace {

constexpr auto longest_plausible = std::chrono::days(30);

/// Earlier, later. Detection may come before acknowledgement only, mitigation before resolution only, and so on; a
/// mitigation before the acknowledgement happens (it went away by itself).
constexpr std::array ordered = {
    std::pair{Milestone::started, Milestone::detected},     std::pair{Milestone::detected, Milestone::acknowledged},
    std::pair{Milestone::started, Milestone::acknowledged}, std::pair{Milestone::started, Milestone::mitigated},
    std::pair{Milestone::mitigated, Milestone::resolved},   std::pair{Milestone::started, Milestone::resolved},
    std::pair{Milestone::detected, Milestone::resolved},    std::pair{Milestone::acknowledged, Milestone::resolved},
};

bool is_before(const Moment& a, const Moment& b) {
  const bool only_days = a.precision == Precision::day || b.precision == Precision::day;
  if (only_days) return local_day_of(a) < local_day_of(b);
  if (a.precision == b.precision) return a.at < b.at;
  using std::chrono::minutes;  // 14:23 is not before 14:23:12
  return std::chrono::floor<minutes>(a.at) < std::chrono::floor<minutes>(b.at);
}

using Pair = std::pair<Milestone, Milestone>;

/// The first pair of milestones that stand the wrong way round. Approximate times may overlap: a negative duration is
/// left out of metrics.
std::optional<Pair> find_disorder(const Postmortem& postmortem) {
  for (const Pair& pair : ordered) {
    const std::optional<Moment>& first = postmortem.time(pair.first);
    const std::optional<Moment>& second = postmortem.time(pair.second);
    if (!first || !second || first->approximate || second->approximate) continue;
    if (is_before(*second, *first)) return pair;
  }
  return std::nullopt;
}

/// Two days of grace: `today` is a day in UTC, and somewhere it already is tomorrow.
bool is_in_future(const Moment& moment, Date today) { return moment.at >= Instant(today) + std::chrono::days(2); }

/// One slip breaks several pairs; the first says enough.
void check_order(const Postmortem& postmortem, Diagnostics& diagnostics) {
  const std::optional<Pair> pair = find_disorder(postmortem);
  if (!pair) return;
  const std::string_view earlier = field_of(pair->first);
  const std::string_view later = field_of(pair->second);
  diagnostics.add(Rule::time_order, postmortem.location_of(later),
                  fmt::format("{} ({}) is before {} ({})", later, format_time(*postmortem.time(pair->second)), earlier,
                              format_time(*postmortem.time(pair->first))),
                  fmt::format("a time not before {}", earlier),
                  "a slip in the date or the zone? an approximate time takes a ~");
}

void check_future(const Postmortem& postmortem, Date today, Diagnostics& diagnostics) {
  for (const Milestone milestone : all_milestones) {
    const std::optional<Moment>& time = postmortem.time(milestone);
    if (!time || !is_in_future(*time, today)) continue;
    diagnostics.add(Rule::time_future, postmortem.location_of(field_of(milestone)),
                    std::string(field_of(milestone)) + " is " + format_time(*time),
                    "a time up to today, " + format_date(today), "a slip in the year?");
  }
}

/// Forgets a milestone that the text seemed to state.
void drop(Postmortem& postmortem, Milestone milestone, std::string_view reason, Diagnostics& diagnostics) {
  const std::string_view field = field_of(milestone);
  diagnostics.add(Rule::implausible_inference, postmortem.location_of(field),
                  fmt::format("read as {}: {}, which is {}", field, format_time(*postmortem.time(milestone)), reason),
                  "a plausible time", fmt::format("it is left out; state {} in front matter", field));
  postmortem.time(milestone).reset();
  std::erase_if(postmortem.origins, [&](const Origin& origin) { return origin.field == field; });
}

void check_length(const Postmortem& postmortem, Diagnostics& diagnostics) {
  const std::optional<Moment>& start = postmortem.time(Milestone::started);
  if (!start || postmortem.excluded_because) return;
  for (const Milestone milestone : {Milestone::mitigated, Milestone::resolved}) {
    const std::optional<Moment>& end = postmortem.time(milestone);
    if (!end || end->at - start->at <= longest_plausible) continue;
    diagnostics.add(
        Rule::duration_outlier, postmortem.location_of(field_of(milestone)),
        std::string(field_of(milestone)) + " is " + format_duration(end->at - start->at) + " after started_at",
        "at most 30 days", "a slip in the month or year? else set `exclude_from_metrics` with the reason");
    return;
  }
}

void check_actions(const Postmortem& postmortem, Diagnostics& diagnostics) {
  for (const ActionItem& item : postmortem.action_items) {
    if (!item.owner.empty() || item.status == ActionStatus::done || item.status == ActionStatus::wontdo) continue;
    diagnostics.add(Rule::action_without_owner, {postmortem.file, item.line, 0},
                    "action item \"" + item.title.text + "\" has no owner", "a person or team",
                    "add `owner` in front matter, or a column Owner");
  }
}

void check_presence(const Postmortem& postmortem, Diagnostics& diagnostics) {
  if (!postmortem.has_front_matter) return;
  if (postmortem.origin("title") == nullptr) {
    diagnostics.add(Rule::missing_field, {postmortem.file, 1, 0}, "front matter has no title", "title: …",
                    "until then the page is called \"" + postmortem.title + "\"");
  }
  if (postmortem.origin("started_at") == nullptr) {
    diagnostics.add(Rule::missing_field, {postmortem.file, 1, 0}, "front matter has no started_at",
                    "started_at: 2024-05-02T14:03Z", "if nobody knows, write `started_at: unknown`");
  }
}

}  // namespace

Postmortem without_implausible_times(Postmortem postmortem, Date today, Diagnostics& diagnostics) {
  for (const Milestone milestone : all_milestones) {
    const std::optional<Moment>& time = postmortem.time(milestone);
    if (time && postmortem.is_inferred(field_of(milestone)) && is_in_future(*time, today)) {
      drop(postmortem, milestone, "in the future", diagnostics);
    }
  }
  while (const std::optional<Pair> pair = find_disorder(postmortem)) {
    if (postmortem.is_inferred(field_of(pair->second))) {
      drop(postmortem, pair->second, fmt::format("before {}", field_of(pair->first)), diagnostics);
    } else if (postmortem.is_inferred(field_of(pair->first))) {
      drop(postmortem, pair->first, fmt::format("after {}", field_of(pair->second)), diagnostics);
    } else {
      break;  // both are stated: an error of their own
    }
  }
  return postmortem;
}

void check_consistency(const Postmortem& postmortem, Date today, Diagnostics& diagnostics) {
  check_presence(postmortem, diagnostics);
  check_order(postmortem, diagnostics);
  check_future(postmortem, today, diagnostics);
  check_length(postmortem, diagnostics);
  check_actions(postmortem, diagnostics);
}

}  // namespace hindsight
