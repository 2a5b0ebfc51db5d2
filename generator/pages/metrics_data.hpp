#pragma once

#include <span>
#include <string>

#include "model/metrics_report.hpp"

/// Metrics for machines: the same text on the site and from the command line.
namespace hindsight {

/// RFC 4180; a line a group and measure, durations in seconds, empty where there is nothing to say.
std::string metrics_csv(const Site& site, std::span<const GroupMetrics> groups);

/// {"built_on", "groups": [{"grouping", "name", "title", "incidents", "measures": {"time_to_detect": {…}}}]}; durations
/// in seconds, null where there is nothing to say.
std::string metrics_json(const Site& site, std::span<const GroupMetrics> groups);

}  // namespace hindsight
