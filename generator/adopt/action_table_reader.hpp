#pragma once

#include <vector>

#include "markdown/outline.hpp"
#include "model/config.hpp"
#include "model/postmortem.hpp"

namespace hindsight {

/// The rows of a table of action items, its columns in any order; a **TODO** or **DONE** counts in any cell.
std::vector<ActionItem> read_action_table(const Block& table, const std::vector<TicketPattern>& tickets);

/// Where the words of a block stand: in the body's HTML, or nowhere for a block that was made from a part of another.
Prose prose_of(const Block& block, std::string text);

}  // namespace hindsight
