#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "model/postmortem.hpp"

namespace hindsight {

/// A duration of one incident. Never typed by hand: always the difference of two milestones.
enum class Measure {
  detect,       ///< started → detected
  acknowledge,  ///< detected → acknowledged
  mitigate,     ///< started → mitigated
  resolve,      ///< started → resolved
  downtime,     ///< started → mitigated, else resolved
};

/// Why an incident has no value of a measure. Missing times are counted, never guessed.
enum class LeftOut { unknown, ongoing, near_miss, drill, duplicate, excluded };

inline constexpr std::size_t left_out_reasons = 6;

using MeasuredDuration = std::variant<seconds, LeftOut>;

/// The measure of one incident, in seconds, or why there is none. A time that is only a day, or an end before its
/// start (possible with approximate times), is `unknown`.
MeasuredDuration measure(const Postmortem& postmortem, Measure what);

/// The duration alone; nullopt if left out for whatever reason.
std::optional<seconds> duration_of(const Postmortem& postmortem, Measure what);

/// Two durations, low ≤ high.
struct Interval {
  seconds low;
  seconds high;
};

/// What can be said of a measure over a set of incidents.
struct Summary {
  std::size_t n = 0;                 ///< incidents with a value
  std::optional<seconds> median;     ///< only for n ≥ 6: below, no 95 % interval for it exists
  std::optional<Interval> interval;  ///< holds the true median with 95 % confidence; present whenever the median is
  std::optional<Interval> range;     ///< smallest and largest value, if n > 0
  seconds total{};
  std::optional<std::size_t> largest;  ///< the incident (index into the corpus) with the largest value, if n > 0
  double largest_share = 0;            ///< its part of the total, 0 to 1
  std::array<std::size_t, left_out_reasons> left_out{};  ///< by LeftOut

  std::size_t left_out_because(LeftOut reason) const { return left_out[static_cast<std::size_t>(reason)]; }
};

/// Summarises a measure over the incidents at `indices`.
Summary summarise(std::span<const Postmortem> corpus, std::span<const std::size_t> indices, Measure what);

/// The median of a sorted, non-empty sample: its middle value, or the mean of the two middle ones (Hyndman and Fan's
/// type 7, rounded to whole seconds).
seconds median_of(std::span<const seconds> sorted);

/// The exact (distribution-free) 95 % interval for the median of a sorted sample: the values of ranks k and n + 1 − k,
/// with the largest k for which P(Binomial(n, ½) < k) ≤ 0.025. nullopt for n < 6, where no such k exists.
/// Source: David and Nagaraja, Order Statistics, 3rd ed., section 7.1.
std::optional<Interval> median_interval(std::span<const seconds> sorted);

}  // namespace hindsight
