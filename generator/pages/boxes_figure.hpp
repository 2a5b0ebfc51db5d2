#pragma once

#include <span>
#include <string_view>

#include "model/groups.hpp"
#include "model/metrics.hpp"
#include "pages/figure.hpp"
#include "pages/publication.hpp"

namespace hindsight {

/// Box plots of a measure by year or quarter (of the latest twelve), with n below each.
struct BoxesRequest {
  Measure measure;
  std::span<const std::size_t> incidents;
  GroupBy period;  ///< year or quarter
  std::string_view anchor;
  std::string_view title;
  bool with_mean = false;  ///< beside the median, because people ask for it
};

Figure boxes_figure(const Publication& publication, const BoxesRequest& request, const Urls& urls);

/// Quarters where they hold enough incidents for medians, else years.
GroupBy readable_period(const Site& site, std::span<const std::size_t> incidents, Measure what);

}  // namespace hindsight
