#pragma once

#include <vector>

#include "adopt/sections.hpp"
#include "model/config.hpp"
#include "model/postmortem.hpp"

namespace hindsight {

/// The action items of a body, and the tables and lists that hold nothing else.
struct BodyActions {
  std::vector<ActionItem> items;
  std::vector<TypedBlock> blocks;
};

/// Reads a section of action items: tables, task lists, bulleted and numbered lists, lines with an owner in bold before
/// them, paragraphs where there is nothing else.
BodyActions read_action_items(const SectionPart& part, const std::vector<TicketPattern>& tickets);

/// Whether a section holds a task list: what has boxes to tick is to be done, whatever the heading above it is.
bool has_task_list(const SectionPart& part);

}  // namespace hindsight
