#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "markdown/outline.hpp"

namespace hindsight {

/// What a part of a postmortem is about, whatever its heading is called.
enum class Section {
  none,
  summary,
  impact,
  timeline,
  trigger,
  root_causes,
  contributing_factors,
  detection,
  resolution,
  lessons,
  action_items,
  people,
};

/// The blocks below a heading, down to the next heading of the same rank. Sub-headings are among the blocks.
struct SectionPart {
  Section section = Section::none;
  const Block* heading = nullptr;  ///< null for what stands above the first heading
  std::vector<const Block*> blocks;
};

/// A heading or label in lower case with single spaces, without what stands in brackets, behind " - " or behind a
/// colon.
std::string normal_heading(std::string_view heading);

/// The section that a heading's words name, ignoring case, numbers in front, and remarks such as "(all times UTC)".
Section section_named(std::string_view heading);

/// Cuts an outline into sections, in order. Views into `outline`.
std::vector<SectionPart> cut_sections(const Outline& outline);

}  // namespace hindsight
