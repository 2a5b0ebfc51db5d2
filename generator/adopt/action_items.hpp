#pragma once

#include <vector>

#include "adopt/sections.hpp"
#include "model/postmortem.hpp"

namespace hindsight {

/// The action items of a body, and the tables and lists that hold nothing else.
struct BodyActions {
  std::vector<ActionItem> items;
  std::vector<TypedBlock> blocks;
};

/// Reads the tables, task lists, bulleted and numbered lists of a section of action items.
BodyActions read_action_items(const SectionPart& part);

}  // namespace hindsight
