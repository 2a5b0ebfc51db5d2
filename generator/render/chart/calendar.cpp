#include "render/chart/calendar.hpp"

#include <algorithm>
#include <array>
#include <chrono>

#include <fmt/format.h>

#include "base/escape.hpp"

namespace hindsight {
namespace {

constexpr std::array<std::string_view, 7> weekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                      "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr int hottest = 4;

Date monday_of(Date day) { return day - (std::chrono::weekday(day) - std::chrono::Monday); }

/// The months over the weeks that begin in them.
std::string draw_head(Date first, Date last) {
  std::string head;
  std::string label;
  int weeks = 0;
  const auto flush = [&] {
    // A month of one week has no room for its name.
    if (weeks == 1) head += "<td></td>";
    if (weeks > 1) head += fmt::format(R"(<th scope="col" colspan="{}">{}</th>)", weeks, label);
    weeks = 0;
  };
  for (Date week = monday_of(first); week <= last; week += std::chrono::days(7)) {
    const std::chrono::year_month_day day(week);
    const std::string_view month = months[static_cast<unsigned>(day.month()) - 1];
    if (month != label) flush();
    label = month;
    ++weeks;
  }
  flush();
  return head;
}

std::string draw_cell(Date date, const std::map<Date, CalendarDay>& days) {
  const auto found = days.find(date);
  if (found == days.end()) return "<td></td>";
  const CalendarDay& day = found->second;
  if (day.url.empty()) {
    return fmt::format(R"(<td class="h{}" title="{}, {}">{}</td>)", std::min(day.count, hottest), format_date(date),
                       escape_html(day.words), day.count);
  }
  return fmt::format(R"(<td class="h{}"><a href="{}" title="{}, {}">{}</a></td>)", std::min(day.count, hottest),
                     escape_html(day.url), format_date(date), escape_html(day.words), day.count);
}

}  // namespace

std::string draw_calendar(std::string_view name, Date first, Date last, const std::map<Date, CalendarDay>& days) {
  std::string rows;
  for (int weekday = 0; weekday < 7; ++weekday) {
    rows += fmt::format(R"(<tr><th scope="row"><abbr title="{}">{}</abbr></th>)",
                        weekdays[static_cast<std::size_t>(weekday)],
                        weekdays[static_cast<std::size_t>(weekday)].substr(0, 2));
    for (Date week = monday_of(first); week <= last; week += std::chrono::days(7)) {
      const Date date = week + std::chrono::days(weekday);
      rows += date < first || date > last ? R"(<td class="outside"></td>)" : draw_cell(date, days);
    }
    rows += "</tr>\n";
  }
  return fmt::format(
      R"(<div class="table-scroll calendar-scroll" role="region" tabindex="0" aria-label="{0}"><table class="calendar"><caption class="visually-hidden">{0}</caption><thead><tr><td></td>{1}</tr></thead><tbody>{2}</tbody></table></div>)",
      escape_html(name), draw_head(first, last), rows);
}

}  // namespace hindsight
