#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/site.hpp"

namespace hindsight {

/// The ways to split a site's incidents for statistics.
enum class GroupBy { severity, service, trigger, root_cause, team, tag, year, quarter };

inline constexpr std::array all_groupings = {GroupBy::severity, GroupBy::service, GroupBy::trigger, GroupBy::root_cause,
                                             GroupBy::team,     GroupBy::tag,     GroupBy::year,    GroupBy::quarter};

template <>
struct Names<GroupBy> {
  static constexpr std::array<std::string_view, 8> values = {"severity", "service", "trigger", "root_cause",
                                                             "team",     "tag",     "year",    "quarter"};
};

/// Incidents by the day that dates them; the bounds are days in UTC and belong to the selection.
struct Selection {
  std::optional<Date> since;
  std::optional<Date> until;
};

struct Group {
  std::string name;   ///< as postmortems write it; "2025", "2025-Q1"
  std::string title;  ///< for people
  std::vector<std::size_t> incidents;
};

std::vector<std::size_t> select_incidents(const Site& site, const Selection& selection);

/// The incidents of `selection` in groups: terms in the order of their taxonomy, years and quarters newest first.
/// Groups without an incident are left out; an incident with several terms is in several groups, one without in none.
std::vector<Group> group_incidents(const Site& site, GroupBy by, const std::vector<std::size_t>& incidents);

/// Quarters since year 0.
int quarter_of(Date date);
std::string quarter_name(int quarter);   ///< "2025-Q1"
std::string quarter_title(int quarter);  ///< "Q1 2025"

/// The day that puts an incident into a year and a quarter.
std::optional<Date> grouping_day(const Postmortem& postmortem);

}  // namespace hindsight
