#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/chart/drawing.hpp"

namespace hindsight {

struct StripDot {
  int days = 0;
  bool is_marked = false;  ///< overdue
  std::string label;
  std::string url;  ///< none: the dot is no link
};

/// A row of the strip.
struct StripRow {
  std::string label;
  std::vector<StripDot> dots;
};

/// Ages in days, a row a kind, on one logarithmic axis.
std::string draw_strip(std::string_view name, const std::vector<StripRow>& rows);

}  // namespace hindsight
