#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "model/site.hpp"

/// Counts over action items.
namespace hindsight {

/// Which items a list shows.
bool is_open(const Site& site, const TrackedAction& action);
bool is_recently_closed(const Site& site, const TrackedAction& action);  ///< in the 90 days up to today

struct OwnerSummary {
  std::string owner;  ///< empty: nobody
  std::size_t open = 0;
  std::size_t overdue = 0;
  int oldest_days = 0;
};

/// The owners of open items, those with most overdue ones first, nobody last.
std::vector<OwnerSummary> owners_of_open_items(const Site& site);

struct QuarterFlow {
  int quarter;  ///< as quarter_of() counts
  std::size_t opened = 0;
  std::size_t closed = 0;
};

/// Items opened and closed in each of the latest eight quarters, oldest first. Closed items without a day of closing
/// are in no quarter.
std::vector<QuarterFlow> flow_by_quarter(const Site& site);

/// Open items by age: up to 30 days, to 90, to 365, older.
std::array<std::size_t, 4> open_by_age(const Site& site);

/// The open items, those first that have cost most since; then overdue, then oldest.
std::vector<TrackedAction> costliest_first(const Site& site);

}  // namespace hindsight
