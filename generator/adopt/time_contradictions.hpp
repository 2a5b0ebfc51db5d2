#pragma once

#include <string>

#include "adopt/document_clock.hpp"
#include "adopt/incident_times.hpp"
#include "base/diagnostics.hpp"

namespace hindsight {

/// A time as a number for comparisons: on its day, or on the first of days.
seconds order_of(const WrittenTime& time);

/// Whether both have a clock time, and both or none a day.
bool comparable(const WrittenTime& a, const WrittenTime& b);

/// The times without those that stand before what comes earlier: of two that contradict each other the surer stays.
/// These, a stated duration that the times do not bear out and a second date are reported with both lines.
IncidentTimes without_contradictions(IncidentTimes times, const DocumentClock& clock, const std::string& file,
                                     Diagnostics& diagnostics);

}  // namespace hindsight
