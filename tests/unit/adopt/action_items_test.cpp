#include "adopt/action_items.hpp"

#include <doctest/doctest.h>

#include "unit/adopt/fixture.hpp"

namespace hindsight {

TEST_CASE("action items: the table of Google's SRE book, with the status in the bug cell") {
  const Adopted result = adopt(
      "## Action Items\n\n| Action Item | Type | Owner | Bug |\n| --- | --- | --- | --- |\n"
      "| Get `awsenv` to show it | prevent | ml | [Luzifer/awsenv#11](https://github.com/Luzifer/awsenv/issues/11) "
      "**TODO** |\n"
      "| Write a runbook | process | - | n/a **DONE** |\n| Look into it | investigate | | Bug 5554823 **TODO** |\n");
  CHECK(actions_of(result.postmortem) ==
        "todo ml Luzifer/awsenv#11 Get awsenv to show it\ndone - - Write a runbook\ntodo - Bug 5554823 Look into it\n");
  CHECK(result.postmortem.action_items[0].type == ActionType::prevent);
  CHECK(result.postmortem.action_items[0].line == 5);
  CHECK(result.postmortem.is_inferred("action_items"));
}

TEST_CASE("action items: status in its own column, in any order of columns, with dates") {
  const Adopted result = adopt(
      "## Follow-ups\n\n| Status | Who | Due date | Description |\n|-|-|-|-|\n| In progress | RK | 2025-04-01 | Alert "
      "|\n"
      "| Won't fix | | | Rewrite |\n| done | AC | | Docs |\n");
  CHECK(actions_of(result.postmortem) == "doing RK - Alert\nwontdo - - Rewrite\ndone AC - Docs\n");
  CHECK(format_date(*result.postmortem.action_items[0].due) == "2025-04-01");
}

TEST_CASE("action items: task lists") {
  const Adopted result = adopt(
      "## Solution\n\ntext\n\n## Action items\n\n- [x] [Fix it](https://github.com/o/r/pull/7)\n- [ ] Research\n");
  CHECK(actions_of(result.postmortem) == "done - o/r#7 Fix it\ntodo - - Research\n");
}

TEST_CASE("action items: bullets and numbers, with marks of status at their edges") {
  const Adopted result = adopt(
      "## Corrective and preventative measures:\n\n1. Disable the release (already completed).\n2. Faster rollback\n"
      "3. DONE: monitoring\n4. ~~Rewrite everything~~\n5. Make it resilient - done in "
      "https://github.com/o/r/pull/8\n6. Fix todo lists\n");
  CHECK(
      actions_of(result.postmortem) ==
      "done - - Disable the release\nunknown - - Faster rollback\ndone - - monitoring\nwontdo - - Rewrite everything\n"
      "done - o/r#8 Make it resilient\nunknown - - Fix todo lists\n");
}

TEST_CASE("action items: a heading may say it for all below") {
  const Adopted result = adopt("## Actions\n\n### Immediate (completed)\n\n- a\n\n### Long term\n\n- b\n");
  CHECK(actions_of(result.postmortem) == "done - - a\nunknown - - b\n");
}

TEST_CASE("action items: without any mark the status is unknown, never open or done") {
  CHECK(actions_of(adopt("## Actions\n\n- Improve things\n").postmortem) == "unknown - - Improve things\n");
}

TEST_CASE("action items: children of an item are its details") {
  const Adopted result = adopt("## Actions\n\n- Parent\n  - child one\n  - child two\n- Other\n");
  REQUIRE(result.postmortem.action_items.size() == 2);
  CHECK(result.postmortem.action_items[0].details.size() == 1);
}

TEST_CASE("action items: lists elsewhere are not promises") {
  CHECK(adopt("## Lessons learned\n\n- Test more\n").postmortem.action_items.empty());
}

TEST_CASE("action items: front matter wins, and a contradiction is reported") {
  const Adopted result = adopt(
      "---\ntitle: x\nstarted_at: unknown\naction_items:\n  - title: Alert\n    status: todo\n    owner: RK\n---\n## "
      "Actions\n\n- [x] Alert\n");
  CHECK(actions_of(result.postmortem) == "todo RK - Alert\n");
  REQUIRE(result.diagnostics.all().size() == 1);
  CHECK(result.diagnostics.all()[0].rule == Rule::body_disagrees);
}

}  // namespace hindsight
