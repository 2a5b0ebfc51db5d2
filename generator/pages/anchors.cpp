#include "pages/anchors.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"

namespace hindsight {

std::vector<std::string> anchors_of(const Postmortem& postmortem) {
  std::vector<std::string> anchors = {std::string(timeline_section), std::string(actions_section)};
  for (const Heading& heading : postmortem.body.headings) anchors.push_back(heading.id);
  for (std::string& anchor : timeline_anchors(postmortem)) {
    if (!anchor.empty()) anchors.push_back(std::move(anchor));
  }
  for (std::size_t index = 0; index < postmortem.action_items.size(); ++index) anchors.push_back(action_anchor(index));
  return anchors;
}

std::vector<std::string> timeline_anchors(const Postmortem& postmortem) {
  std::vector<std::string> anchors;
  std::map<std::string, int> used;
  for (const TimelineEntry& entry : postmortem.timeline) {
    const bool has_clock = entry.at && entry.at->precision != Precision::day;
    std::string anchor = has_clock ? "t-" + replace_all(format_clock(entry.at->at), ":", "") : "";
    const int count = has_clock ? used[anchor]++ : 0;
    anchors.push_back(count == 0 ? anchor : anchor + "-" + std::to_string(count + 1));
  }
  return anchors;
}

std::string action_anchor(std::size_t index) { return "action-" + std::to_string(index + 1); }

}  // namespace hindsight
