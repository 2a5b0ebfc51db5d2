#include "model/promises.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "model/action_items.hpp"
#include "model/recurrence.hpp"
#include "model/site.hpp"

namespace hindsight {
namespace {

constexpr std::size_t most_listed = 10;

struct Item {
  std::size_t incident;
  std::size_t item;

  bool operator==(const Item&) const = default;
  bool operator<(const Item& other) const { return std::tie(incident, item) < std::tie(other.incident, other.item); }
};

/// What happens at an instant, in this order: an item that is closed then is open no more, one that is opened then is.
enum class Kind { close, open, incident };

struct Event {
  Instant at;
  Kind kind;
  Item subject;

  bool operator<(const Event& other) const {
    return std::tie(at, kind, subject) < std::tie(other.at, other.kind, other.subject);
  }
};

std::optional<Window> window_of(const Site& site, const Item& item) {
  const Postmortem& postmortem = site.corpus.postmortems[item.incident];
  const ActionItem& action = postmortem.action_items[item.item];
  if (action.status == ActionStatus::unknown || !can_recur(postmortem)) return std::nullopt;
  return open_window(postmortem, action, site.today);
}

std::vector<Event> events_of(const Site& site) {
  std::vector<Event> events;
  for (std::size_t incident = 0; incident < site.corpus.postmortems.size(); ++incident) {
    const Postmortem& postmortem = site.corpus.postmortems[incident];
    const std::optional<Moment>& date = dated_by(postmortem);
    if (date && can_recur(postmortem)) events.push_back({date->at, Kind::incident, {incident, 0}});
    for (std::size_t index = 0; index < postmortem.action_items.size(); ++index) {
      const std::optional<Window> window = window_of(site, {incident, index});
      if (!window || window->after >= window->before) continue;
      events.push_back({window->after, Kind::open, {incident, index}});
      events.push_back({window->before, Kind::close, {incident, index}});
    }
  }
  std::sort(events.begin(), events.end());
  return events;
}

/// Walks through time with the items that are open at each moment, by group.
class Walk {
 public:
  explicit Walk(const Site& site) : site_(site), open_(site.groups.count()), open_of_(site.corpus.postmortems.size()) {}

  void open(const Item& item) {
    for (const std::size_t group : site_.groups.groups_of(item.incident)) open_[group].insert(item);
    open_of_[item.incident].push_back(item);
  }

  void close(const Item& item) {
    for (const std::size_t group : site_.groups.groups_of(item.incident)) open_[group].erase(item);
    std::erase(open_of_[item.incident], item);
  }

  OpenPromises before(std::size_t incident) const {
    OpenPromises promises;
    std::vector<Item> newest;
    for (const std::size_t index : site_.groups.related_to(incident)) {
      const std::set<Item>& open = open_[index];
      promises.count += open.size();
      const auto own = open.lower_bound({incident, 0});
      std::size_t taken = 0;
      for (auto at = open.begin(); at != open.end() && taken < most_listed; ++at) {
        if (at->incident == incident) continue;
        newest.push_back(*at);
        ++taken;
      }
      for (auto at = own; at != open.end() && at->incident == incident; ++at) --promises.count;
    }
    for (const std::size_t other : stated_relatives(site_, incident)) {
      if (is_in_groups(incident, other)) continue;
      promises.count += open_of_[other].size();
      newest.insert(newest.end(), open_of_[other].begin(), open_of_[other].end());
    }
    const std::size_t listed = std::min(newest.size(), most_listed);
    std::partial_sort(newest.begin(), newest.begin() + static_cast<std::ptrdiff_t>(listed), newest.end());
    newest.resize(listed);
    promises.newest.reserve(listed);
    for (const Item& item : newest) promises.newest.push_back({item.incident, item.item});
    return promises;
  }

 private:
  bool is_in_groups(std::size_t incident, std::size_t other) const {
    const std::vector<std::size_t> related = site_.groups.related_to(incident);
    return std::ranges::any_of(site_.groups.groups_of(other),
                               [&](std::size_t group) { return std::ranges::find(related, group) != related.end(); });
  }

  const Site& site_;
  std::vector<std::set<Item>> open_;        ///< for each group, by incident, newest first
  std::vector<std::vector<Item>> open_of_;  ///< for each incident
};

}  // namespace

std::vector<OpenPromises> find_open_promises(const Site& site) {
  std::vector<OpenPromises> promises(site.corpus.postmortems.size());
  Walk walk(site);
  for (const Event& event : events_of(site)) {
    switch (event.kind) {
      case Kind::close: walk.close(event.subject); break;
      case Kind::open: walk.open(event.subject); break;
      case Kind::incident: promises[event.subject.incident] = walk.before(event.subject.incident); break;
    }
  }
  return promises;
}

}  // namespace hindsight
