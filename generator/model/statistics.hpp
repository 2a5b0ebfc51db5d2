#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "base/time.hpp"

/// The statistics of durations and counts. Nothing here assumes a distribution, but for the planning functions at the
/// end, which say so. Reference values in the tests come from R 4.2 and SciPy 1.10.
namespace hindsight {

/// Two durations, low ≤ high.
struct Interval {
  seconds low;
  seconds high;

  friend bool operator==(const Interval&, const Interval&) = default;
};

/// From this n on a 95 % interval for the median exists.
inline constexpr std::size_t smallest_n_for_median = 6;
/// From this n on the sample's range covers the 90th percentile with 95 % confidence: 1 − 0.9ⁿ ≥ 0.95.
inline constexpr std::size_t smallest_n_for_p90 = 29;
/// Below this n a line over time would tell a story of noise.
inline constexpr std::size_t rolling_window = 20;
/// Each of two periods needs this many values before they are compared.
inline constexpr std::size_t smallest_n_for_comparison = 30;

/// Sorts durations, smallest first.
void sort_durations(std::vector<seconds>& values);

/// The quantile of a sorted, non-empty sample, 0 ≤ p ≤ 1, in whole seconds: linear between the order statistics around
/// (n − 1)p. Source: Hyndman and Fan, The American Statistician 50 (1996), type 7 (the default of R and NumPy).
seconds quantile_of(std::span<const seconds> sorted, double p);

/// The rank k below.
std::size_t median_interval_rank(std::size_t n);

/// The exact (distribution-free) 95 % interval for the median of a sorted sample: the values of ranks k and n + 1 − k,
/// with the largest k for which P(Binomial(n, ½) < k) ≤ 0.025. nullopt for n < 6, where k is 0.
/// Source: David and Nagaraja, Order Statistics, 3rd ed., section 7.1.
std::optional<Interval> median_interval(std::span<const seconds> sorted);

/// An interval for the rate behind a count.
struct CountInterval {
  double low;
  double high;
};

/// The exact 95 % interval for the expectation of a Poisson count (incidents per period).
/// Source: Garwood, Biometrika 28 (1936).
CountInterval poisson_interval(std::size_t count);

/// A duration that has ended, or of which only a lower bound is known yet.
struct Observation {
  seconds duration;
  bool has_ended;
};

/// The median of durations some of which have not ended: where the Kaplan–Meier estimate of the share that lasts longer
/// falls below one half; the middle of the stretch where it is exactly one half. Without unended ones it is the
/// sample's median. nullopt if it does not fall that far. Source: Kaplan and Meier, JASA 53 (1958); the middle as in
/// R's survfit.
std::optional<seconds> kaplan_meier_median(std::vector<Observation> observations);

/// Whether values of one sample tend to be larger than those of another.
struct Comparison {
  double u;       ///< how many pairs have the larger value in the second sample, ties count ½
  double p;       ///< two-sided
  double effect;  ///< u as a share of all pairs: 0.5 means no tendency
};

/// The Mann–Whitney (Wilcoxon rank-sum) test: normal approximation with corrections for ties and continuity. nullopt if
/// a sample is empty or all values are equal. Source: Lehmann, Nonparametrics (1975), section 1.2 and 1.4.
std::optional<Comparison> mann_whitney(std::span<const seconds> before, std::span<const seconds> after);

/// The standard deviation of the durations' natural logarithms: the spread that the planning functions want. Durations
/// under a minute count as a minute. nullopt for n < 6.
std::optional<double> log_spread(std::span<const seconds> values);

/// The probability that mann_whitney() finds p < 0.05 when durations (log-normal with `spread`) are multiplied by
/// `factor`, with n values in each period. Source: Noether, JASA 82 (1987), equation 3, solved for the power.
double power_to_detect(double factor, std::size_t n, double spread);

/// The values each period needs to detect that factor with a probability of 80 %. Source: as above. `factor` ≠ 1.
std::size_t needed_to_detect(double factor, double spread);

/// The smallest factor > 1 that n values in each period would detect with a probability of 80 %; nullopt if there is
/// none, however large. Source: as above.
std::optional<double> smallest_detectable_factor(std::size_t n, double spread);

}  // namespace hindsight
