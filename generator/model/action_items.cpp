#include "model/action_items.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <tuple>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/durations.hpp"
#include "model/recurrence.hpp"
#include "model/site.hpp"

namespace hindsight {
namespace {

constexpr std::size_t longest_id = 60;
constexpr std::array default_days = {15, 30};

/// The first end that is known, else the start.
const std::optional<Moment>& end_of(const Postmortem& postmortem) {
  for (const Milestone milestone : {Milestone::resolved, Milestone::mitigated}) {
    if (postmortem.time(milestone)) return postmortem.time(milestone);
  }
  return postmortem.time(Milestone::started);
}

bool has_ended(const ActionItem& item) {
  return item.status == ActionStatus::done || item.status == ActionStatus::wontdo;
}

std::string slug_of(const std::string& title) {
  std::string slug = slugify(title).substr(0, longest_id);
  const std::size_t dash = slug.rfind('-');
  if (slug.size() == longest_id && dash != std::string::npos) slug.resize(dash);
  return slug;
}

std::size_t count_action_items(const Corpus& corpus) {
  std::size_t count = 0;
  for (const Postmortem& postmortem : corpus.postmortems) count += postmortem.action_items.size();
  return count;
}

}  // namespace

TrackedAction track_action(const Site& site, std::size_t incident, std::size_t item_index) {
  const Postmortem& postmortem = site.corpus.postmortems[incident];
  const ActionItem& item = postmortem.action_items[item_index];
  TrackedAction tracked;
  tracked.incident = incident;
  tracked.item = item_index;
  tracked.opened = item.opened;
  if (!tracked.opened && end_of(postmortem)) tracked.opened = local_day_of(*end_of(postmortem));
  tracked.due = item.due;
  const std::optional<int> allowed = days_allowed(site.config, postmortem.severity);
  if (!tracked.due && tracked.opened && allowed && is_open(item.status)) {
    tracked.due = *tracked.opened + std::chrono::days(*allowed);
    tracked.due_by_policy = true;
  }
  tracked.overdue = is_open(item.status) && tracked.due && *tracked.due < site.today;
  const std::optional<Date> until = has_ended(item) ? item.closed : std::optional(site.today);
  if (tracked.opened && until && *until >= *tracked.opened) {
    tracked.age_days = static_cast<int>((*until - *tracked.opened).count());
  }
  const std::optional<Window> window = open_window(postmortem, item, site.today);
  if (window) tracked.cost = cost_in(site, incident, *window);
  return tracked;
}

std::optional<Window> open_window(const Postmortem& postmortem, const ActionItem& item, Date today) {
  const std::optional<Moment>& end = end_of(postmortem);
  if (!item.opened && !end) return std::nullopt;
  if (has_ended(item) && !item.closed) return std::nullopt;
  Window window{};
  if (item.opened) {
    window.after = Instant(*item.opened + std::chrono::days(1));
  } else {
    window.after = end->at + (end->precision == Precision::day ? seconds(std::chrono::days(1)) : seconds(1));
  }
  window.before = has_ended(item) ? Instant(*item.closed) : Instant(today + std::chrono::days(1));
  return window;
}

void name_action_items(std::vector<ActionItem>& items) {
  std::map<std::string, int> taken;
  for (ActionItem& item : items) {
    item.id = slug_of(item.title.text);
    const int count = ++taken[item.id];
    if (count > 1) item.id += "-" + std::to_string(count);
  }
}

std::vector<TrackedAction> track_actions(const Site& site) {
  std::vector<TrackedAction> tracked;
  tracked.reserve(count_action_items(site.corpus));
  for (std::size_t incident = 0; incident < site.corpus.postmortems.size(); ++incident) {
    const Postmortem& postmortem = site.corpus.postmortems[incident];
    if (!postmortem.duplicate_of.empty()) continue;
    for (std::size_t index = 0; index < postmortem.action_items.size(); ++index) {
      tracked.push_back(track_action(site, incident, index));
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

std::vector<std::size_t> costliest_incidents(const Site& site, const TrackedAction& action, std::size_t most) {
  const Postmortem& postmortem = site.corpus.postmortems[action.incident];
  const std::optional<Window> window = open_window(postmortem, item_of(site.corpus, action), site.today);
  return window ? longest_in(site, action.incident, *window, most) : std::vector<std::size_t>();
}

std::optional<int> days_allowed(const SiteConfig& config, const std::optional<std::size_t>& severity) {
  if (!severity) return std::nullopt;
  if (!config.overdue_after) {
    return *severity < default_days.size() ? std::optional(default_days[*severity]) : std::nullopt;
  }
  const auto days = config.overdue_after->find(config.severities()[*severity].name);
  return days == config.overdue_after->end() ? std::nullopt : std::optional(days->second);
}

}  // namespace hindsight
