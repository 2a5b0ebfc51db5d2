#include "model/metrics_report.hpp"

#include <utility>

namespace hindsight {
namespace {

GroupMetrics measure_group(const Site& site, std::string grouping, Group group) {
  GroupMetrics metrics{std::move(grouping), std::move(group), {}};
  for (const Measure what : all_measures) {
    metrics.summaries[static_cast<std::size_t>(what)] = summarise(site, metrics.group.incidents, what);
  }
  return metrics;
}

}  // namespace

GroupMetrics measure_all(const Site& site, const std::vector<std::size_t>& incidents) {
  return measure_group(site, "all", {"all", "All incidents", incidents});
}

std::vector<GroupMetrics> measure_groups(const Site& site, GroupBy by, const std::vector<std::size_t>& incidents) {
  std::vector<GroupMetrics> metrics;
  for (Group& group : group_incidents(site, by, incidents)) {
    metrics.push_back(measure_group(site, std::string(name_of(by)), std::move(group)));
  }
  return metrics;
}

}  // namespace hindsight
