#pragma once

#include <vector>

#include "model/postmortem.hpp"

namespace hindsight {

/// Marks the entries whose words say that they are a milestone: "OUTAGE BEGINS", "INCIDENT/OUTAGE ENDS", "First
/// detected", "Resolved:". Only words that can mean nothing else count.
void mark_milestones(std::vector<TimelineEntry>& entries);

}  // namespace hindsight
