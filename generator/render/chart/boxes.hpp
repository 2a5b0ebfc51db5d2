#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "render/chart/drawing.hpp"

namespace hindsight {

/// The five numbers of a sample and the interval of its median.
struct BoxNumbers {
  seconds smallest, q1, median, q3, largest;
  seconds median_low, median_high;
};

/// A sample in a row of samples.
struct Box {
  std::string label;     ///< "Q1", "2025"
  std::string sublabel;  ///< below it, "2025"; may be empty
  std::size_t n = 0;
  std::optional<BoxNumbers> numbers;  ///< where n is large enough
  bool is_faint = false;              ///< n is large enough only just
  std::vector<seconds> dots;          ///< the values themselves, where it is not
  std::optional<seconds> mean;        ///< marked beside the box
};

/// Box plots side by side on a logarithmic axis from `smallest` to `largest`; whiskers reach to the extremes.
std::string draw_boxes(std::string_view name, const std::vector<Box>& boxes, seconds smallest, seconds largest);

}  // namespace hindsight
