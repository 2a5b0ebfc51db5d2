#include "adopt/milestones.hpp"

#include <algorithm>
#include <array>
#include <re2/re2.h>
#include <string>

#include "base/text.hpp"

namespace hindsight {
namespace {

/// What an entry's first words announce.
enum class Mark { outage_begins, incident_begins, detected, acknowledged, outage_ends, incident_ends, none };

struct Announcement {
  RE2 words;
  Mark mark;
};

/// Cheap, for all the entries whose first word announces nothing.
bool may_announce(std::string_view event) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"incident",    "outage",     "impact", "downtime", "problem",   "issue",        "fault",     "failure",
       "degradation", "disruption", "first",  "detected", "detection", "acknowledged", "mitigated", "repaired",
       "service",     "end",        "ends",   "ended",    "resolved",  "over"});
  const auto end = std::ranges::find_if_not(event, is_letter);
  return std::ranges::any_of(words, [first = std::string_view(event.begin(), end)](std::string_view word) {
    return equals_ignoring_case(first, word);
  });
}

Mark mark_of(const std::string& event) {
  if (!may_announce(event)) return Mark::none;
  // Each pattern stands at the beginning of the entry and ends there or at a separator: "Resolved the DNS issue" and
  // "Outage started to look like …" announce nothing.
  static const Announcement announcements[] = {
      {"(?i)^(?:incident|outage)\\s*(?:/|and|&)\\s*(?:incident|outage)\\s+(?:ends?|ended|over|resolved)\\b",
       Mark::incident_ends},
      {"(?i)^(?:outage|impact|downtime|problem|issue|fault|failure|degradation|disruption)\\s+"
       "(?:begins?|began|starts?|started|occurs?|occurred)\\s*(?:[.:,;–—-]|$)",
       Mark::outage_begins},
      {"(?i)^incident\\s+(?:begins?|began|starts?|started)\\s*(?:[.:,;–—-]|$)", Mark::incident_begins},
      {"(?i)^(?:first\\s+)?(?:detected|detection)\\s*(?:[.:–—-]|$)", Mark::detected},
      {"(?i)^acknowledged\\s*(?:[.:–—-]|$)", Mark::acknowledged},
      {"(?i)^(?:outage|impact|downtime)\\s+(?:ends?|ended|over)\\s*(?:[.:,;–—-]|$)", Mark::outage_ends},
      {"(?i)^(?:mitigated|repaired|service(?:\\s+is)?\\s+restored)\\s*(?:[.:!–—-]|$)", Mark::outage_ends},
      {"(?i)^(?:incident\\s+)?(?:ends?|ended|resolved|over)\\s*(?:[.:!–—-]|$)", Mark::incident_ends},
  };
  for (const Announcement& announcement : announcements) {
    if (RE2::PartialMatch(event, announcement.words)) return announcement.mark;
  }
  return Mark::none;
}

std::optional<Milestone> milestone_of(Mark mark, bool outage_begins_elsewhere) {
  switch (mark) {
    case Mark::outage_begins: return Milestone::started;
    // Beside an outage that begins by itself, the beginning of the incident is when somebody noticed.
    case Mark::incident_begins: return outage_begins_elsewhere ? Milestone::detected : Milestone::started;
    case Mark::detected: return Milestone::detected;
    case Mark::acknowledged: return Milestone::acknowledged;
    case Mark::outage_ends: return Milestone::mitigated;
    case Mark::incident_ends: return Milestone::resolved;
    case Mark::none: break;
  }
  return std::nullopt;
}

}  // namespace

void mark_milestones(std::vector<TimelineEntry>& entries) {
  std::vector<Mark> marks;
  for (const TimelineEntry& entry : entries) marks.push_back(mark_of(entry.event.text));
  const bool outage_begins = std::ranges::find(marks, Mark::outage_begins) != marks.end();
  for (std::size_t index = 0; index < entries.size(); ++index) {
    if (!entries[index].milestone) entries[index].milestone = milestone_of(marks[index], outage_begins);
  }
}

}  // namespace hindsight
