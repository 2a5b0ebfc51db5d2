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
  for (const ActionItem& item : postmortem.action_items) anchors.push_back(action_anchor(item));
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

std::string action_anchor(const ActionItem& item) { return "action." + item.id; }

}  // namespace hindsight
