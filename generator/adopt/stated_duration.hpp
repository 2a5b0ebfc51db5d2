#pragma once

#include <optional>

#include "adopt/document_clock.hpp"
#include "adopt/timeline.hpp"

namespace hindsight {

/// How long it lasted, as the document says: a label ("Duration", "Time to resolve"), else a sentence ("unavailable for
/// 31 minutes"). The rule tells which, and whether the sentence said "about".
std::optional<Said<seconds>> find_stated_duration(const DocumentText& document, const BodyTimeline& timeline);

/// Sections that tell of the incident itself, not of lessons or of what could be.
bool tells_of_incident(Section section);

}  // namespace hindsight
