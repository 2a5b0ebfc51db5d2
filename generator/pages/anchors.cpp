#include "pages/anchors.hpp"

#include <bitset>
#include <chrono>
#include <map>

namespace hindsight {
namespace {

std::size_t minute_of_day(Instant at) {
  const seconds since_midnight = at - std::chrono::floor<std::chrono::days>(at);
  return static_cast<std::size_t>(std::chrono::floor<std::chrono::minutes>(since_midnight).count());
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
  std::bitset<1440> used;  // minutes of the day
  std::map<std::size_t, int> again;
  for (const TimelineEntry& entry : postmortem.timeline) {
    std::string& anchor = anchors.emplace_back();
    if (!entry.at || entry.at->precision == Precision::day) continue;
    const std::string clock = format_clock(entry.at->at);
    anchor.append("t-").append(clock, 0, 2).append(clock, 3, 2);
    const std::size_t minute = minute_of_day(entry.at->at);
    if (used.test(minute)) (anchor += '-') += std::to_string(++again[minute] + 1);
    used.set(minute);
  }
  return anchors;
}

std::string action_anchor(const ActionItem& item) { return "action." + item.id; }

}  // namespace hindsight
