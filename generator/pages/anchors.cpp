#include "pages/anchors.hpp"

#include <array>
#include <chrono>

namespace hindsight {
namespace {

long minute_of_day(Instant at) {
  return std::chrono::floor<std::chrono::minutes>(at - std::chrono::floor<std::chrono::days>(at)).count();
}

}  // namespace

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
  anchors.reserve(postmortem.timeline.size());
  std::array<int, 24 * 60> used{};  // by minute of the day
  for (const TimelineEntry& entry : postmortem.timeline) {
    std::string& anchor = anchors.emplace_back();
    if (!entry.at || entry.at->precision == Precision::day) continue;
    anchor = "t-" + format_clock(entry.at->at).erase(2, 1);
    const int count = ++used[static_cast<std::size_t>(minute_of_day(entry.at->at))];
    if (count > 1) (anchor += '-') += std::to_string(count);
  }
  return anchors;
}

std::string action_anchor(const ActionItem& item) { return "action." + item.id; }

}  // namespace hindsight
