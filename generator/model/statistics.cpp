#include "model/statistics.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace hindsight {
namespace {

constexpr double z_two_sided_95 = 1.959963984540054;  // the 0.975 quantile of the normal distribution
constexpr double z_power_80 = 0.841621233572914;      // its 0.8 quantile
constexpr double tail = 0.025;

double normal_cdf(double z) { return std::erfc(-z / std::sqrt(2.0)) / 2; }

/// Where a function that grows (or falls) steadily between low and high crosses `target`.
template <class Function>
double find_crossing(Function f, double target, double low, double high) {
  const bool grows = f(high) > f(low);
  for (int step = 0; step < 200 && low < high; ++step) {
    const double middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    ((f(middle) < target) == grows ? low : high) = middle;
  }
  return low + (high - low) / 2;
}

/// P(Poisson(mean) ≤ count), summed from the top: below the mean's bulk the terms soon vanish.
double poisson_cdf(std::size_t count, double mean) {
  if (mean <= 0) return 1;
  double sum = 0;
  for (std::size_t i = count + 1; i-- > 0;) {
    const auto k = static_cast<double>(i);
    const double term = std::exp(k * std::log(mean) - mean - std::lgamma(k + 1));
    sum += term;
    if (k < mean && term < sum * 1e-17) break;
  }
  return std::min(sum, 1.0);
}

/// How far from ½ the share of larger values moves when log-normal durations are multiplied by a factor.
double shift_of(double factor, double spread) {
  return std::abs(normal_cdf(std::log(factor) / (spread * std::sqrt(2.0))) - 0.5);
}

}  // namespace

void sort_durations(std::vector<seconds>& values) {
  // By counting, a few bits at a time: durations are small numbers, and of many a comparison is a guess each.
  constexpr std::size_t many = 512;
  constexpr unsigned bits = 11;
  constexpr std::uint64_t buckets = 1U << bits;
  if (values.size() < many || *std::ranges::min_element(values) < seconds(0)) {
    std::ranges::sort(values);
    return;
  }
  const auto largest = static_cast<std::uint64_t>(std::ranges::max_element(values)->count());
  std::vector<seconds> sorted(values.size());
  for (unsigned shift = 0; shift < 64 && largest >> shift > 0; shift += bits) {
    const auto bucket_of = [&](seconds value) {
      return (static_cast<std::uint64_t>(value.count()) >> shift) % buckets;
    };
    std::array<std::size_t, buckets> places{};
    for (const seconds value : values) ++places.at(bucket_of(value));
    std::exclusive_scan(places.begin(), places.end(), places.begin(), std::size_t{0});
    for (const seconds value : values) sorted[places.at(bucket_of(value))++] = value;
    values.swap(sorted);
  }
}

seconds quantile_of(std::span<const seconds> sorted, double p) {
  const double position = static_cast<double>(sorted.size() - 1) * p;
  const auto below = static_cast<std::size_t>(position);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  const auto gap = static_cast<double>((sorted[above] - sorted[below]).count());
  return sorted[below] + seconds(std::llround(gap * (position - static_cast<double>(below))));
}

std::size_t median_interval_rank(std::size_t n) {
  // P(Binomial(n, 1/2) = k), by recurrence from ten standard deviations below the middle on: what lies lower adds
  // nothing to the sum, and would underflow to zero for large n.
  const auto count = static_cast<double>(n);
  std::size_t k = static_cast<std::size_t>(std::max(0.0, count / 2 - 5 * std::sqrt(count)));
  const auto first = static_cast<double>(k);
  double probability = std::exp(std::lgamma(count + 1) - std::lgamma(first + 1) - std::lgamma(count - first + 1) -
                                count * std::log(2.0));
  double below = 0;
  while (true) {
    below += probability;
    if (below > tail) return k;
    probability *= static_cast<double>(n - k) / static_cast<double>(k + 1);
    ++k;
  }
}

std::optional<Interval> median_interval(std::span<const seconds> sorted) {
  const std::size_t rank = median_interval_rank(sorted.size());
  return rank == 0 ? std::nullopt : std::optional(Interval{sorted[rank - 1], sorted[sorted.size() - rank]});
}

