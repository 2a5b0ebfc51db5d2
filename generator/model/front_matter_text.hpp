#pragma once

#include <string>
#include <vector>

#include "model/config.hpp"
#include "model/postmortem.hpp"

namespace hindsight {

/// The lines of front matter that would state what was inferred: "started_at: 2024-05-02T14:03Z  # line 12: quote". One
/// line a field, in the order of the schema; each comment names the evidence. Evidence is named by its line in the
/// new file: `above` lines of the old one stay above, `added` lines come beside these. What stands in a section of its
/// own name (summary, impact, timeline, action items) is the document's own and not repeated.
std::vector<std::string> front_matter_of(const Postmortem& postmortem, const Proposals& said, const SiteConfig& config,
                                         int above, int added);

/// A time as front matter takes it: "2024-05-02T14:03+02:00", "2024-05-02 14:03" without a stated zone, "2024-05-02".
std::string written_time(const WrittenTime& time, const Moment& moment);

}  // namespace hindsight
