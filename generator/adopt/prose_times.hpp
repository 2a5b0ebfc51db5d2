#pragma once

#include "adopt/document_clock.hpp"
#include "adopt/time_candidates.hpp"

namespace hindsight {

/// "unavailable between 09:29 and 10:00 UTC": the beginning and the end of the impact.
void read_time_ranges(const DocumentText& document, const TimeCompleter& completer, TimeCandidates& found);

/// "At 10:13 we were back online", "All alerts first went off at 5:24 AM".
void read_time_sentences(const DocumentText& document, const TimeCompleter& completer, TimeCandidates& found);

}  // namespace hindsight
