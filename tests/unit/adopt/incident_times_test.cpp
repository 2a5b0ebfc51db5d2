#include "adopt/incident_times.hpp"

#include <doctest/doctest.h>

#include "unit/adopt/fixture.hpp"

namespace hindsight {
namespace {

/// The milestones that were found: "started 2024-03-04 10:00 UTC (label)".
std::string times_of(const ReadText& result) {
  std::string text;
  for (const Milestone milestone : all_milestones) {
    const auto& time = result.postmortem.time(milestone);
    if (!time) continue;
    text += std::string(name_of(milestone)) + " " + format_time(*time) + " (" +
            std::string(name_of(result.postmortem.origin(field_of(milestone))->evidence->confidence)) + ")\n";
  }
  return text;
}

}  // namespace

TEST_CASE("times: labels in bold, bullets and tables, the zone in the label") {
  CHECK(times_of(adopt("# Mail\n\n**Incident from:** 2024-03-04 10:00\n\n**Incident until:** 2024-03-04 10:40\n")) ==
        "started 2024-03-04 10:00 UTC (stated)\nmitigated 2024-03-04 10:40 UTC (stated)\n"
        "resolved 2024-03-04 10:40 UTC (stated)\n");
  CHECK(times_of(adopt("# Mail\n\n- **Date**: 2024-03-04\n- **Start time (CET)**: 10:00\n- First detected: 10:05\n")) ==
        "started 2024-03-04 09:00 UTC (stated)\ndetected 2024-03-04 09:05 UTC (stated)\n");
  CHECK(times_of(adopt("| | |\n|-:|:-|\n| **Reported on** | March-4-2024 10:00 UTC |\n| **Mitigation** | N/A |\n")) ==
        "detected 2024-03-04 10:00 UTC (stated)\n");
}

TEST_CASE("times: a range in a sentence about the impact") {
  CHECK(times_of(adopt("# Mail\n\n## Impact\n\nOn 4 March 2024 mail was unavailable between 09:29 and 10:00 UTC.\n")) ==
        "started 2024-03-04 09:29 UTC (stated)\nmitigated 2024-03-04 10:00 UTC (stated)\n"
        "resolved 2024-03-04 10:00 UTC (guessed)\n");
}

TEST_CASE("times: entries by what their words usually mean") {
  const ReadText result = adopt(
      "# 2024-03-04 Mail\n\n## Timeline\n\nAll times UTC.\n\n- 09:00 version 4 is deployed\n- 09:10 alerts: errors on "
      "all "
      "nodes\n- 09:20 tried to restore from backup\n- 09:40 mail is back to normal\n- 09:50 the mailing list is "
      "notified\n");
  CHECK(times_of(result) ==
        "started 2024-03-04 09:10 UTC (guessed)\ndetected 2024-03-04 09:10 UTC (guessed)\n"
        "mitigated 2024-03-04 09:40 UTC (guessed)\nresolved 2024-03-04 09:40 UTC (guessed)\n");
}

TEST_CASE("times: between a change and the first report of a user nobody knows the beginning") {
  const ReadText result = adopt(
      "# 2024-03-04 Mail\n\n## Timeline (UTC)\n\n- 09:00 version 4 is deployed\n- 14:44 a user reported a problem\n- "
      "15:00 "
      "resolved\n");
  CHECK_FALSE(result.postmortem.time(Milestone::started));
  CHECK(format_clock(result.postmortem.time(Milestone::detected)->at) == "14:44");
}

TEST_CASE("times: clause by clause, and an end from the beginning and the length") {
  CHECK(
      times_of(adopt("# Search\n\nOn 4 March 2025 our search went down at around 2:15pm CET. By 3:02pm everything was "
                     "back to normal.\n")) ==
      "started ~2025-03-04 13:15 UTC (guessed)\nmitigated 2025-03-04 14:02 UTC (guessed)\n"
      "resolved 2025-03-04 14:02 UTC (guessed)\n");
  CHECK(times_of(adopt("# Search\n\n**Start:** 2025-03-04 13:15 UTC\n\n**Duration:** 47 minutes\n")) ==
        "started 2025-03-04 13:15 UTC (stated)\nmitigated 2025-03-04 14:02 UTC (computed)\n");
}

TEST_CASE("times: no incident ends with an alarm, even if its stated length says so") {
  const std::string text =
      "# 2024-03-04 Mail\n\n**Duration:** 20 minutes\n\n**Started:** 2024-03-04 10:00 UTC\n\n## Timeline\n\n"
      "- 10:00 version 4 is deployed\n- 10:20 support reports an issue\n- 10:30 the queue is drained\n";
  CHECK(times_of(adopt(text)).find("10:20 UTC (computed)") == std::string::npos);
}

TEST_CASE("times: T0 and what counts from it") {
  const ReadText result = adopt(
      "# Mail\n\n## Timeline (T0 = 2024-05-02 14:03 UTC)\n\n- T+0: queue grows\n- T+5m: alert\n- T+1h 10m: back to "
      "normal\n");
  CHECK(times_of(result) ==
        "started 2024-05-02 14:03 UTC (stated)\ndetected 2024-05-02 14:08 UTC (guessed)\n"
        "mitigated 2024-05-02 15:13 UTC (guessed)\nresolved 2024-05-02 15:13 UTC (guessed)\n");
}

TEST_CASE("times: of two that contradict each other the surer stays, and both lines are named") {
  const ReadText result = adopt(
      "# Mail\n\n**Incident from:** 2024-03-04 10:00\n\n## Timeline\n\n2024-03-04\n\n- 08:00 it is back to normal\n- "
      "11:00 a\n");
  CHECK(format_clock(result.postmortem.time(Milestone::started)->at) == "10:00");
  CHECK_FALSE(result.postmortem.time(Milestone::mitigated));
}

TEST_CASE("times: a stated duration that the times do not bear out is a finding") {
  const ReadText result =
      adopt("# Mail\n\n**Start:** 2024-03-04 10:00 UTC\n\n**End:** 2024-03-04 16:00 UTC\n\n**Duration:** 90 minutes\n");
  REQUIRE(result.diagnostics.all().size() == 1);
  CHECK(result.diagnostics.all()[0].rule == Rule::text_contradiction);
  CHECK(result.diagnostics.all()[0].wanted == "6h, from line 3 to line 5");
}

TEST_CASE("times: a template's help, choices and examples are none") {
  const ReadText result = adopt(
      "# Post-mortem\n\n**Date**: [YYYY-MM-DD]\n**Severity**: [P0 / P1 / P2]\n**Author**: [Name]\n\n## "
      "Summary\n\n**Example**:\n"
      "> On November 17, 2025, the API was down (10:15 AM - 11:02 AM UTC).\n\n## Timeline\n\n- TBD\n");
  CHECK(times_of(result).empty());
  CHECK_FALSE(result.postmortem.severity);
  CHECK(result.postmortem.authors.empty());
}

TEST_CASE("times: only the day is known") {
  const ReadText result = adopt("# 2024-03-04 Mail\n\nIt was down.\n");
  CHECK(times_of(result) == "started 2024-03-04 (stated)\n");
  CHECK(times_of(adopt("---\ntitle: x\ndate: 2024-03-04T18:00:00+01:00\n---\nIt was down.\n")) ==
        "started 2024-03-04 (stated)\n");
}

}  // namespace hindsight
