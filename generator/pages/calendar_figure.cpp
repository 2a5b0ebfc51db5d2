#include "pages/calendar_figure.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "model/groups.hpp"
#include "render/chart/calendar.hpp"

namespace hindsight {
namespace {

/// The last day of an incident: of its end, of today if it is ongoing, else of its start.
Date last_day_of(const Site& site, const Postmortem& postmortem, Date first) {
  for (const Milestone end : {Milestone::resolved, Milestone::mitigated}) {
    if (postmortem.time(end)) return std::max(first, printed_day_of(*postmortem.time(end)));
  }
  return state_of(postmortem) == State::ongoing ? std::max(first, site.today) : first;
}

using IncidentsByDay = std::map<Date, std::vector<std::size_t>>;

IncidentsByDay incidents_by_day(const Site& site, Date first, Date last) {
  IncidentsByDay days;
  for (std::size_t index = 0; index < site.corpus.postmortems.size(); ++index) {
    const Postmortem& postmortem = site.corpus.postmortems[index];
    const std::optional<Date> begin = grouping_day(postmortem);
    if (!begin || postmortem.kind != IncidentKind::incident || !postmortem.duplicate_of.empty()) continue;
    const Date end = std::min(last, last_day_of(site, postmortem, *begin));
    for (Date day = std::max(first, *begin); day <= end; day += std::chrono::days(1)) days[day].push_back(index);
  }
  return days;
}

CalendarDay describe(const Site& site, Date date, const std::vector<std::size_t>& incidents, const Urls& urls) {
  std::optional<std::size_t> worst;
  for (const std::size_t index : incidents) {
    const std::optional<std::size_t>& severity = site.corpus.postmortems[index].severity;
    if (severity) worst = worst ? std::min(*worst, *severity) : *severity;
  }
  CalendarDay day;
  day.count = static_cast<int>(incidents.size());
  day.words = !worst ? "no severity" : (day.count > 1 ? "worst " : "") + site.config.severities()[*worst].name;
  // A year's list is of no help in finding four of its hundreds.
  constexpr int most_linked = 3;
  if (day.count == 1) {
    day.url = urls.to_incident(site.corpus.postmortems[incidents.front()]);
  } else if (day.count <= most_linked) {
    day.url = urls.to(routes::year(year_of(date)));
  }
  return day;
}

}  // namespace

Figure calendar_figure(const Publication& publication, std::string_view title, Date first, Date last,
                       const Urls& urls) {
  const Site& site = publication.site;
  const IncidentsByDay incidents = incidents_by_day(site, first, last);
  std::map<Date, CalendarDay> days;
  for (const auto& [date, indices] : incidents) days[date] = describe(site, date, indices, urls);
  const auto length = (last - first).count() + 1;
  Figure figure;
  figure.anchor = "calendar";
  figure.title = title;
  figure.finding = with_thousands(static_cast<long>(days.size())) + " of " + with_thousands(length) +
                   " days saw an incident; the number is how many were going on.";
  figure.drawing_html = draw_calendar(title, first, last, days);
  return figure;
}

}  // namespace hindsight
