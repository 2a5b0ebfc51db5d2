#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "adopt/day_sequence.hpp"
#include "adopt/sections.hpp"
#include "model/postmortem.hpp"

namespace hindsight {

/// An entry as it stands, before its day is known.
struct RawEntry {
  TimelineEntry entry;
  EntryTime time;
  std::string words;  ///< what it says, with what stands below it
};

/// The entries of a section, and the blocks that hold nothing else: the page prints those in its own form.
struct RawTimeline {
  std::vector<RawEntry> entries;
  std::vector<TypedBlock> blocks;
};

/// Reads the entries of a section in whatever shape they stand: rows of a table, items of a list, paragraphs and lines
/// that begin with a time, headings that do, columns of plain text, a code block of such lines where there is nothing
/// else. What stands below an entry without a time of its own belongs to it; a line that is only a date is the day of
/// what follows. `html` is the body's.
RawTimeline read_timeline_blocks(const SectionPart& part, std::string_view html, const DateHints& hints);

}  // namespace hindsight
