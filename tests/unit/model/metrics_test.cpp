#include "model/metrics.hpp"

#include <algorithm>
#include <numeric>

#include <doctest/doctest.h>

#include "unit/model/fixture.hpp"

namespace hindsight {
namespace {

std::vector<seconds> one_to(int n) {
  std::vector<seconds> values;
  for (int value = 1; value <= n; ++value) values.emplace_back(value);
  return values;
}

LeftOut reason(const Postmortem& postmortem, Measure what) { return std::get<LeftOut>(measure(postmortem, what)); }

/// The ranks of the 95 % interval for the median of n values.
std::pair<long, long> ranks(int n) {
  const std::vector<seconds> values = one_to(n);
  const std::optional<Interval> interval = median_interval(values);
  REQUIRE(interval);
  return {interval->low.count(), interval->high.count()};
}

}  // namespace

TEST_CASE("metrics: durations are differences of milestones") {
  Postmortem postmortem = incident("a", "2025-03-04T14:00Z", "2025-03-04T15:00Z");
  postmortem.time(Milestone::detected) = at("2025-03-04T14:06Z");
  postmortem.time(Milestone::acknowledged) = at("2025-03-04T14:10Z");
  postmortem.time(Milestone::mitigated) = at("2025-03-04T14:30Z");
  CHECK(duration_of(postmortem, Measure::detect) == seconds(360));
  CHECK(duration_of(postmortem, Measure::acknowledge) == seconds(240));
  CHECK(duration_of(postmortem, Measure::mitigate) == seconds(1800));
  CHECK(duration_of(postmortem, Measure::resolve) == seconds(3600));
  CHECK(duration_of(postmortem, Measure::downtime) == seconds(1800));
}

TEST_CASE("metrics: downtime ends with the resolution where no mitigation is known") {
  CHECK(duration_of(incident("a", "2025-03-04T14:00Z", "2025-03-04T15:00Z"), Measure::downtime) == seconds(3600));
}

TEST_CASE("metrics: an incident that was never detected is left out of the time to detect") {
  CHECK(reason(incident("a", "2025-03-04T14:00Z", "2025-03-04T15:00Z"), Measure::detect) == LeftOut::unknown);
}

TEST_CASE("metrics: near misses, drills, duplicates and excluded incidents never count") {
  Postmortem postmortem = incident("a", "2025-03-04T14:00Z", "2025-03-04T15:00Z");
  postmortem.excluded_because = "";
  CHECK(reason(postmortem, Measure::resolve) == LeftOut::excluded);
  postmortem.duplicate_of = "b";
  CHECK(reason(postmortem, Measure::resolve) == LeftOut::duplicate);
  postmortem.kind = IncidentKind::drill;
  CHECK(reason(postmortem, Measure::resolve) == LeftOut::drill);
  postmortem.kind = IncidentKind::near_miss;
  CHECK(reason(postmortem, Measure::resolve) == LeftOut::near_miss);
}

TEST_CASE("metrics: an ongoing incident has a time to detect and no time to resolve") {
  Postmortem postmortem = incident("a", "2025-03-04T14:00Z");
  postmortem.stated_state = State::ongoing;
  postmortem.time(Milestone::detected) = at("2025-03-04T14:06Z");
  CHECK(reason(postmortem, Measure::resolve) == LeftOut::ongoing);
  CHECK(duration_of(postmortem, Measure::detect) == seconds(360));
}

TEST_CASE("metrics: a mere day is too coarse, an end before its start is no duration") {
  CHECK(reason(incident("a", "2025-03-04", "2025-03-05T10:00Z"), Measure::resolve) == LeftOut::unknown);
  CHECK(reason(incident("a", "~2025-03-04T14:00Z", "2025-03-04T13:00Z"), Measure::resolve) == LeftOut::unknown);
}

TEST_CASE("metrics: the median's interval has the ranks of the published tables (Conover, table A3, p = 0.5)") {
  CHECK(ranks(6) == std::pair<long, long>{1, 6});
  CHECK(ranks(8) == std::pair<long, long>{1, 8});
  CHECK(ranks(9) == std::pair<long, long>{2, 8});
  CHECK(ranks(10) == std::pair<long, long>{2, 9});
  CHECK(ranks(20) == std::pair<long, long>{6, 15});
  CHECK(ranks(25) == std::pair<long, long>{8, 18});
  CHECK(ranks(100) == std::pair<long, long>{40, 61});
}

TEST_CASE("metrics: below six values there is no interval, and so no median") {
  CHECK_FALSE(median_interval(one_to(5)));
  CHECK_FALSE(median_interval({}));
  CHECK(ranks(20000).first > 9800);  // and large samples do not underflow
}

TEST_CASE("metrics: the median is the middle value, or the mean of the two middle ones") {
  CHECK(median_of(one_to(7)) == seconds(4));
  CHECK(median_of({{seconds(1), seconds(2), seconds(4), seconds(100)}}) == seconds(3));
}

TEST_CASE("metrics: a summary names the largest incident and its share, and counts who is left out") {
  std::vector<Postmortem> corpus = {
      incident("a", "2025-03-04T14:00Z", "2025-03-04T14:10Z"), incident("b", "2025-03-05T14:00Z", "2025-03-05T14:30Z"),
      incident("c", "2025-03-06T14:00Z"), incident("d", "2025-03-07T14:00Z", "2025-03-07T15:00Z")};
  corpus[3].kind = IncidentKind::drill;
  const std::vector<std::size_t> all = {0, 1, 2, 3};
  const Summary summary = summarise(corpus, all, Measure::resolve);
  CHECK(summary.n == 2);
  CHECK_FALSE(summary.median);
  CHECK(summary.total == seconds(2400));
  CHECK(summary.largest == 1);
  CHECK(summary.largest_share == doctest::Approx(0.75));
  CHECK(summary.left_out_because(LeftOut::unknown) == 1);
  CHECK(summary.left_out_because(LeftOut::drill) == 1);
}

TEST_CASE("metrics: a summary does not depend on the order of the incidents") {
  std::vector<Postmortem> corpus;
  for (int minute = 1; minute <= 9; ++minute) {
    corpus.push_back(incident("i" + std::to_string(minute), "2025-03-04T14:00Z",
                              "2025-03-04T14:" + std::to_string(10 + minute * 5) + "Z"));
  }
  std::vector<std::size_t> order(corpus.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const Summary first = summarise(corpus, order, Measure::resolve);
  REQUIRE(first.median);
  while (std::ranges::next_permutation(order).found && order[0] < 2) {
    const Summary other = summarise(corpus, order, Measure::resolve);
    REQUIRE(other.median == first.median);
    REQUIRE(other.interval->low == first.interval->low);
    REQUIRE(other.largest == first.largest);
  }
}

}  // namespace hindsight
