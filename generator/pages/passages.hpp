#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "model/postmortem.hpp"

namespace hindsight {

/// A part of an incident's page that a search can lead to.
struct Passage {
  enum class Kind { section, timeline, action_item };

  Kind kind = Kind::section;
  std::string_view anchor;  ///< an id on the page; empty: its top
  std::string_view title;   ///< the section's heading, "Timeline › 14:02", "Action item"; may be empty
  std::string_view text;    ///< plain
};

/// Calls visit(passage) for each of the page's passages in its order: the sections of the body as they are shown, each
/// timeline entry and action item, and what front matter alone says. They are as good as the call.
void visit_passages(const Postmortem& postmortem, const std::function<void(const Passage&)>& visit);

/// The text that a reader sees of markup that we wrote ourselves: without tags, character references resolved, one
/// space for any white space and between blocks.
std::string visible_text(std::string_view html);

}  // namespace hindsight
