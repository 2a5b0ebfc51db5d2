#include "adopt/adopt.hpp"

#include <doctest/doctest.h>

#include "unit/adopt/fixture.hpp"

namespace hindsight {

TEST_CASE("titles: front matter, else the heading, else a first line, else the file name") {
  CHECK(adopt("---\ntitle: Stated\n---\n# Heading\n").postmortem.title == "Stated");
  CHECK(adopt("# Heading `x`\n\ntext\n").postmortem.title == "Heading x");
  CHECK(adopt("2024-10-15 Bulk upload unavailable\nDate | Oct 15 |\n").postmortem.title ==
        "2024-10-15 Bulk upload unavailable");
  CHECK(adopt("A long first sentence is no title, because it ends in a full stop.\n", "2024-10-15_bulk-upload.md")
            .postmortem.title == "2024-10-15 bulk upload");
}

TEST_CASE("titles: the heading that is the title is not printed in the body once more") {
  CHECK(adopt("# Heading\n\ntext\n").postmortem.typed_blocks.size() == 1);
  CHECK(adopt("---\ntitle: Heading\n---\n# heading\n\ntext\n").postmortem.typed_blocks.size() == 1);
  CHECK(adopt("---\ntitle: Another\n---\n# Heading\n\ntext\n").postmortem.typed_blocks.empty());
}

TEST_CASE("prose: summary, impact, detection and resolution come from the sections of that name") {
  const Postmortem postmortem =
      adopt(
          "# T\n\n## Issue Summary:\n\nIt broke.\n\nMore.\n\n## Customer impact\n\n- nobody could pay\n- others\n\n"
          "## Detection\n\nAn alert.\n\n## Resolution and recovery\n\nWe `rolled` back.\n")
          .postmortem;
  CHECK(postmortem.summary.text == "It broke.");
  CHECK(postmortem.impact.text == "nobody could pay");
  CHECK(postmortem.detection.text == "An alert.");
  CHECK(postmortem.resolution.text == "We rolled back.");
  CHECK(postmortem.origin("summary")->line == 5);
  CHECK_FALSE(postmortem.is_inferred("impact"));  // it stands in a section of its own name
}

TEST_CASE("prose: front matter's summary is not replaced") {
  const Postmortem postmortem = adopt("---\ntitle: T\nsummary: Stated.\n---\n## Summary\n\nIn the body.\n").postmortem;
  CHECK(postmortem.summary.text == "Stated.");
  CHECK_FALSE(postmortem.is_inferred("summary"));
}

TEST_CASE("milestones: `unknown` in front matter is not overruled by the body") {
  const Postmortem postmortem = adopt(
                                    "---\ntitle: T\nstarted_at: 2021-06-07T12:00Z\nresolved_at: unknown\n---\n## "
                                    "Timeline\n\nUTC\n\n- 12:50 Resolved\n")
                                    .postmortem;
  CHECK_FALSE(postmortem.time(Milestone::resolved));
}

TEST_CASE("the whole text of a document stays in its body") {
  const Postmortem postmortem = adopt("# T\n\nfirst\n\n| a | b |\n|-|-|\n| c | d |\n\n> e\n\n```\nf\n```\n").postmortem;
  for (const char* word : {"first", "<th scope=\"col\">a", "<td>d", "e</p>", "f\n"}) {
    CAPTURE(word);
    CHECK(postmortem.body.html.find(word) != std::string::npos);
  }
}

TEST_CASE("blocks: a list that reads as a timeline and as action items is printed once") {
  const Postmortem postmortem = adopt(
                                    "# T\n\n- 06:00 it begins\n- 00:15 somebody calls\n- 2022-09-14 02:05 am rolled "
                                    "back\n- [ ] Alert on disk space\n- [x] Write a runbook\n")
                                    .postmortem;
  std::size_t end = 0;
  for (const TypedBlock& block : postmortem.typed_blocks) {
    CHECK(block.range.begin >= end);
    end = block.range.end;
  }
}

}  // namespace hindsight
