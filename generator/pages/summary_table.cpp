#include "pages/summary_table.hpp"

#include <utility>

#include <fmt/format.h>

#include "base/escape.hpp"
#include "base/text.hpp"
#include "pages/routes.hpp"
#include "render/html.hpp"

namespace hindsight {
namespace {

std::string duration_cell(const std::optional<seconds>& value) { return value ? format_duration(*value) : "–"; }

std::string interval_cell(const std::optional<Interval>& interval) {
  return interval ? format_duration(interval->low) + "–" + format_duration(interval->high) : "–";
}

}  // namespace

std::string end_words(Measure what) {
  switch (what) {
    case Measure::detect: return "detected";
    case Measure::acknowledge: return "acknowledged";
    case Measure::mitigate: return "mitigated";
    case Measure::resolve: return "resolved";
    case Measure::downtime: break;
  }
  return "over";
}

std::vector<std::string> summary_columns(std::string_view first) {
  return {std::string(first), "n", "Median (95 % interval)", "Quartiles", "p90", "Mean", "Longest"};
}

std::vector<std::string> summary_cells(std::string first_html, const Summary& summary) {
  return {std::move(first_html),
          std::to_string(summary.n),
          escape_html(median_text(summary)),
          interval_cell(summary.quartiles),
          duration_cell(summary.p90),
          duration_cell(summary.mean),
          summary.range ? format_duration(summary.range->high) : "–"};
}

FigureTable period_table(const Site& site, std::span<const std::size_t> incidents, Measure what, GroupBy period,
                         const Urls& urls) {
  FigureTable table{summary_columns(period == GroupBy::year ? "Year" : "Quarter"), {}};
  for (const Group& group : group_incidents(site, period, {incidents.begin(), incidents.end()})) {
    const bool is_year = period == GroupBy::year;
    table.rows.push_back(summary_cells(
        is_year ? link_html(urls.to(routes::year(std::stoi(group.name))), group.title) : escape_html(group.title),
        summarise(site, group.incidents, what)));
  }
  return table;
}

std::string finding_text(const Summary& summary, Measure what) {
  const std::string left_out = left_out_text(summary);
  std::string tail;
  if (summary.approximate > 0) tail += fmt::format(" Approximate: {}.", summary.approximate);
  if (summary.inferred > 0) tail += fmt::format(" With times read from the text: {}.", summary.inferred);
  if (!left_out.empty()) tail += " Left out: " + left_out + ".";
  const std::string count = counted(static_cast<long>(summary.n), "incident");
  if (summary.n == 0) return fmt::format("No incident here was {} at a known time.{}", end_words(what), tail);
  if (!summary.median) {
    const std::string range = format_duration(summary.range->low) +
                              (summary.n > 1 ? " to " + format_duration(summary.range->high) : std::string());
    return fmt::format("{}: {}; a median needs 6.{}", count, range, tail);
  }
  std::string text = fmt::format("Half of {} were {} within {} (95 % interval {}–{}).{}", count, end_words(what),
                                 format_duration(*summary.median), format_duration(summary.interval->low),
                                 format_duration(summary.interval->high), tail);
  if (summary.median_with_ongoing) {
    text += fmt::format(" Counting the ongoing as lasting at least until today: {} (Kaplan–Meier).",
                        format_duration(*summary.median_with_ongoing));
  }
  return text;
}

}  // namespace hindsight
