#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adopt/document_clock.hpp"
#include "adopt/timeline_blocks.hpp"
#include "model/postmortem.hpp"

namespace hindsight {

/// "First detected 2021-05-10 12:15" in a list of key events.
struct LabelledTime {
  Label label;
  std::string written;
  int line = 0;
};

/// The section with the timeline, and its entries as they stand.
struct TimelineSource {
  const SectionPart* part = nullptr;
  RawTimeline raw;
  std::vector<LabelledTime> labelled;  ///< in all sections of that name
};

/// The section of that name, or another one whose lists or tables hold more entries. `html` is the body's.
TimelineSource find_timeline(const std::vector<SectionPart>& parts, std::string_view html, const DateHints& hints);

/// The timeline of a body. The vectors have an element for each entry.
struct BodyTimeline {
  std::vector<TimelineEntry> entries;
  std::vector<std::optional<WrittenTime>> times;   ///< zones only where the document states one
  std::vector<std::optional<WrittenTime>> untils;  ///< ends of ranges
  std::vector<bool> is_zero;                       ///< T0
  std::vector<std::string> words;                  ///< what an entry says, with what stands below it
  std::vector<TypedBlock> blocks;
  std::vector<LabelledTime> labelled;  ///< wherever the longest list of entries is
};

/// Entries with their instants; times for which the document states no zone are in `zone`.
BodyTimeline place_timeline(TimelineSource source, const DocumentClock& clock, const TimeZone& zone);

}  // namespace hindsight
