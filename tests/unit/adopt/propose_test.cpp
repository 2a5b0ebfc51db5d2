#include "adopt/propose.hpp"

#include <doctest/doctest.h>

#include "unit/adopt/fixture.hpp"

namespace hindsight {
namespace {

std::string joined(const std::vector<ProposedText>& texts) {
  std::string result;
  for (const ProposedText& text : texts) result += (result.empty() ? "" : "; ") + text.value;
  return result;
}

Proposals proposals(const std::string& text) { return adopt(text).proposals; }

}  // namespace

TEST_CASE("proposals: every one quotes the line that it names") {
  const std::string text =
      "# Mail outage\n\n- **Authors**: Ada B., @grace\n- **Severity**: SEV2\n\n## Root cause\n\nThe queue\nwas full "
      "because "
      "nobody\nhad set a limit.\n\n## Timeline\n\n2024-03-04 UTC\n\n| Time | Event |\n|-|-|\n| 10:00 | **OUTAGE "
      "BEGINS** |\n";
  const Postmortem postmortem = adopt(text).postmortem;
  const std::vector<std::string_view> lines = split_lines(text);
  CHECK(postmortem.origins.size() >= 6);
  for (const Origin& origin : postmortem.origins) {
    INFO(origin.field);
    REQUIRE(origin.evidence != nullptr);
    REQUIRE(origin.evidence->line > 0);
    CHECK(lines[static_cast<std::size_t>(origin.evidence->line - 1)].find(origin.evidence->quote) !=
          std::string_view::npos);
  }
}

TEST_CASE("authors: labels, sections and lines; without jobs, mail addresses and remarks") {
  CHECK(joined(proposals("# x\n\nAuthor: Ada Byron, Senior Engineer\n").authors) == "Ada Byron");
  CHECK(joined(proposals("# x\n\nCreated By: Ada Byron <ada@example.org>\n").authors) == "Ada Byron");
  CHECK(joined(proposals("# x\n\n## Authors\n\n* [ada](https://example.org)\n* grace\n").authors) == "ada; grace");
  CHECK(joined(proposals("# x\n\nAuthors | @Ada Byron @Joan (Jo) Clarke |\n---|---|\n").authors) ==
        "Ada Byron; Joan (Jo) Clarke");
  CHECK(joined(proposals("# x\n\nBy the **on-call person**: [Ada Byron](https://example.org)\n").authors) ==
        "Ada Byron");
  CHECK(joined(proposals("# x\n\n**Authors**: Ada Byron (lead), Grace H (scribe)\n").authors) == "Ada Byron; Grace H");
  CHECK(joined(proposals("# x\n\n## Attendees\n\n- Ada\n").authors).empty());
}

TEST_CASE("severity: labels and sentences that speak of it") {
  CHECK(proposals("**Severity** | SEV-1\n").severity->value == "SEV-1");
  CHECK(proposals("# x\n\n## Summary\n\nThe severity level is a 4.\n").severity->value == "4");
  CHECK(proposals("# x\n\n**Severity:** [Critical]\n").severity->value == "Critical");
  CHECK_FALSE(proposals("# x\n\n**Severity:** SEV1 / SEV2 / SEV3\n").severity);
  CHECK_FALSE(proposals("# x\n\nA major rewrite broke it.\n").severity);
}

TEST_CASE("services: labels, titles, and what was down") {
  CHECK(joined(proposals("# x\n\n- **Affected services**: Public API (EU), Dashboard\n").services) ==
        "Public API; Dashboard");
  CHECK(joined(proposals("# Checkout API outage postmortem\n").services) == "Checkout API");
  CHECK(joined(proposals("# 2024-03-04 - An outage in the mail gateway\n").services) == "mail gateway");
  CHECK(joined(proposals("# Incident retro - start page and basket page not available\n").services) ==
        "start page; basket page");
  CHECK(joined(proposals("# x\n\n## Impact\n\nwww.example.org was down for everybody.\n").services) ==
        "www.example.org");
  CHECK(
      joined(proposals("# x\n\n## Impact\n\nThe shop service was down. The label printer was also throwing errors.\n\n"
                       "## Detection\n\nA label printer beeped.\n\n## Causes\n\nThe label printer had no paper.\n")
                 .services) == "shop service; label printer");
  CHECK(joined(proposals("# Downtime on August 15\n").services).empty());
}

TEST_CASE("triggers: the section, a sentence that names it, the change before the beginning") {
  CHECK(joined(proposals("# x\n\n## Trigger\n\nDeleting the table by hand.\n").triggers) ==
        "Deleting the table by hand.");
  CHECK(joined(proposals("# x\n\n## Summary\n\nIt was down. It was triggered by a new release.\n").triggers) ==
        "It was triggered by a new release.");
  CHECK(joined(proposals("# x\n\n## Timeline\n\n- 09:00 version 4 deployed\n- 09:05 errors\n- 09:10 rolled back\n")
                   .triggers) == "version 4 deployed");
  CHECK(joined(proposals("# x\n\n## Timeline\n\n- 09:05 errors\n- 09:10 rolled back\n").triggers).empty());
}

TEST_CASE("triggers and root causes are sorted into the starter vocabulary") {
  const auto term = [](const std::string& text, TermKind kind) {
    const auto names = adopt(text).postmortem.terms[index_of(kind)];
    return names.empty() ? "" : names.front();
  };
  CHECK(term("## Trigger\n\nThe TLS certificate of the proxy expired.\n", TermKind::trigger) == "certificate-expiry");
  CHECK(term("## Trigger\n\nManually deleting the service.\n", TermKind::trigger) == "manual-operation");
  CHECK(term("## Trigger\n\nA deployment of version 4.\n", TermKind::trigger) == "binary-push");
  CHECK(term("## Root cause\n\nA wrong setting in the configuration.\n", TermKind::root_cause) == "configuration");
  CHECK(term("## Root cause\n\nThe disk was full: out of disk space.\n", TermKind::root_cause) == "capacity");
}

TEST_CASE("root causes: items of the section; the last whys; contributing factors where there is nothing else") {
  CHECK(joined(proposals("# x\n\n## Root causes\n\nWe found these root causes:\n\n1. The tool hides the account.\n2. "
                         "The deployer does not "
                         "notice.\n")
                   .root_causes) == "The tool hides the account.; The deployer does not notice.");
  CHECK(joined(proposals("# x\n\n## 5 Whys\n\n- It was slow today, too.\n- The cache was cold again.\n- The deploy had "
                         "emptied it.\n")
                   .root_causes) == "The cache was cold again.; The deploy had emptied it.");
  CHECK(joined(proposals("# x\n\n## Contributing factors\n\n- Nobody had set a limit\n").root_causes) ==
        "Nobody had set a limit");
}

TEST_CASE("root causes: a sentence that names two; the explanation in pasted chat") {
  CHECK(joined(proposals("# x\n\n## Root cause\n\nThe cause was found to be a new index that exposed a missing limit "
                         "in the planner. Queries piled up.\n")
                   .root_causes) == "a new index; a missing limit in the planner");
  const Proposals chat = proposals(
      "# x\n\n## Timeline\n\n10:02 AB The site is slow<br>\nCD Maybe the deploy?<br>\nAB The workers did not have the "
      "new "
      "certificate, so they failed at every call<br>\n\n10:20 CD all good again\n\n## Root cause\n\nRenewal of the "
      "certificate at 10:00\n");
  CHECK(joined(chat.root_causes) ==
        "Renewal of the certificate at 10:00; AB The workers did not have the new certificate, so they failed at every "
        "call");
  CHECK(joined(proposals("# x\n\n## Timeline\n\n10:02 Workers lacked it, so they failed\n\n## Root cause\n\nThe outage "
                         "was caused by a renewed certificate.\n")
                   .root_causes) == "The outage was caused by a renewed certificate.");
}

TEST_CASE("root causes: lines that were never broken to fit a width are sentences of their own") {
  const std::string text =
      "# x\n\n## Root cause\n\nPages asked again and again for a report that nobody had written, since the queue of "
      "the "
      "reports was not served by the new workers and nobody looked\nThe queue was missing from the configuration\n";
  CHECK(proposals(text).root_causes.back().value == "The queue was missing from the configuration");
}

TEST_CASE("root causes: what went wrong is the cause where a document names no other, else a lesson") {
  CHECK(joined(proposals("# x\n\n## What Went Wrong?\n\nThe limit was missing.\n").root_causes) ==
        "The limit was missing.");
  CHECK(joined(
            proposals("# x\n\n## What went well\n\nAll.\n\n## What went wrong\n\nThe limit was missing.\n").root_causes)
            .empty());
}

TEST_CASE("shapes: what was filled in inside a Markdown fence of a template reads like the body") {
  const Postmortem postmortem =
      adopt(
          "# x\n\n## Timeline\n\n> [!NOTE]\n> List what happened, such as 09:00.\n\n```md\nAll times are UTC.\n\n"
          "- 2024-03-04 10:00 - Mail is down\n- 10:40 - Mail is back to normal\n```\n")
          .postmortem;
  CHECK(timeline_of(postmortem) ==
        "2024-03-04T10:00:00Z - Mail is down\n2024-03-04T10:40:00Z - Mail is back to normal\n");
  CHECK(postmortem.timeline[0].line == 11);
  CHECK(postmortem.typed_blocks.size() == 1);  // the title
}

TEST_CASE("who noticed: the first that is named") {
  CHECK(proposals("# x\n\n## Detection\n\nWe noticed it, even before the monitoring.\n").detected_by->value == "staff");
  CHECK(proposals("# x\n\n## Detection\n\nSeveral customers complained.\n").detected_by->value == "user");
  CHECK(proposals("# x\n\n## Detection\n\nAn alert went off.\n").detected_by->value == "monitoring");
}

TEST_CASE("summary and impact: a label where no section is") {
  const Postmortem postmortem =
      adopt("2024-03-04 Mail\nSummary | It was down. |\nImpact | Nobody got mail. |\n---|---|\n").postmortem;
  CHECK(postmortem.summary.text == "It was down.");
  CHECK(postmortem.impact.text == "Nobody got mail.");
}

TEST_CASE("timelines: paragraphs, headings, lines of text and day lines") {
  CHECK(timeline_of(adopt("## Timeline\n\n20 November 2025\n\n8.48 AB made it<br>\nan alert<br>\n08.52 CD saw "
                          "it\n\n9.06 AB fixed it\n")
                        .postmortem) ==
        "2025-11-20T08:48:00Z - AB made it an alert\n2025-11-20T08:52:00Z - CD saw it\n2025-11-20T09:06:00Z - AB fixed "
        "it\n");
  CHECK(timeline_of(adopt("## Timeline\n\nAll times in CET\n\n### 2022-06-02 10:00 - Problem starts\n\nText.\n\n### "
                          "21:00 - Alert\n")
                        .postmortem) == "2022-06-02T08:00:00Z started Problem starts\n2022-06-02T19:00:00Z - Alert\n");
  CHECK(timeline_of(adopt("## Timeline\n\nTime (UTC)  \n10:00 AM        Alert on 2024-03-04\n10:05 AM        Restart\n")
                        .postmortem)
            .starts_with("2024-03-04T10:00:00Z - Alert"));
  CHECK(timeline_of(adopt("## Timeline\n\n```\n2024-03-04 10:00Z a\n2024-03-04 10:05Z b\n```\n").postmortem) ==
        "2024-03-04T10:00:00Z - a\n2024-03-04T10:05:00Z - b\n");
}

TEST_CASE("proposals: lines are those of the source, also behind a <br>") {
  const std::string text =
      "# x\n\n## Timeline\n\n10:00 broke<br>10:05 paged<br>10:09 rolled back\n\n## Action items\n\n"
      "| What | Owner |\n|---|---|\n| one<br>two<br>three | ada |\n| Add a limit | ada |\n\n"
      "TODO one<br>TODO two<br>TODO Add an alert\n";
  const ReadText read = adopt(text);
  const auto lines = static_cast<int>(split_lines(text).size());
  REQUIRE(read.postmortem.timeline.size() == 3);
  for (const TimelineEntry& entry : read.postmortem.timeline) CHECK(entry.line == 5);
  for (const ActionItem& item : read.postmortem.action_items) CHECK(item.line <= lines);
}

}  // namespace hindsight
