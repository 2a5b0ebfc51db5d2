#pragma once

#include <span>
#include <string_view>

#include "model/metrics.hpp"
#include "pages/figure.hpp"
#include "pages/publication.hpp"

namespace hindsight {

/// The axes of a site's scatter plots, and the grey dots behind those of a group. Made once, used by every page.
ChartFrames make_chart_frames(const Site& site);

/// Durations over time, a dot an incident. `group`: the incidents are a part of the site's; the rest is drawn grey.
struct ScatterRequest {
  Measure measure;
  std::span<const std::size_t> incidents;
  std::string_view anchor;
  std::string_view title;
  bool is_group = false;
};

Figure scatter_figure(const Publication& publication, const ScatterRequest& request, const Urls& urls);

}  // namespace hindsight
