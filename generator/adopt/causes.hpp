#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "adopt/document_clock.hpp"
#include "adopt/incident_times.hpp"
#include "adopt/timeline.hpp"

namespace hindsight {

/// A phrase of the document, and where it stands.
struct SaidPhrase {
  std::string text;
  int line = 0;
  std::string rule;
  Confidence confidence = Confidence::stated;
};

/// What set the failure off, in the document's words: the section of that name, a sentence that says "triggered by",
/// the change in the timeline before the incident began. At most one.
std::vector<SaidPhrase> find_triggers(const DocumentText& document, const BodyTimeline& timeline,
                                      const IncidentTimes& times);

/// The conditions that let it happen, in the document's words: items and telling sentences of the section of that name,
/// labels, contributing factors where there is nothing else, a sentence of the summary that says "caused by".
std::vector<SaidPhrase> find_root_causes(const DocumentText& document);

/// The items of the section of that name.
std::vector<SaidPhrase> find_contributing_factors(const DocumentText& document);

}  // namespace hindsight
