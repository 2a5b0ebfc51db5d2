#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adopt/adopt.hpp"
#include "adopt/evidence.hpp"
#include "adopt/sections.hpp"
#include "adopt/timeline.hpp"
#include "base/diagnostics.hpp"
#include "model/postmortem.hpp"
#include "model/proposal.hpp"

namespace hindsight {

/// A body to read: its sections, its source to quote from, and its HTML.
struct BodyText {
  const std::vector<SectionPart>& parts;
  const SourceLines& source;
  std::string_view html;
};

/// What the body says of the incident.
struct Reading {
  Proposals proposals;
  BodyTimeline timeline;
};

/// Reads everything but action items from a body. `postmortem` has the title (its own or the body's) and path; times
/// for which the document states no zone are in `zone`.
Reading read_body(const BodyText& body, const Postmortem& postmortem, const TimeZone& zone, Scope scope,
                  Diagnostics& diagnostics);

}  // namespace hindsight
