#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "adopt/sections.hpp"
#include "adopt/time_words.hpp"

namespace hindsight {

/// A sentence of the document's prose.
struct Sentence {
  std::string text;  ///< plain, in one line
  int line = 0;      ///< where it begins
  Section section = Section::none;
  bool is_item = false;  ///< an item of a list
  bool begins_block = false;
  std::vector<FoundTime> times;  ///< in `text`, once they are read: several ask for them
};

/// The sentences of a text, and the line of `text` (from 0) at which each begins. A full stop in "p.m." or "e.g." ends
/// none.
struct CutSentence {
  std::string text;
  int line = 0;
};
std::vector<CutSentence> cut_sentences(std::string_view text);

/// Whose sentences are all wanted; of other sections only those of blocks that may tell a time or its zone.
using WantsProse = std::function<bool(Section)>;

/// The sentences of all sections but timelines, action items and lessons; tables and code hold none.
std::vector<Sentence> find_sentences(const std::vector<SectionPart>& parts, const WantsProse& wants_prose);

/// Reads the times in sentences.
void read_times(std::vector<Sentence>& sentences, const DateHints& hints);

/// Those of timelines: what people said while it went on, guesses among them.
std::vector<Sentence> find_timeline_sentences(const std::vector<SectionPart>& parts);

}  // namespace hindsight
