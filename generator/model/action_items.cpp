#include "model/action_items.hpp"

#include <algorithm>
#include <tuple>

namespace hindsight {
namespace {

/// The day an item was opened: as stated, else the end of its incident, else its start.
std::optional<Date> opening_day(const Postmortem& postmortem, const ActionItem& item) {
  if (item.opened) return item.opened;
  for (const Milestone milestone : {Milestone::resolved, Milestone::mitigated, Milestone::started}) {
    if (postmortem.time(milestone)) return local_day_of(*postmortem.time(milestone));
  }
  return std::nullopt;
}

}  // namespace

TrackedAction track_action(const Postmortem& postmortem, std::size_t incident, std::size_t item_index, Date today) {
  const ActionItem& item = postmortem.action_items[item_index];
  TrackedAction tracked{incident, item_index, std::nullopt, false};
  tracked.overdue = is_open(item.status) && item.due && *item.due < today;
  const std::optional<Date> opened = opening_day(postmortem, item);
  const bool ended = item.status == ActionStatus::done || item.status == ActionStatus::wontdo;
  const std::optional<Date> until = ended ? item.closed : std::optional(today);
  if (opened && until && *until >= *opened) tracked.age_days = static_cast<int>((*until - *opened).count());
  return tracked;
}

std::vector<TrackedAction> track_actions(const Corpus& corpus, Date today) {
  std::vector<TrackedAction> tracked;
  for (std::size_t incident = 0; incident < corpus.postmortems.size(); ++incident) {
    const Postmortem& postmortem = corpus.postmortems[incident];
    if (!postmortem.duplicate_of.empty()) continue;
    for (std::size_t index = 0; index < postmortem.action_items.size(); ++index) {
      tracked.push_back(track_action(postmortem, incident, index, today));
    }
  }
  const auto order = [](const TrackedAction& action) {
    return std::tuple(-action.age_days.value_or(-1), action.incident, action.item);
  };
  std::ranges::sort(tracked, {}, order);
  return tracked;
}

const ActionItem& item_of(const Corpus& corpus, const TrackedAction& action) {
  return corpus.postmortems[action.incident].action_items[action.item];
}

}  // namespace hindsight
