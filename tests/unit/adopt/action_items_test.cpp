#include "adopt/action_items.hpp"

#include <doctest/doctest.h>

#include "unit/adopt/fixture.hpp"

namespace hindsight {

TEST_CASE("action items: the table of Google's SRE book, with the status in the bug cell") {
  const ReadText result = adopt(
      "## Action Items\n\n| Action Item | Type | Owner | Bug |\n| --- | --- | --- | --- |\n"
      "| Get `awsenv` to show it | prevent | ml | [Luzifer/awsenv#11](https://github.com/Luzifer/awsenv/issues/11) "
      "**TODO** |\n"
      "| Write a runbook | process | - | n/a **DONE** |\n| Look into it | investigate | | Bug 5554823 **TODO** |\n");
  CHECK(actions_of(result.postmortem) ==
        "todo ml Luzifer/awsenv#11 Get awsenv to show it\ndone - - Write a runbook\ntodo - Bug 5554823 Look into it\n");
  CHECK(result.postmortem.action_items[0].type == ActionType::prevent);
  CHECK(result.postmortem.action_items[0].status_mark == "TODO");
  CHECK(result.postmortem.action_items[0].line == 5);
  CHECK(result.postmortem.origin("action_items")->line == 5);
}

TEST_CASE("action items: status in its own column, in any order of columns, with dates") {
  const ReadText result = adopt(
      "## Follow-ups\n\n| Status | Who | Due date | Description |\n|-|-|-|-|\n| In progress | RK | 2025-04-01 | Alert "
      "|\n"
      "| Won't fix | | | Rewrite |\n| done | AC | | Docs |\n");
  CHECK(actions_of(result.postmortem) == "doing RK - Alert\nwontdo - - Rewrite\ndone AC - Docs\n");
  CHECK(format_date(*result.postmortem.action_items[0].due) == "2025-04-01");
}

TEST_CASE("action items: task lists") {
  const ReadText result = adopt(
      "## Solution\n\ntext\n\n## Action items\n\n- [x] [Fix it](https://github.com/o/r/pull/7)\n- [ ] Research\n");
  CHECK(actions_of(result.postmortem) == "done - o/r#7 Fix it\ntodo - - Research\n");
}

TEST_CASE("action items: bullets and numbers, with marks of status at their edges") {
  const ReadText result = adopt(
      "## Corrective and preventative measures:\n\n1. Disable the release (already completed).\n2. Faster rollback\n"
      "3. DONE: monitoring\n4. ~~Rewrite everything~~\n5. Make it resilient - done in "
      "https://github.com/o/r/pull/8\n6. Fix todo lists\n");
  CHECK(
      actions_of(result.postmortem) ==
      "done - - Disable the release\nunknown - - Faster rollback\ndone - - monitoring\nwontdo - - Rewrite everything\n"
      "done - o/r#8 Make it resilient\nunknown - - Fix todo lists\n");
}

TEST_CASE("action items: a heading may say it for all below") {
  const ReadText result = adopt("## Actions\n\n### Immediate (completed)\n\n- a\n\n### Long term\n\n- b\n");
  CHECK(actions_of(result.postmortem) == "done - - a\nunknown - - b\n");
  CHECK(result.postmortem.action_items[0].status_mark == "Immediate (completed)");
}

TEST_CASE("action items: without any mark the status is unknown, never open or done") {
  CHECK(actions_of(adopt("## Actions\n\n- Improve things\n").postmortem) == "unknown - - Improve things\n");
}

TEST_CASE("action items: children of an item are its details") {
  const ReadText result = adopt("## Actions\n\n- Parent\n  - child one\n  - child two\n- Other\n");
  REQUIRE(result.postmortem.action_items.size() == 2);
  CHECK(result.postmortem.action_items[0].details.size() == 1);
}

TEST_CASE("action items: lists elsewhere are not promises") {
  CHECK(adopt("## Lessons learned\n\n- Test more\n").postmortem.action_items.empty());
}

TEST_CASE("action items: front matter wins, and a contradiction is reported") {
  const ReadText result = adopt(
      "---\ntitle: x\nstarted_at: unknown\naction_items:\n  - title: Alert\n    status: todo\n    owner: RK\n---\n## "
      "Actions\n\n- [x] Alert\n");
  CHECK(actions_of(result.postmortem) == "todo RK - Alert\n");
  REQUIRE(result.diagnostics.all().size() == 1);
  CHECK(result.diagnostics.all()[0].rule == Rule::body_disagrees);
}

TEST_CASE("action items: a bold name above a list owns it, up to the next; a group does not") {
  const ReadText result = adopt(
      "## Actions\n\n- first\n\n**RK - for planning**\n- a\n- b\n- both "
      "[#12](https://github.com/o/r/issues/12)\n\n**Short term**\n- c\n");
  CHECK(actions_of(result.postmortem) ==
        "unknown - - first\nunknown RK o/r#12 a\nunknown RK o/r#12 b\nunknown - - c\n");
}

TEST_CASE("action items: initials in bold before a line own it, and a colon takes the list below along") {
  const ReadText result = adopt(
      "## Actions\n\n**JP** Have badges for:\n- main\n- tests https://github.com/o/r/pull/1\n\n**AC** Move the "
      "alert\n\n"
      "**RK**\nMake it resilient - done in https://github.com/o/r/pull/2\n");
  CHECK(actions_of(result.postmortem) ==
        "unknown JP o/r#1 Have badges for:\nunknown AC - Move the alert\ndone RK o/r#2 Make it resilient\n");
}

TEST_CASE("action items: a bold label in a list names the section") {
  const ReadText result =
      adopt("# x\n\n- **Resolution**:\n  - Restarted\n\n- **Review actions**:\n  - Add alert [#4](https://e.org/4)\n");
  CHECK(actions_of(result.postmortem) == "unknown - #4 Add alert\n");
  CHECK(result.postmortem.resolution.text == "Restarted");
}

TEST_CASE("action items: bullets that only head a list are none; with a word of their own they are") {
  CHECK(actions_of(adopt("## Actions\n\n- **Tasks**:\n  1. a\n  2. b\n").postmortem) ==
        "unknown - - a\nunknown - - b\n");
  CHECK(actions_of(adopt("## Actions\n\n- Fix:\n  - a https://e.org/A-1\n  - b\n").postmortem) ==
        "unknown - A-1 a\nunknown - - b\n");
  CHECK(actions_of(adopt("## Actions\n\n- Fix the thing\n  - a https://e.org/A-1\n").postmortem) ==
        "unknown - A-1 Fix the thing\n");
}

TEST_CASE("action items: paragraphs count where there is nothing else; introductions do not") {
  CHECK(actions_of(adopt("## Action items\n\nThe team will set up alerts.\n").postmortem) ==
        "unknown - - The team will set up alerts.\n");
  CHECK(actions_of(adopt("## Action items\n\nWe will do these:\n\n- a\n").postmortem) == "unknown - - a\n");
  CHECK(actions_of(adopt("## Action items\n\nNone.\n").postmortem).empty());
  CHECK(actions_of(adopt("## Actions\n\n### Short term\n\nWe added it\n\n### Later\n\nTalk to them\n").postmortem) ==
        "unknown - - We added it\nunknown - - Talk to them\n");
}

TEST_CASE("action items: a pasted wiki page has neither headings nor a real table") {
  const ReadText result = adopt(
      "Impact\nUsers waited.\nAction Items\nAction Items | Owner |\n|\n---|---|---\nReopen the card |\n| Done\nRepair "
      "logs | @Ann "
      "Lee |\nLessons Learned\nNone\n");
  CHECK(actions_of(result.postmortem) == "done - - Reopen the card\nunknown Ann Lee - Repair logs\n");
  CHECK(result.postmortem.impact.text == "Users waited.");
}

TEST_CASE("action items: boxes to tick are promises under any heading, if no section says so") {
  CHECK(actions_of(adopt("## Solution\n\n- [x] Update rules\n- [ ] Research\n").postmortem) ==
        "done - - Update rules\ntodo - - Research\n");
}

TEST_CASE("action items: what was said of it in words") {
  CHECK(actions_of(
            adopt("## Actions\n\n- Use our own - this has already been done.\n- Stop it. Discussed but decided not to "
                  "do.\n")
                .postmortem) == "done - - Use our own\nwontdo - - Stop it\n");
}

TEST_CASE("action items: editing one title leaves the ids of all others alone") {
  const auto ids = [](const std::string& text) {
    std::vector<std::string> found;
    for (const ActionItem& item : adopt(text).postmortem.action_items) found.push_back(item.id);
    return found;
  };
  const auto before = ids("## Actions\n\n- Add alerts\n- Raise the limit\n- Add alerts\n");
  const auto after = ids("## Actions\n\n- Add better alerts\n- Raise the limit\n- Add alerts\n");
  CHECK(before == std::vector<std::string>{"add-alerts", "raise-the-limit", "add-alerts-2"});
  CHECK(after[1] == before[1]);
}

TEST_CASE("action items: a mark and nothing else is no item, nor is what odd white space makes of a link") {
  CHECK(actions_of(adopt("## Actions\n\n**RK** DONE:\n\n- a\n").postmortem) == "unknown - - a\n");
  CHECK(actions_of(adopt("## Actions\n\n&#32;&#32;&#32;[a](https://e.org/1)\n").postmortem) == "unknown - - a\n");
}

}  // namespace hindsight
