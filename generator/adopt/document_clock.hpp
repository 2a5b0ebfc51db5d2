#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adopt/day_sequence.hpp"
#include "adopt/facts.hpp"
#include "adopt/sentences.hpp"
#include "adopt/timeline_blocks.hpp"
#include "adopt/zone_words.hpp"

namespace hindsight {

/// A value, and the words and line that say so.
template <class Value>
struct Said {
  Value value;
  int line = 0;
  std::string words;
  std::string rule;
};

/// What the whole document says about its times.
struct DocumentClock {
  DateHints hints;
  std::optional<Said<Date>> date;        ///< the day of the incident
  std::optional<Said<Date>> other_date;  ///< another day that the document seems to call so, for a message
  std::optional<Said<ZoneWord>> zone;    ///< stated somewhere
  std::vector<WrittenTime> anchors;      ///< times with their day
  std::vector<seconds> clocks;           ///< clock times with am or pm
};

/// What there is to read the clock from.
struct DocumentText {
  std::string title;
  int title_line = 0;
  std::string path;
  std::optional<Said<Date>> stated_date;  ///< of front matter's `date`
  std::vector<SectionPart> parts;
  std::vector<Fact> facts;
  std::vector<Sentence> sentences;
};

/// The year of most dates in the document, for those that are written without.
DateHints find_hints(const DocumentText& document);

/// The day by vote over labels, title, file name, timeline and summary; the zone from the timeline, else from wherever
/// a time is given with one.
DocumentClock read_clock(const DocumentText& document, const RawTimeline& timeline, const SectionPart* timeline_part,
                         DateHints hints);

}  // namespace hindsight
