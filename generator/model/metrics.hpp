#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/durations.hpp"
#include "model/site.hpp"
#include "model/statistics.hpp"

namespace hindsight {

/// The value of a measure for one incident.
struct Sample {
  std::size_t incident;  ///< index into the corpus
  seconds value;
  bool is_approximate;
  bool is_inferred = false;  ///< rests on a time that was read from the text
};

/// A measure over a set of incidents, one by one.
struct Samples {
  std::vector<Sample> values;                            ///< in the order of the set
  std::vector<Sample> ongoing;                           ///< how long those without an end have lasted so far, at least
  std::array<std::size_t, left_out_reasons> left_out{};  ///< how many have no value, by LeftOut
};

Samples take_samples(const Site& site, std::span<const std::size_t> incidents, Measure what);

/// What can be said of a measure over a set of incidents. What a sample is too small for is absent.
struct Summary {
  std::size_t n = 0;                           ///< incidents with a value
  std::size_t approximate = 0;                 ///< how many of them rest on an approximate time
  std::size_t inferred = 0;                    ///< how many of them rest on a time read from the text
  std::optional<seconds> median;               ///< n ≥ 6
  std::optional<Interval> interval;            ///< 95 % interval of the median; present whenever the median is
  std::optional<Interval> quartiles;           ///< n ≥ 6
  std::optional<seconds> p90;                  ///< n ≥ 29
  std::optional<Interval> range;               ///< smallest and largest value, n ≥ 1
  std::optional<seconds> mean;                 ///< n ≥ 6: never without the median
  std::optional<seconds> median_with_ongoing;  ///< if some are ongoing and n with them ≥ 6: Kaplan–Meier
  seconds total{};
  std::optional<std::size_t> largest;  ///< the incident (index into the corpus) with the largest value, if n > 0
  double largest_share = 0;            ///< its part of the total, 0 to 1
  std::array<std::size_t, left_out_reasons> left_out{};  ///< by LeftOut

  std::size_t left_out_because(LeftOut reason) const { return left_out[static_cast<std::size_t>(reason)]; }
};

Summary summarise(const Samples& samples);
Summary summarise(const Site& site, std::span<const std::size_t> incidents, Measure what);

/// The values alone, smallest first.
std::vector<seconds> sorted_values(const Samples& samples);

/// How many incidents a rolling median looks back on: 20, and more of larger sets, lest a line of noise tell a story.
std::size_t rolling_window_for(std::size_t n);

/// The median of the last incidents at the start of one of them.
struct RollingMedian {
  Instant at;
  seconds median;
  Interval interval;  ///< 95 %
};

/// The rolling median over time, oldest first; empty for n < 20.
std::vector<RollingMedian> rolling_medians(const Site& site, const Samples& samples);

/// How two neighbouring periods of a year compare.
struct PeriodComparison {
  std::vector<std::size_t> before;  ///< incidents of the 365 days before `after`
  std::vector<std::size_t> after;   ///< incidents of the 365 days up to today
  Summary before_summary;
  Summary after_summary;
  std::optional<Comparison> test;  ///< only if both periods have ≥ 30 values
};

/// The one comparison of a site: the last 365 days against the 365 before. More would make false alarms likely.
PeriodComparison compare_years(const Site& site, Measure what);

/// "52m (41m–1h 10m)": the median and its interval, or "–" where n is too small for one.
std::string median_text(const Summary& summary);

/// Why incidents are left out of a summary: "3 lack a time, 1 near miss". Empty if none is.
std::string left_out_text(const Summary& summary);

/// The indices of all incidents of the corpus, newest first.
std::vector<std::size_t> all_incidents(const Site& site);

/// The incidents of `indices` that are of the 365 days up to today.
std::vector<std::size_t> recent_incidents(const Site& site, std::span<const std::size_t> indices);

}  // namespace hindsight
