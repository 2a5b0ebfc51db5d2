#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/chart/drawing.hpp"

namespace hindsight {

/// How many of the durations fall between the marks 1m 5m 15m 1h 4h 1d 3d 7d 30d; with lines at the given places.
std::string draw_histogram(std::string_view name, const std::vector<seconds>& values,
                           const std::vector<std::pair<std::string, seconds>>& lines);

/// The rows behind it: "15m to 1h" and the count.
std::vector<std::pair<std::string, std::size_t>> histogram_rows(const std::vector<seconds>& values);

}  // namespace hindsight
