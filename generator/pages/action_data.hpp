#pragma once

#include <span>
#include <string>

#include "base/json_text.hpp"
#include "model/site.hpp"

/// Action items for machines: the same text on the site and from the command line.
namespace hindsight {

/// RFC 4180, safe to open in a spreadsheet; durations in seconds.
void put_actions_csv(const Site& site, std::span<const TrackedAction> actions, const Put& put);

/// {"site", "built_on", "action_items": […]}
void put_actions_json(const Site& site, std::span<const TrackedAction> actions, const Put& put);

/// What the document says of one item, into an object that is open.
void write_action_item(const ActionItem& item, JsonText& json);

/// The id of an item across the whole site: "2025-03-04-checkout/raise-the-limit".
std::string site_wide_id(const Site& site, const TrackedAction& action);

}  // namespace hindsight
