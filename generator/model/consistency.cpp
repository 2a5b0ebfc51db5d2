#include "model/consistency.hpp"

#include <array>
#include <chrono>
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
  return a.at < b.at;
}

void check_order(const Postmortem& postmortem, Diagnostics& diagnostics) {
  for (const auto& [earlier, later] : ordered) {
    const std::optional<Moment>& first = postmortem.time(earlier);
    const std::optional<Moment>& second = postmortem.time(later);
    if (!first || !second || !is_before(*second, *first)) continue;
    if (first->approximate || second->approximate) continue;  // left out of durations when negative
    const std::string later_field(field_of(later));
    const std::string earlier_field(field_of(earlier));
    diagnostics.add(
        Rule::time_order, postmortem.location_of(later_field),
        fmt::format("{} ({}) is before {} ({})", later_field, format_time(*second), earlier_field, format_time(*first)),
        "a time not before " + earlier_field, "a slip in the date or the zone? an approximate time takes a ~");
    return;  // one slip breaks several pairs
  }
}

void check_future(const Postmortem& postmortem, Date today, Diagnostics& diagnostics) {
  // Two days of grace: `today` is a day in UTC, and somewhere it already is tomorrow.
  const Instant limit = Instant(today) + std::chrono::days(2);
  for (const Milestone milestone : all_milestones) {
    const std::optional<Moment>& time = postmortem.time(milestone);
    if (!time || time->at < limit) continue;
    diagnostics.add(Rule::time_future, postmortem.location_of(field_of(milestone)),
                    std::string(field_of(milestone)) + " is " + format_time(*time),
                    "a time up to today, " + format_date(today), "a slip in the year?");
  }
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

void check_consistency(const Postmortem& postmortem, Date today, Diagnostics& diagnostics) {
  check_presence(postmortem, diagnostics);
  check_order(postmortem, diagnostics);
  check_future(postmortem, today, diagnostics);
  check_length(postmortem, diagnostics);
  check_actions(postmortem, diagnostics);
}

}  // namespace hindsight
