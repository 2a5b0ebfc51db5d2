#pragma once

#include <array>
#include <string>
#include <vector>

#include "model/groups.hpp"
#include "model/metrics.hpp"

namespace hindsight {

/// All measures of one group of incidents.
struct GroupMetrics {
  std::string grouping;  ///< "all", or the name of a GroupBy
  Group group;
  std::array<Summary, all_measures.size()> summaries;

  const Summary& summary(Measure what) const { return summaries[static_cast<std::size_t>(what)]; }
};

/// The incidents as one group.
GroupMetrics measure_all(const Site& site, const std::vector<std::size_t>& incidents);

/// The incidents split; the groups as group_incidents() orders them.
std::vector<GroupMetrics> measure_groups(const Site& site, GroupBy by, const std::vector<std::size_t>& incidents);

}  // namespace hindsight
