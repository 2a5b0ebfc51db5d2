#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "adopt/sections.hpp"
#include "model/postmortem.hpp"

namespace hindsight {

/// The timeline of a body: its entries, and the tables and lists that hold nothing else.
struct BodyTimeline {
  std::vector<TimelineEntry> entries;
  std::vector<TypedBlock> blocks;
};

/// Reads the tables and lists of a timeline section. `html` is the body's. Times without a date belong to the date that
/// the section states, else to `start`'s day, and go on past midnight; times without a zone are in the zone that the
/// section states, else in `zone`.
BodyTimeline read_timeline(const SectionPart& part, std::string_view html, const std::optional<Moment>& start,
                           const TimeZone& zone);

}  // namespace hindsight
