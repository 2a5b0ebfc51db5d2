#pragma once

#include <string_view>

#include "model/metrics.hpp"
#include "render/view.hpp"

namespace hindsight {

/// Adds a figure with its label and a note on what it rests on.
void add_tile(View& view, std::string_view label, std::string_view value, std::string_view note);

/// The median of a measure with its interval and n, or why there is none.
void add_median_tile(View& view, std::string_view label, const Summary& summary);

}  // namespace hindsight
