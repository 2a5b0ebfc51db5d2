#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adopt/sections.hpp"
#include "adopt/time_words.hpp"
#include "markdown/outline.hpp"

namespace hindsight {

/// What a label such as "**Incident from:**" announces.
enum class Label {
  date,
  started,
  detected,
  acknowledged,
  mitigated,
  resolved,
  ended,  ///< "until": of the impact and of the incident
  duration,
  time_to_detect,
  time_to_resolve,
  authors,
  severity,
  status,
  services,
  trigger,
  root_cause,
  contributing_factor,
  impact,
  summary,
  detection,
};

/// A label and what stands behind or below it, wherever: a bold pair, a bullet, a table's row, a line "Name: text", a
/// heading with its paragraph.
struct Fact {
  Label label = Label::date;
  std::string value;  ///< plain text; several lines if it is a list
  int line = 0;       ///< of the value
  std::string words;  ///< the label as it stands: "Start time (UTC)"
  Section section = Section::none;
  bool is_heading = false;       ///< the label is a heading
  std::vector<FoundTime> times;  ///< in `value`, once they are read
};

/// The label that words are, ignoring case, numbers in front and remarks; nullopt for any other words.
std::optional<Label> label_named(std::string_view words);

/// All facts of a document, in order. Empty values, "TBD", "N/A", "?" and help text of templates are none.
std::vector<Fact> find_facts(const std::vector<SectionPart>& parts);

/// Reads the times in facts.
void read_times(std::vector<Fact>& facts, const DateHints& hints);

/// "P0 / P1 / P2", "Draft | In review | Published": what a template offers, not what somebody chose.
bool offers_choice(std::string_view value);

/// A value that is none: "-", "TBD", "not yet available", "<insert …>", "e.g. …".
bool says_nothing(std::string_view value);

}  // namespace hindsight
