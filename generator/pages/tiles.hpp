#pragma once

#include <span>
#include <string_view>

#include "model/metrics.hpp"
#include "pages/routes.hpp"
#include "render/view.hpp"

namespace hindsight {

/// A row of key figures: fills {{>TILES}} of a page.
View add_tiles(View& view);

/// Adds a figure with its label and a note on what it rests on.
void add_tile(View& tiles, std::string_view label, std::string_view value, std::string_view note);

/// The median of a measure with its interval, n and who is left out, or why there is none; with a link to its formula.
void add_median_tile(View& tiles, Measure what, const Summary& summary, const Urls& urls);

/// How many incidents, and how many of the last 12 months.
void add_count_tile(View& tiles, const Site& site, std::span<const std::size_t> incidents);

/// The downtime of incidents with the largest one's share.
void add_downtime_tile(View& tiles, const Site& site, std::span<const std::size_t> incidents, const Urls& urls);

}  // namespace hindsight