CountInterval poisson_interval(std::size_t count) {
  const auto observed = static_cast<double>(count);
  const double far = observed + 10 * std::sqrt(observed + 1) + 10;
  const auto upper_tail = [&](double mean) { return 1 - poisson_cdf(count - 1, mean); };
  const auto lower_tail = [&](double mean) { return poisson_cdf(count, mean); };
  return {count == 0 ? 0 : find_crossing(upper_tail, tail, 0, observed),
          find_crossing(lower_tail, tail, observed, far)};
}

std::optional<seconds> kaplan_meier_median(std::vector<Observation> observations) {
  constexpr double half = 0.5;
  constexpr double rounding = 1e-9;
  const auto before = [](const Observation& a, const Observation& b) {
    return a.duration != b.duration ? a.duration < b.duration : a.has_ended && !b.has_ended;
  };
  if (!std::ranges::is_sorted(observations, before)) std::ranges::sort(observations, before);
  double lasting_longer = 1;
  std::optional<seconds> half_since;
  for (std::size_t i = 0; i < observations.size(); ++i) {
    if (!observations[i].has_ended) continue;
    const auto at_risk = static_cast<double>(observations.size() - i);
    lasting_longer *= (at_risk - 1) / at_risk;
    if (lasting_longer > half + rounding) continue;
    if (half_since) return *half_since + (observations[i].duration - *half_since) / 2;
    if (lasting_longer < half - rounding) return observations[i].duration;
    half_since = observations[i].duration;
  }
  return half_since;
}

std::optional<Comparison> mann_whitney(std::span<const seconds> before, std::span<const seconds> after) {
  if (before.empty() || after.empty()) return std::nullopt;
  struct Value {
    seconds value;
    bool is_after;
  };
  std::vector<Value> all;
  for (const seconds value : before) all.push_back({value, false});
  for (const seconds value : after) all.push_back({value, true});
  std::ranges::sort(all, {}, &Value::value);
  double rank_sum = 0;  // of the second sample; equal values share their mean rank
  double tie_sum = 0;   // Σ (t³ − t) over groups of t equal values
  for (std::size_t first = 0; first < all.size();) {
    std::size_t last = first;
    double of_after = 0;
    while (last < all.size() && all[last].value == all[first].value) of_after += all[last++].is_after ? 1 : 0;
    const auto ties = static_cast<double>(last - first);
    rank_sum += of_after * (static_cast<double>(first + last + 1) / 2);
    tie_sum += ties * ties * ties - ties;
    first = last;
  }
  const auto n_before = static_cast<double>(before.size());
  const auto n_after = static_cast<double>(after.size());
  const double n = n_before + n_after;
  const double pairs = n_before * n_after;
  const double u = rank_sum - n_after * (n_after + 1) / 2;
  const double variance = pairs / 12 * (n + 1 - tie_sum / (n * (n - 1)));
  if (variance <= 0) return std::nullopt;
  const double z = std::max(0.0, std::abs(u - pairs / 2) - 0.5) / std::sqrt(variance);
  return Comparison{u, std::min(1.0, 2 * normal_cdf(-z)), u / pairs};
}

std::optional<double> log_spread(std::span<const seconds> values) {
  if (values.size() < smallest_n_for_median) return std::nullopt;
  std::vector<double> logs;
  double sum = 0;
  for (const seconds value : values) {
    logs.push_back(std::log(std::max(60.0, static_cast<double>(value.count()))));
    sum += logs.back();
  }
  const double mean = sum / static_cast<double>(logs.size());
  double squares = 0;
  for (const double log : logs) squares += (log - mean) * (log - mean);
  return std::sqrt(squares / static_cast<double>(logs.size() - 1));
}

double power_to_detect(double factor, std::size_t n, double spread) {
  return normal_cdf(shift_of(factor, spread) * std::sqrt(6 * static_cast<double>(n)) - z_two_sided_95);
}

std::size_t needed_to_detect(double factor, double spread) {
  const double ratio = (z_two_sided_95 + z_power_80) / shift_of(factor, spread);
  return static_cast<std::size_t>(std::ceil(ratio * ratio / 6));
}

std::optional<double> smallest_detectable_factor(std::size_t n, double spread) {
  const double shift = (z_two_sided_95 + z_power_80) / std::sqrt(6 * static_cast<double>(n));
  if (n == 0 || shift >= 0.5) return std::nullopt;
  const double z = find_crossing(normal_cdf, 0.5 + shift, 0, 40);
  return std::exp(z * spread * std::sqrt(2.0));
}

}  // namespace hindsight
