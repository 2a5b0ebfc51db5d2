#include "adopt/timeline.hpp"

#include <doctest/doctest.h>

#include "unit/adopt/fixture.hpp"

namespace hindsight {

TEST_CASE("timelines: a table with milestones in the manner of Google's SRE book") {
  const ReadText result = adopt(
      "---\ntitle: x\nstarted_at: 2016-09-05T09:27Z\n---\n## Timeline\n\n2016-09-05 (*all times UTC*)\n\n"
      "| Time  | Description |\n| ----- | ----------- |\n| 09:27 | **OUTAGE BEGINS** -- the service is deleted |\n"
      "| 09:28 | **INCIDENT BEGINS** -- somebody notices |\n| 09:29 | Pingdom reports downtime |\n"
      "| 10:00 | **INCIDENT/OUTAGE ENDS** -- all is well |\n");
  CHECK(timeline_of(result.postmortem) ==
        "2016-09-05T09:27:00Z started OUTAGE BEGINS -- the service is deleted\n"
        "2016-09-05T09:28:00Z detected INCIDENT BEGINS -- somebody notices\n"
        "2016-09-05T09:29:00Z - Pingdom reports downtime\n"
        "2016-09-05T10:00:00Z resolved INCIDENT/OUTAGE ENDS -- all is well\n");
  CHECK(result.postmortem.is_inferred("detected_at"));
  CHECK(result.postmortem.origin("detected_at")->line == 12);
  CHECK_FALSE(result.postmortem.is_inferred("started_at"));
}

TEST_CASE("timelines: bullets with bold, italic and plain times, zone in the heading, on past midnight") {
  const ReadText result =
      adopt("## Timeline (all times CET)\n\n2020-01-20\n\n- **22:50**: first\n- _23:10_ - second\n- 00:15 third\n");
  CHECK(timeline_of(result.postmortem) ==
        "2020-01-20T21:50:00Z - first\n2020-01-20T22:10:00Z - second\n2020-01-20T23:15:00Z - third\n");
}

TEST_CASE("timelines: a day alone is no entry, with a full stop neither") {
  for (const std::string day : {"5 September 2016", "5 September 2016.", "**2016-09-05:**"}) {
    const ReadText result = adopt("## Timeline\n\n" + day + "\n\n| Time (UTC) | Event |\n|-|-|\n| 09:27 | first |\n");
    CHECK(timeline_of(result.postmortem) == "2016-09-05T09:27:00Z - first\n");
  }
}

TEST_CASE("timelines: day and clock in two columns, extra columns kept as details") {
  const ReadText result = adopt(
      "## Timeline\n\n| Day | Date | Time (UTC) | Event | Link |\n|-|-|-|-|-|\n| Mon | 2023-07-03 | 14:05 | it begins "
      "| graph |\n");
  CHECK(timeline_of(result.postmortem) == "2023-07-03T14:05:00Z - it begins\n");
  CHECK(result.postmortem.timeline[0].details.size() == 1);
}

TEST_CASE("timelines: am and pm, seconds, dotted times, approximate times, ranges, words for months") {
  const ReadText result = adopt(
      "## Timeline of events\n\nAll times UTC.\n\n- Oct 15, 2024 ~12:02-13:30 The range\n- Oct 15, 2024 2:44 PM User "
      "reported\n"
      "- 15.10 dotted\n- 15:20:30 with seconds\n");
  CHECK(timeline_of(result.postmortem) ==
        "2024-10-15T12:02:00Z - The range\n2024-10-15T14:44:00Z - User reported\n2024-10-15T15:10:00Z - dotted\n"
        "2024-10-15T15:20:30Z - with seconds\n");
  CHECK(result.postmortem.timeline[0].at->approximate);
}

TEST_CASE("timelines: without any date the clock times are kept as written") {
  const ReadText result = adopt("## Timeline\n\n- 7:52 : Modification\n- 8:04 : Outage started.\n");
  CHECK(timeline_of(result.postmortem) == "?7:52 - Modification\n?8:04 started Outage started.\n");
  CHECK_FALSE(result.postmortem.time(Milestone::started));
}

TEST_CASE("timelines: the start tells the day of an evening before it") {
  const ReadText result = adopt(
      "---\ntitle: x\nstarted_at: 2024-12-01 05:24\ntimezone: America/Denver\n---\n## Timeline\n\n"
      "- _22:03_ - Push is made\n- _05:24_ - Alerts trigger\n");
  CHECK(timeline_of(result.postmortem) ==
        "2024-12-01T05:03:00Z - Push is made\n2024-12-01T12:24:00Z - Alerts trigger\n");
}

TEST_CASE("timelines: a clock that falls back a little is a slip, not a new day") {
  const ReadText result = adopt("## Timeline\n\n2021-06-07 UTC\n\n- 12:37 a\n- 12:30 b\n- 12:40 c\n");
  CHECK(timeline_of(result.postmortem) ==
        "2021-06-07T12:37:00Z - a\n2021-06-07T12:30:00Z - b\n2021-06-07T12:40:00Z - c\n");
}

TEST_CASE("timelines: words that only look like milestones are none") {
  const ReadText result = adopt(
      "## Timeline\n\n2021-06-07 UTC\n\n- 12:37 Resolved the DNS name by hand\n- 12:40 Outage started to spread\n- "
      "12:50 Resolved\n");
  CHECK(timeline_of(result.postmortem) ==
        "2021-06-07T12:37:00Z - Resolved the DNS name by hand\n2021-06-07T12:40:00Z - Outage started to spread\n"
        "2021-06-07T12:50:00Z resolved Resolved\n");
}

TEST_CASE("timelines: a milestone that contradicts front matter is reported with both lines") {
  const ReadText result = adopt(
      "---\ntitle: x\nstarted_at: 2021-06-07T12:00Z\nresolved_at: 2021-06-07T13:00Z\n---\n## Timeline\n\nUTC\n\n- "
      "12:37 a\n- 12:50 Resolved\n");
  REQUIRE(result.diagnostics.all().size() == 1);
  CHECK(result.diagnostics.all()[0].rule == Rule::body_disagrees);
  CHECK(result.diagnostics.all()[0].location.line == 11);
  CHECK(result.diagnostics.all()[0].hint == "line 4 has the other value; a wrong zone?");
}

TEST_CASE("timelines: lists without times are no timeline and stay as they are") {
  const ReadText result = adopt("## Timeline\n\n- first we noticed\n- then we fixed it\n");
  CHECK(result.postmortem.timeline.empty());
  CHECK(result.postmortem.typed_blocks.empty());
}

TEST_CASE("timelines: front matter's timeline wins, the body stays as it is") {
  const ReadText result = adopt(
      "---\ntitle: x\ntimezone: UTC\nstarted_at: 2021-06-07T12:00Z\ntimeline:\n  - at: 2021-06-07T12:00Z\n    event: "
      "stated\n---\n## Timeline\n\n- 12:37 a\n");
  CHECK(timeline_of(result.postmortem) == "2021-06-07T12:00:00Z - stated\n");
  CHECK(result.postmortem.typed_blocks.empty());
}

}  // namespace hindsight
