#pragma once

#include <string>
#include <string_view>

namespace hindsight {

/// Where work on an action item is tracked.
struct Ticket {
  std::string url;    ///< a checked URL; may be empty
  std::string label;  ///< what to print: a key, the text of a link, or a host
};

/// The ticket at a web address. The label is "owner/repository#12" for GitHub and GitLab, the key for Jira, else
/// `link_text`, else the host.
Ticket ticket_at(const std::string& url, std::string_view link_text);

}  // namespace hindsight
