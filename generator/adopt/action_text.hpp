#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/outline.hpp"
#include "model/config.hpp"
#include "model/ticket.hpp"

/// What the text of an action item holds beside its words.
namespace hindsight {

/// The first ticket of a block: a link, a web address written out, or a match of one of the patterns.
std::optional<Ticket> ticket_in(const Block& block, const std::vector<TicketPattern>& patterns);

/// As above, in the block or anywhere below it.
std::optional<Ticket> ticket_within(const Block& block, const std::vector<TicketPattern>& patterns);

/// The block's text without a ticket that only hangs at its end: a web address, a link called "#12", "Issue" or "here".
/// The whole text if nothing else is left.
std::string text_without_ticket(const Block& block);

/// An empty cell in disguise: "-", "n/a", "tbd", "none".
bool is_placeholder(std::string_view text);

}  // namespace hindsight
