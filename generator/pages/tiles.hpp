#pragma once

#include <span>
#include <string_view>

#include "model/metrics.hpp"
#include "model/site.hpp"
#include "render/view.hpp"

namespace hindsight {

/// Adds a figure with its label and a note on what it rests on.
void add_tile(View& view, std::string_view label, std::string_view value, std::string_view note);

/// The median of a measure with its interval and n, or why there is none.
void add_median_tile(View& view, std::string_view label, const Summary& summary);

/// "6m (4m–9m)", or "–" where n is too small for a median.
std::string median_text(const Summary& summary);

/// Why incidents are left out of a summary: "3 lack a time, 1 near miss".
std::string left_out_text(const Summary& summary);

/// How many of the incidents at `indices` are of the 365 days up to today.
std::size_t recent_count(const Site& site, std::span<const std::size_t> indices);

/// The indices of all incidents of the corpus, newest first.
std::vector<std::size_t> all_incidents(const Site& site);

}  // namespace hindsight
