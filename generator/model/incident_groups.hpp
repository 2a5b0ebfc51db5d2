#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "model/postmortem.hpp"

namespace hindsight {

struct Site;

/// Incidents that have the same root causes, or the same triggers and services: the others that are related to one of
/// them are related to all. Holds those that happened and have a date, oldest first, so that questions about a span of
/// time cost two binary searches, however many incidents there are.
class IncidentGroup {
 public:
  /// Part of the group: positions [first, last).
  struct Range {
    std::size_t first = 0;
    std::size_t last = 0;

    std::size_t size() const { return last - first; }
  };

  /// Incidents are added oldest first; `downtime`: none if it is not known.
  void add(std::size_t incident, Instant start, std::optional<seconds> downtime);

  /// To be called when all have been added.
  void seal();

  std::size_t incident(std::size_t position) const { return incidents_[position]; }

  /// Those that started in [after, before).
  Range between(Instant after, Instant before) const;

  seconds downtime_of(Range range) const { return downtime_before_[range.last] - downtime_before_[range.first]; }
  std::size_t unknown_in(Range range) const { return unknown_before_[range.last] - unknown_before_[range.first]; }

  /// The position of the longest of a range that is not empty; of equal ones the latest.
  std::size_t longest_in(Range range) const;

  /// Whether the incident at `a` lasted longer than the one at `b` of another group, or as long and is the newer.
  static bool is_longer(const IncidentGroup& a_group, std::size_t a, const IncidentGroup& b_group, std::size_t b);

 private:
  std::size_t longer_of(std::size_t a, std::size_t b) const;

  std::vector<std::size_t> incidents_;
  std::vector<Instant> starts_;
  std::vector<seconds> lengths_;  ///< -1 if not known
  std::vector<seconds> downtime_before_{seconds(0)};
  std::vector<std::size_t> unknown_before_{0};
  std::vector<std::vector<std::uint32_t>> longest_;  ///< at [k][i]: the longest of the 2^k from i on
};

/// All groups of a site, and which of them hold the incidents related to a given one: by a root cause in common where
/// both name root causes; by a trigger and a service in common where one of them names none.
class IncidentGroups {
 public:
  IncidentGroups() = default;
  explicit IncidentGroups(const Site& site);  ///< its terms must be there

  const IncidentGroup& group(std::size_t index) const { return groups_[index]; }
  std::size_t count() const { return groups_.size(); }

  /// The groups of an incident's relatives. No incident is in two of them; the incident itself may be in one.
  std::vector<std::size_t> related_to(std::size_t incident) const;

  /// The groups that an incident belongs to, or would if it had a date.
  std::vector<std::size_t> groups_of(std::size_t incident) const;

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  void group_by_causes(const Site& site);
  void group_by_triggers_and_services(const Site& site);
  void fill(const Site& site);

  std::vector<IncidentGroup> groups_;
  std::vector<std::vector<std::size_t>> related_;  ///< for each group: groups of incidents related to its own
  std::vector<std::size_t> by_causes_;             ///< for each incident: its group, or none
  std::vector<std::size_t> by_circumstances_;      ///< for each incident: its group by triggers and services, or none
};

}  // namespace hindsight
