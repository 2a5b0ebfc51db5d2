#pragma once

#include <array>
#include <optional>
#include <vector>

#include "adopt/document_clock.hpp"
#include "adopt/timeline.hpp"
#include "model/postmortem.hpp"

namespace hindsight {

/// A milestone's time, and what says so.
struct SaidTime {
  WrittenTime time;
  int line = 0;
  std::string words;
  std::string rule;
  Confidence confidence = Confidence::stated;
};

struct IncidentTimes {
  std::array<std::optional<SaidTime>, all_milestones.size()> times;
  std::optional<Said<seconds>> duration;  ///< as stated

  std::optional<SaidTime>& of(Milestone milestone) { return times[static_cast<std::size_t>(milestone)]; }
  const std::optional<SaidTime>& of(Milestone milestone) const { return times[static_cast<std::size_t>(milestone)]; }
};

/// When the incident began, was noticed, and ended. Labels count before marked entries of the timeline, these before
/// sentences ("unavailable between 09:29 and 10:00"), these before entries whose words usually mean it.
IncidentTimes find_incident_times(const DocumentText& document, const DocumentClock& clock,
                                  const BodyTimeline& timeline);

}  // namespace hindsight
