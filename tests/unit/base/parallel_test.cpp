#include "base/parallel.hpp"

#include <numeric>
#include <stdexcept>

#include <doctest/doctest.h>

namespace hindsight {

TEST_CASE("parallel_map keeps the order of its input for any number of threads") {
  std::vector<int> numbers(1000);
  std::iota(numbers.begin(), numbers.end(), 0);
  std::vector<int> squares(numbers.size());
  for (std::size_t index = 0; index < numbers.size(); ++index) squares[index] = numbers[index] * numbers[index];
  for (const int jobs : {0, 1, 2, 8}) {
    CAPTURE(jobs);
    CHECK(parallel_map(numbers, jobs, [](int number) { return number * number; }) == squares);
  }
}

TEST_CASE("parallel_map hands on what a task throws") {
  const std::vector<int> numbers = {1, 2, 3};
  const auto fail = [](int number) -> int { return number == 2 ? throw std::runtime_error("two") : number; };
  CHECK_THROWS_WITH(parallel_map(numbers, 2, fail), "two");
}

}  // namespace hindsight
