#pragma once

#include <string>
#include <vector>

#include "model/metrics.hpp"

/// What can be said of change, in words.
namespace hindsight {

/// The last 12 months against the 12 before: a test where both are large enough, else why there is none.
std::string comparison_text(const PeriodComparison& comparison);

/// What samples of this site's size could show at all: for a quarter and for a year, and how many a halving needs.
std::vector<std::string> power_sentences(const Site& site, Measure what);

}  // namespace hindsight
