// Reference values: R 4.2.2 (quantile, poisson.test, wilcox.test, qbinom, package survival) and SciPy 1.10.1
// (mannwhitneyu), unless a table is named.
#include "model/statistics.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <random>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

namespace hindsight {
namespace {

std::vector<seconds> values_of(std::initializer_list<int> numbers) {
  std::vector<seconds> values;
  for (const int number : numbers) values.emplace_back(number);
  return values;
}

std::vector<seconds> one_to(int n) {
  std::vector<seconds> values;
  for (int value = 1; value <= n; ++value) values.emplace_back(value);
  return values;
}

/// The ranks of the 95 % interval for the median of n values.
std::pair<long, long> ranks(int n) {
  const std::vector<seconds> values = one_to(n);
  const std::optional<Interval> interval = median_interval(values);
  REQUIRE(interval);
  return {interval->low.count(), interval->high.count()};
}

std::vector<Observation> observations(std::initializer_list<std::pair<int, bool>> list) {
  std::vector<Observation> result;
  for (const auto& [duration, has_ended] : list) result.push_back({seconds(duration), has_ended});
  return result;
}

const std::vector<seconds> earlier = values_of({4, 7, 9, 15, 21, 34, 55, 60, 61, 90, 120});
const std::vector<seconds> later = values_of({8, 9, 30, 61, 61, 200, 240, 300, 1000});

}  // namespace

TEST_CASE("statistics: durations are sorted, however many and however long") {
  for (const std::size_t count : {0, 1, 10, 511, 512, 5000}) {
    for (const std::int64_t most : {std::int64_t{1}, std::int64_t{100'000}, std::numeric_limits<std::int64_t>::max()}) {
      for (const std::int64_t least : {std::int64_t{0}, std::int64_t{-5}}) {
        std::mt19937_64 random(count);
        std::uniform_int_distribution<std::int64_t> distribution(least, most);
        std::vector<seconds> values;
        for (std::size_t i = 0; i < count; ++i) values.emplace_back(distribution(random));
        std::vector<seconds> wanted = values;
        std::ranges::sort(wanted);
        sort_durations(values);
        CHECK(values == wanted);
      }
    }
  }
}

TEST_CASE("statistics: quantiles are R's type 7, in whole seconds") {
  const std::vector<seconds> values = values_of({4, 7, 9, 15, 21, 34, 55, 60, 61, 90, 120, 300, 301, 302, 1000});
  CHECK(quantile_of(values, 0) == seconds(4));
  CHECK(quantile_of(values, 0.25) == seconds(18));
  CHECK(quantile_of(values, 0.5) == seconds(60));
  CHECK(quantile_of(values, 0.75) == seconds(210));
  CHECK(quantile_of(values, 0.9) == seconds(302));  // 301.6
  CHECK(quantile_of(values, 1) == seconds(1000));
  CHECK(quantile_of(values_of({1, 2, 4, 100}), 0.5) == seconds(3));
  CHECK(quantile_of(values_of({7}), 0.9) == seconds(7));
}

TEST_CASE("statistics: the median's interval has the ranks of the published tables (Conover, table A3, p = 0.5)") {
  CHECK(ranks(6) == std::pair<long, long>{1, 6});
  CHECK(ranks(8) == std::pair<long, long>{1, 8});
  CHECK(ranks(9) == std::pair<long, long>{2, 8});
  CHECK(ranks(10) == std::pair<long, long>{2, 9});
  CHECK(ranks(19) == std::pair<long, long>{5, 15});
  CHECK(ranks(20) == std::pair<long, long>{6, 15});
  CHECK(ranks(28) == std::pair<long, long>{9, 20});
  CHECK(ranks(29) == std::pair<long, long>{9, 21});
  CHECK(ranks(30) == std::pair<long, long>{10, 21});
  CHECK(ranks(100) == std::pair<long, long>{40, 61});
  CHECK(ranks(118) == std::pair<long, long>{48, 71});
}

TEST_CASE("statistics: below six values there is no interval, and large samples do not underflow") {
  CHECK_FALSE(median_interval(one_to(0)));
  CHECK_FALSE(median_interval(one_to(1)));
  CHECK_FALSE(median_interval(one_to(5)));
  CHECK(ranks(20000).first > 9800);
}

TEST_CASE("statistics: the interval of a count is Garwood's") {
  const auto check = [](std::size_t count, double low, double high) {
    CAPTURE(count);
    CHECK(poisson_interval(count).low == doctest::Approx(low).epsilon(1e-6));
    CHECK(poisson_interval(count).high == doctest::Approx(high).epsilon(1e-6));
  };
  check(0, 0, 3.688879);
  check(1, 0.02531781, 5.57164339);
  check(5, 1.623486, 11.668332);
  check(12, 6.200575, 20.961585);
  check(100, 81.36399, 121.62679);
}

TEST_CASE("statistics: the Kaplan-Meier median counts what has not ended") {
  // The 6-MP arm of Freireich et al. (1963), the textbook's example: median 23 weeks.
  CHECK(kaplan_meier_median(observations({{6, true},   {6, true},   {6, true},   {7, true},   {10, true},  {13, true},
                                          {16, true},  {22, true},  {23, true},  {6, false},  {9, false},  {10, false},
                                          {11, false}, {17, false}, {19, false}, {20, false}, {25, false}, {32, false},
                                          {32, false}, {34, false}, {35, false}})) == seconds(23));
  CHECK(kaplan_meier_median(observations({{10, true}, {20, true}, {30, false}, {40, true}, {50, false}, {60, true}})) ==
        seconds(40));
}

TEST_CASE("statistics: the Kaplan-Meier median is the sample's if all have ended, and unknown if too few have") {
  CHECK(kaplan_meier_median(observations({{10, true}, {20, true}, {30, true}, {40, true}})) == seconds(25));
  CHECK_FALSE(kaplan_meier_median(observations({{10, true}, {20, false}, {30, false}, {40, false}})));
  CHECK_FALSE(kaplan_meier_median({}));
}

TEST_CASE("statistics: Mann-Whitney has the statistic and p of R and SciPy, with ties") {
  const std::optional<Comparison> comparison = mann_whitney(earlier, later);
  REQUIRE(comparison);
  CHECK(comparison->u == 70.5);
  CHECK(comparison->p == doctest::Approx(0.118666081389515).epsilon(1e-9));
  CHECK(comparison->effect == doctest::Approx(70.5 / 99));
  const std::optional<Comparison> tied = mann_whitney(values_of({1, 1, 2, 2, 2, 3}), values_of({2, 2, 3, 3, 3, 3, 4}));
  REQUIRE(tied);
  CHECK(tied->u == 35);
  CHECK(tied->p == doctest::Approx(0.0406269390459156).epsilon(1e-9));
}

TEST_CASE(
    "statistics: Mann-Whitney is the same from both sides, in any order, and has nothing to say of equal values") {
  CHECK(mann_whitney(later, earlier)->p == doctest::Approx(mann_whitney(earlier, later)->p));
  std::vector<seconds> reversed = earlier;
  std::ranges::reverse(reversed);
  CHECK(mann_whitney(reversed, later)->u == 70.5);
  CHECK_FALSE(mann_whitney({}, later));
  CHECK_FALSE(mann_whitney(values_of({3, 3}), values_of({3, 3, 3})));
}

TEST_CASE("statistics: the spread is the standard deviation of the logarithms") {
  std::vector<seconds> minutes = values_of({240, 420, 540, 900, 1260, 2040});
  CHECK(*log_spread(minutes) == doctest::Approx(0.777960594067).epsilon(1e-9));
  minutes.pop_back();
  CHECK_FALSE(log_spread(minutes));
}

TEST_CASE("statistics: the power to see a halving agrees with Noether's formula in R") {
  CHECK(power_to_detect(0.5, 10, 1.35) == doctest::Approx(0.194286).epsilon(1e-5));
  CHECK(power_to_detect(2, 30, 1.35) == doctest::Approx(0.4766361).epsilon(1e-5));
  CHECK(power_to_detect(0.5, 100, 1.35) == doctest::Approx(0.9346617).epsilon(1e-5));
  CHECK(needed_to_detect(0.5, 1.35) == 66);  // 65.13
  CHECK_FALSE(smallest_detectable_factor(0, 1.35));
  CHECK_FALSE(smallest_detectable_factor(5, 1.35));
  CHECK(*smallest_detectable_factor(6, 1.35) == doctest::Approx(33.3849688229).epsilon(1e-6));
  CHECK(*smallest_detectable_factor(30, 1.35) == doctest::Approx(2.8574465865).epsilon(1e-6));
}

}  // namespace hindsight
