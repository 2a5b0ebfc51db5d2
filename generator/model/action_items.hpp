#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/config.hpp"
#include "model/corpus.hpp"

namespace hindsight {

struct Site;

/// What has gone wrong since an action item was opened that it might have prevented: an association, not a proof.
struct Cost {
  seconds downtime{};       ///< of the incidents whose downtime is known
  std::size_t count = 0;    ///< of all of them
  std::size_t unknown = 0;  ///< how many of them have no known downtime
};

/// An action item and what can be said of it on `today`.
struct TrackedAction {
  std::size_t incident = 0;     ///< index into the corpus
  std::size_t item = 0;         ///< index into its action items
  std::optional<Date> opened;   ///< as stated, else the day of its incident's end, else of its start
  std::optional<int> age_days;  ///< from opening to today or closing
  std::optional<Date> due;      ///< as stated; of an open item else by the policy for its incident's severity
  bool due_by_policy = false;
  bool overdue = false;      ///< open, and due before today
  std::optional<Cost> cost;  ///< none if it is not known when the item was opened, or, of a closed one, closed
};

/// When an item was open: incidents that started in [after, before) count towards its cost. A day of opening is over
/// when it begins; without a day it begins with the end of its incident.
struct Window {
  Instant after;
  Instant before;
};

/// nullopt if it is not known when the item was opened, or, of a closed one, closed.
std::optional<Window> open_window(const Postmortem& postmortem, const ActionItem& item, Date today);

/// Gives each item an id from its title: "raise-the-limit"; equal titles get -2, -3.
void name_action_items(std::vector<ActionItem>& items);

/// What can be said of the item at `item` of the postmortem at `incident`.
///
/// Cost: the downtime of the incidents that are related to the item's own (model/recurrence), started after it was
/// opened (without a date: after its incident's end) and before today, or before it was closed.
TrackedAction track_action(const Site& site, std::size_t incident, std::size_t item);

/// All action items of the corpus; duplicates of incidents are left out, because the other postmortem has them. Oldest
/// first; without an age last.
std::vector<TrackedAction> track_actions(const Site& site);

const ActionItem& item_of(const Corpus& corpus, const TrackedAction& action);

/// The `most` longest of the incidents behind an item's cost, longest first.
std::vector<std::size_t> costliest_incidents(const Site& site, const TrackedAction& action, std::size_t most);

/// The days that an item of an incident of this severity may stay open without a due date: as site.yml says, else 15
/// for the worst severity and 30 for the second; nullopt for the others.
std::optional<int> days_allowed(const SiteConfig& config, const std::optional<std::size_t>& severity);

}  // namespace hindsight
