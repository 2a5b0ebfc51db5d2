#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/postmortem.hpp"

namespace hindsight {

/// Where an incident's page shows its timeline and its action items, in the body or below it.
inline constexpr std::string_view timeline_section = "page-timeline";
inline constexpr std::string_view actions_section = "page-actions";

/// Where it shows what has happened since.
inline constexpr std::string_view since_section = "page-since";

/// All ids that an incident's page has for links: its headings, timeline entries and action items.
std::vector<std::string> anchors_of(const Postmortem& postmortem);

/// The anchors of the timeline, one an entry: "t-1402" for 14:02 UTC, with a number for the second one of a minute.
/// Empty for an entry without a time.
std::vector<std::string> timeline_anchors(const Postmortem& postmortem);

/// The anchor of an action item: "action.raise-the-limit": no heading's anchor has a full stop.
std::string action_anchor(const ActionItem& item);

}  // namespace hindsight
