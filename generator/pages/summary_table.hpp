#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/groups.hpp"
#include "model/metrics.hpp"
#include "pages/figure.hpp"
#include "pages/routes.hpp"

/// How pages put a Summary into words and cells: everywhere the same.
namespace hindsight {

/// What has happened at a measure's end: "resolved".
std::string end_words(Measure what);

/// "Half of 118 incidents were resolved within 52m (95 % interval 41m–1h 10m)." and who is left out.
std::string finding_text(const Summary& summary, Measure what);

/// n, median, quartiles, p90, mean, longest; `first` heads the column before them.
std::vector<std::string> summary_columns(std::string_view first);
std::vector<std::string> summary_cells(std::string first_html, const Summary& summary);

/// A row a year or a quarter, newest first.
FigureTable period_table(const Site& site, std::span<const std::size_t> incidents, Measure what, GroupBy period,
                         const Urls& urls);

}  // namespace hindsight
