#pragma once

#include <string_view>

#include "pages/figure.hpp"
#include "pages/publication.hpp"

namespace hindsight {

/// The days from `first` to `last` with the number of incidents that were going on. An incident past midnight colours
/// both days.
Figure calendar_figure(const Publication& publication, std::string_view title, Date first, Date last, const Urls& urls);

}  // namespace hindsight
