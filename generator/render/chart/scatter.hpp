#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "render/chart/drawing.hpp"

namespace hindsight {

struct ScatterDot {
  Instant at;
  seconds value;
  std::size_t style = no_severity_style;
  std::string label;  ///< what pointing at it says; only of dots that are links
  std::string url;    ///< none: the dot is no link
  bool is_approximate = false;
  bool is_ongoing = false;  ///< the value is a lower bound
};

/// A stretch of a line with its band.
struct ScatterBand {
  Instant at;
  seconds low;
  seconds middle;
  seconds high;
};

/// Where there are too many dots to see: what a stretch of time holds.
struct ScatterQuantiles {
  Instant from;
  Instant to;
  seconds p10, q1, median, q3, p90;
};

/// The axes that all scatter plots of a measure share, so that pictures compare.
struct ScatterFrame {
  DurationScale values;
  TimeScale times;
};

/// Axes for values from `smallest` to `largest` and days from `first` to `last`.
ScatterFrame make_scatter_frame(seconds smallest, seconds largest, Date first, Date last);

/// Durations over time. What is in the way of nothing is drawn first: background, bands, dots from least to worst.
struct Scatter {
  std::string id;                           ///< unique on its page
  std::string name;                         ///< for screen readers
  std::string background;                   ///< as draw_background() makes it; may be empty
  std::vector<ScatterBand> line;            ///< oldest first; may be empty
  std::vector<ScatterQuantiles> quantiles;  ///< instead of dots; may be empty
  std::vector<ScatterDot> dots;             ///< in any order
};

std::string draw_scatter(const ScatterFrame& frame, const Scatter& scatter);

/// Grey dots or, where they are too many, grey boxes: what the coloured ones stand before.
std::string draw_background(const ScatterFrame& frame, const std::vector<ScatterDot>& dots,
                            const std::vector<ScatterQuantiles>& quantiles);

/// Whether n dots would hide each other: from 0.6 of the plot's area on, at 81 px² a dot.
bool is_too_dense(std::size_t n);

/// So many dots are links with words of their own; of more, only those that stand out are.
inline constexpr std::size_t most_linked_dots = 80;

}  // namespace hindsight
