#include "model/action_stats.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <tuple>

#include "model/groups.hpp"

namespace hindsight {
namespace {

constexpr int quarters_shown = 8;
constexpr std::chrono::days recent(90);

}  // namespace

bool is_open(const Site& site, const TrackedAction& action) { return is_open(item_of(site.corpus, action).status); }

bool is_recently_closed(const Site& site, const TrackedAction& action) {
  const ActionItem& item = item_of(site.corpus, action);
  const bool closed = item.status == ActionStatus::done || item.status == ActionStatus::wontdo;
  return closed && item.closed && *item.closed > site.today - recent && *item.closed <= site.today;
}

std::vector<OwnerSummary> owners_of_open_items(const Site& site) {
  std::map<std::string, OwnerSummary> owners;
  for (const TrackedAction& action : site.actions) {
    if (!is_open(site, action)) continue;
    const std::string& owner = item_of(site.corpus, action).owner;
    OwnerSummary& summary = owners[owner];
    summary.owner = owner;
    ++summary.open;
    summary.overdue += action.overdue ? 1 : 0;
    summary.oldest_days = std::max(summary.oldest_days, action.age_days.value_or(0));
  }
  std::vector<OwnerSummary> list;
  for (auto& [owner, summary] : owners) list.push_back(std::move(summary));
  std::ranges::stable_sort(list, {}, [](const OwnerSummary& summary) {
    return std::tuple(summary.owner.empty(), -static_cast<long>(summary.overdue), -static_cast<long>(summary.open));
  });
  return list;
}

std::vector<QuarterFlow> flow_by_quarter(const Site& site) {
  const int last = quarter_of(site.today);
  std::vector<QuarterFlow> flow;
  for (int quarter = last - quarters_shown + 1; quarter <= last; ++quarter) flow.push_back({quarter});
  const auto at = [&](const std::optional<Date>& day) -> QuarterFlow* {
    if (!day || *day > site.today) return nullptr;
    const int index = quarter_of(*day) - flow.front().quarter;
    return index < 0 ? nullptr : &flow[static_cast<std::size_t>(index)];
  };
  for (const TrackedAction& action : site.actions) {
    if (QuarterFlow* quarter = at(action.opened)) ++quarter->opened;
    if (QuarterFlow* quarter = at(item_of(site.corpus, action).closed)) ++quarter->closed;
  }
  return flow;
}

std::array<std::size_t, 4> open_by_age(const Site& site) {
  std::array<std::size_t, 4> counts{};
  for (const TrackedAction& action : site.actions) {
    if (!is_open(site, action) || !action.age_days) continue;
    const int age = *action.age_days;
    ++counts[age <= 30 ? 0 : age <= 90 ? 1 : age <= 365 ? 2 : 3];
  }
  return counts;
}

std::vector<TrackedAction> costliest_first(const Site& site) {
  std::vector<TrackedAction> open;
  std::ranges::copy_if(site.actions, std::back_inserter(open),
                       [&](const TrackedAction& action) { return is_open(site, action); });
  std::ranges::stable_sort(open, {}, [](const TrackedAction& action) {
    return std::tuple(-(action.cost ? action.cost->downtime.count() : 0), !action.overdue,
                      -action.age_days.value_or(-1));
  });
  return open;
}

}  // namespace hindsight
