#include "model/metrics.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "unit/model/fixture.hpp"

namespace hindsight {
namespace {

/// A site of these incidents, seen on 2025-04-01.
Site site_of(std::vector<Postmortem> postmortems) {
  Corpus corpus;
  corpus.postmortems = std::move(postmortems);
  return derive_site({}, std::move(corpus), *scan_date("2025-04-01"));
}

/// Incidents that last 1, 2, … n minutes, one a day, the latest first.
Site site_of_lengths(int n) {
  std::vector<Postmortem> postmortems;
  for (int minutes = 1; minutes <= n; ++minutes) {
    Postmortem postmortem = incident("i" + std::to_string(minutes), "2025-03-30T10:00Z", "2025-03-30T10:00Z");
    postmortem.time(Milestone::started)->at -= std::chrono::days(minutes);
    postmortem.time(Milestone::resolved)->at -= std::chrono::days(minutes) - std::chrono::minutes(minutes);
    postmortems.push_back(std::move(postmortem));
  }
  return site_of(std::move(postmortems));
}

Summary summarise_all(const Site& site) { return summarise(site, all_incidents(site), Measure::resolve); }

LeftOut reason(const Postmortem& postmortem, Measure what) { return std::get<LeftOut>(measure(postmortem, what)); }

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

TEST_CASE("metrics: inferred times count and are counted, unless the site keeps them out") {
  Postmortem read = incident("a", "2025-03-04T14:00Z", "2025-03-04T15:00Z");
  read.add_origin({"resolved_at", 7, 1,
                   std::make_shared<const Evidence>(Evidence{7, "back to normal", "timeline", Confidence::guessed}),
                   true});
  Site site = site_of({read, incident("b", "2025-03-05T14:00Z", "2025-03-05T14:10Z")});
  CHECK(summarise_all(site).n == 2);
  CHECK(summarise_all(site).inferred == 1);
  site.config.inferred = InferredValues::exclude;
  CHECK(summarise_all(site).n == 1);
  CHECK(summarise_all(site).inferred == 0);
  CHECK(summarise_all(site).left_out_because(LeftOut::inferred) == 1);
  CHECK(left_out_text(summarise_all(site)) == "1 inferred from the text");
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

TEST_CASE("metrics: each figure appears from the n on for which it means something") {
  for (const int n : {0, 1, 5, 6, 19, 20, 28, 29, 30}) {
    CAPTURE(n);
    const Site site = site_of_lengths(n);
    const Summary summary = summarise_all(site);
    CHECK(summary.n == static_cast<std::size_t>(n));
    CHECK(summary.range.has_value() == (n >= 1));
    CHECK(summary.mean.has_value() == (n >= 6));
    CHECK(summary.median.has_value() == (n >= 6));
    CHECK(summary.interval.has_value() == (n >= 6));
    CHECK(summary.quartiles.has_value() == (n >= 6));
    CHECK(summary.p90.has_value() == (n >= 29));
    const std::size_t windows = n >= 20 ? static_cast<std::size_t>(n) - 19 : 0;
    CHECK(rolling_medians(site, take_samples(site, all_incidents(site), Measure::resolve)).size() == windows);
  }
}

TEST_CASE("metrics: the rolling median is that of the last twenty incidents, oldest first") {
  const Site site = site_of_lengths(21);
  const std::vector<RollingMedian> medians =
      rolling_medians(site, take_samples(site, all_incidents(site), Measure::resolve));
  REQUIRE(medians.size() == 2);
  CHECK(medians[0].at == site.corpus.postmortems[1].time(Milestone::started)->at);
  CHECK(medians[0].median == seconds(23 * 30));                                               // 2 to 21 minutes: 11.5
  CHECK(medians[1].median == seconds(21 * 30));                                               // 1 to 20 minutes: 10.5
  CHECK(medians[1].interval == Interval{std::chrono::minutes(6), std::chrono::minutes(15)});  // ranks 6 and 15 of 20
}

TEST_CASE("metrics: ongoing incidents are no durations, but the median that counts them is higher") {
  std::vector<Postmortem> postmortems = site_of_lengths(6).corpus.postmortems;
  for (const std::string id : {"x", "y"}) {
    postmortems.push_back(incident(id, "2025-03-25T10:00Z"));
    postmortems.back().stated_state = State::ongoing;
  }
  const Summary summary = summarise_all(site_of(postmortems));
  CHECK(summary.n == 6);
  CHECK(summary.left_out_because(LeftOut::ongoing) == 2);
  CHECK(summary.median == seconds(210));
  CHECK(summary.median_with_ongoing == seconds(270));  // four of eight have ended after 4 minutes, five after 5
  CHECK_FALSE(summarise_all(site_of_lengths(6)).median_with_ongoing);
}

TEST_CASE("metrics: approximate durations count, and are counted apart") {
  std::vector<Postmortem> postmortems = site_of_lengths(3).corpus.postmortems;
  postmortems[1].time(Milestone::resolved)->approximate = true;
  const Summary summary = summarise_all(site_of(postmortems));
  CHECK(summary.n == 3);
  CHECK(summary.approximate == 1);
}

TEST_CASE("metrics: two years are compared from 30 incidents each on, and only then") {
  const auto years = [](int before, int after) {
    std::vector<Postmortem> postmortems;
    for (int i = 0; i < before + after; ++i) {
      Postmortem postmortem = incident("i" + std::to_string(i), "2025-03-30T10:00Z", "2025-03-30T10:00Z");
      const std::chrono::days back(i < after ? 1 + i : 366 + i);
      postmortem.time(Milestone::started)->at -= back;
      postmortem.time(Milestone::resolved)->at -= back - std::chrono::minutes(i < after ? 5 + i : 500 + i);
      postmortems.push_back(std::move(postmortem));
    }
    return compare_years(site_of(std::move(postmortems)), Measure::resolve);
  };
  CHECK_FALSE(years(29, 30).test);
  CHECK_FALSE(years(30, 29).test);
  const PeriodComparison comparison = years(30, 30);
  REQUIRE(comparison.test);
  CHECK(comparison.test->p < 0.001);
  CHECK(comparison.test->effect == 0);  // every recent incident is shorter
  CHECK(comparison.before_summary.n == 30);
}

TEST_CASE("metrics: a summary names the largest incident and its share, and counts who is left out") {
  std::vector<Postmortem> corpus = {
      incident("a", "2025-03-04T14:00Z", "2025-03-04T14:10Z"), incident("b", "2025-03-05T14:00Z", "2025-03-05T14:30Z"),
      incident("c", "2025-03-06T14:00Z"), incident("d", "2025-03-07T14:00Z", "2025-03-07T15:00Z")};
  corpus[3].kind = IncidentKind::drill;
  const Summary summary = summarise_all(site_of(corpus));
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
  const Site site = site_of(std::move(corpus));
  std::vector<std::size_t> order = all_incidents(site);
  const Summary first = summarise(site, order, Measure::resolve);
  REQUIRE(first.median);
  while (std::ranges::next_permutation(order).found && order[0] < 2) {
    const Summary other = summarise(site, order, Measure::resolve);
    REQUIRE(other.median == first.median);
    REQUIRE(other.interval == first.interval);
    REQUIRE(other.quartiles == first.quartiles);
    REQUIRE(other.total == first.total);
    REQUIRE(other.left_out == first.left_out);
    REQUIRE(other.largest == first.largest);
  }
}

}  // namespace hindsight
