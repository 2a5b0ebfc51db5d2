#pragma once

#include <cstddef>
#include <vector>

namespace hindsight {

struct Site;

/// An action item that had not been done when an incident began.
struct OpenThen {
  std::size_t incident;  ///< its own
  std::size_t item;
};

/// What had been promised after related incidents and was not done when one began.
struct OpenPromises {
  std::size_t count = 0;
  std::vector<OpenThen> newest;  ///< of these at most ten, those of the newest incidents first
};

/// For each incident of the site, the action items of related incidents that were open when it began: opened before,
/// and open still or closed on a later day. Items without a status, and closed ones without a day, are not among them.
std::vector<OpenPromises> find_open_promises(const Site& site);

}  // namespace hindsight
