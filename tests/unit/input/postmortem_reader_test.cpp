#include "input/postmortem_reader.hpp"

#include <doctest/doctest.h>

namespace hindsight {
namespace {

struct Read {
  Postmortem postmortem;
  Diagnostics diagnostics;

  std::string findings() const {
    std::string text;
    for (const Diagnostic& item : diagnostics.all()) {
      text += std::to_string(item.location.line) + " " + std::string(rule_info(item.rule).id) + "\n";
    }
    return text;
  }
};

SiteConfig config_with_deploy() {
  SiteConfig config;
  config.vocabularies[index_of(TermKind::severity)] = default_severities();
  config.vocabularies[index_of(TermKind::trigger)] = {{"deploy", "Deploy", "", "", {"release"}, {}}};
  return config;
}

Read read(const std::string& yaml, const std::string& path = "2025/incident.md") {
  Read result;
  const SourceFile source{"content/" + path, "---\n" + yaml + "\n---\n"};
  const Document document = split_document(source, result.diagnostics);
  result.postmortem = read_front_matter(document, path, source.name, config_with_deploy(), result.diagnostics);
  result.diagnostics.sort();
  return result;
}

}  // namespace

TEST_CASE("front matter: times without offset are in the postmortem's zone") {
  const Read result = read("title: x\ntimezone: Europe/Berlin\nstarted_at: 2025-07-04 14:02\n");
  CHECK(format_iso(*result.postmortem.time(Milestone::started)) == "2025-07-04T12:02:00Z");
  CHECK(result.findings().empty());
}

TEST_CASE("front matter: a missing zone is reported once, at the first time that needs one") {
  CHECK(read("started_at: 2025-07-04 14:02\nresolved_at: 2025-07-04 15:00").findings() == "2 time-zone-missing\n");
}

TEST_CASE("front matter: times of day go on past midnight") {
  const Read result = read("started_at: 2025-07-04T23:50Z\ndetected_at: 23:58\nresolved_at: 00:20 UTC\ntimezone: UTC");
  CHECK(format_iso(*result.postmortem.time(Milestone::detected)) == "2025-07-04T23:58:00Z");
  CHECK(format_iso(*result.postmortem.time(Milestone::resolved)) == "2025-07-05T00:20:00Z");
}

TEST_CASE("front matter: unknown is a statement, not a value") {
  const Read result = read("started_at: unknown");
  CHECK_FALSE(result.postmortem.time(Milestone::started));
  CHECK(result.postmortem.origin("started_at") != nullptr);
  CHECK(result.findings().empty());
}

TEST_CASE("front matter: a gap of the clock is an error, a doubled hour a warning") {
  CHECK(read("timezone: Europe/Berlin\nstarted_at: 2025-03-30 02:30").findings() == "3 time-nonexistent\n");
  CHECK(read("timezone: Europe/Berlin\nstarted_at: 2025-10-26 02:30").findings() == "3 time-ambiguous\n");
}

TEST_CASE("front matter: severities are known by name, title and alias") {
  CHECK(read("severity: SEV2").postmortem.severity == 1);
  CHECK(read("severity: sev-2").postmortem.severity == 1);
  CHECK(read("severity: Critical").postmortem.severity == 0);
  CHECK(read("severity: 3").postmortem.severity == 2);
  CHECK(read("severity: SEV9").findings() == "2 value-not-allowed\n");
}

TEST_CASE("front matter: a trigger's alias becomes its name; a slip of it gets a hint; a free term its own name") {
  CHECK(read("triggers: [Release]").postmortem.terms[index_of(TermKind::trigger)] ==
        std::vector<std::string>{"deploy"});
  const Read slip = read("triggers: [deplyo]");
  CHECK(slip.findings() == "2 near-miss-term\n");
  CHECK(slip.diagnostics.all()[0].hint == "did you mean \"deploy\"?");
  CHECK(read("triggers: [lightning]").findings() == "2 unlisted-term\n");
  CHECK(read("services: [lightning]").findings().empty());  // no vocabulary for services: all are free
}

TEST_CASE("front matter: other tools' names are read, and mentioned once") {
  const Read result = read("start_time: 2025-07-04T14:02Z\nend_time: 2025-07-04T15:02Z\naffected: checkout");
  CHECK(result.postmortem.time(Milestone::resolved));
  CHECK(result.postmortem.terms[index_of(TermKind::service)] == std::vector<std::string>{"checkout"});
  CHECK(result.findings() == "2 key-alias\n3 key-alias\n4 key-alias\n");
}

TEST_CASE("front matter: the canonical name wins over an alias") {
  const Read result = read("start_time: 2024-01-01T00:00Z\nstarted_at: 2025-07-04T14:02Z");
  CHECK(format_iso(*result.postmortem.time(Milestone::started)) == "2025-07-04T14:02:00Z");
}

TEST_CASE("front matter: an unknown key gets the nearest field") {
  const Read result = read("strated_at: 2025-07-04T14:02Z");
  REQUIRE(result.diagnostics.all().size() == 1);
  CHECK(result.diagnostics.all()[0].hint == "did you mean \"started_at\"?");
}

TEST_CASE("front matter: incident words in `status` are taken for the state") {
  const Read result = read("status: resolved");
  CHECK(result.postmortem.stated_state == State::resolved);
  CHECK(result.postmortem.status == DocumentStatus::final_version);
  CHECK(read("state: open").findings() == "2 status-word\n");
}

TEST_CASE("front matter: an unknown visibility is an error, never public") {
  const Read result = read("visibility: pubic");
  CHECK(result.findings() == "2 value-not-allowed\n");
  CHECK(result.postmortem.visibility == Visibility::internal);
}

TEST_CASE("front matter: values of the wrong shape are errors, one a field") {
  CHECK(read("title: [a]\nservices: {a: b}\nstarted_at: [2025-01-01]\ntimeline: x").findings() ==
        "2 value-type\n3 value-type\n4 value-type\n5 value-type\n");
}

TEST_CASE("front matter: ids are fit for addresses") {
  CHECK(read("id: INC-0142").postmortem.id == "INC-0142");
  for (const char* id : {"../x", "a b", "a/b", "...", "ä"}) {
    CAPTURE(id);
    CHECK(read("id: \"" + std::string(id) + "\"").findings() == "2 bad-id\n");
  }
}

TEST_CASE("default ids come from the file name, or from the folder if the name says nothing") {
  CHECK(default_id("2025/2025-03-04 Checkout (502).md") == "2025-03-04-Checkout-502");
  CHECK(default_id("2025-03-04-checkout/index.md") == "2025-03-04-checkout");
  CHECK(default_id("PM2020-001 - Inotify.md") == "PM2020-001-Inotify");
  CHECK(default_id("übersicht.md") == "ubersicht");
  CHECK(default_id("...md") == "postmortem");
}

TEST_CASE("front matter: aliases are paths inside the site") {
  CHECK(read("aliases: [/old/name.html, older/]").postmortem.aliases ==
        std::vector<std::string>{"old/name.html", "older/index.html"});
  CHECK(read("aliases: [../../x.html]").findings() == "2 bad-alias\n");
}

TEST_CASE("front matter: action items keep owner, dates and ticket") {
  const Read result = read(
      "action_items:\n  - title: Alert on `queue age`\n    status: todo\n    type: detect\n    owner: RK\n    due: "
      "2025-04-01\n"
      "    ticket: https://tracker.example.org/SHOP-1\n  - task: Old name\n    status: open\n");
  REQUIRE(result.postmortem.action_items.size() == 2);
  const ActionItem& item = result.postmortem.action_items[0];
  CHECK(item.title.text == "Alert on queue age");
  CHECK(item.title.html == "Alert on <code>queue age</code>");
  CHECK(item.status == ActionStatus::todo);
  CHECK(item.owner == "RK");
  CHECK(format_date(*item.due) == "2025-04-01");
  CHECK(item.ticket->url == "https://tracker.example.org/SHOP-1");
  CHECK(result.findings() == "9 key-alias\n10 value-not-allowed\n");
}

TEST_CASE("front matter: exclusion takes a reason or a yes") {
  CHECK(read("exclude_from_metrics: true").postmortem.excluded_because == "");
  CHECK(read("exclude_from_metrics: the start is a guess").postmortem.excluded_because == "the start is a guess");
  CHECK_FALSE(read("exclude_from_metrics: false").postmortem.excluded_because);
}

TEST_CASE("front matter: a source that is no web address is refused") {
  CHECK(read("source: javascript:alert(1)").findings() == "2 value-not-allowed\n");
  CHECK(read("source: javascript:alert(1)").postmortem.source.empty());
}

}  // namespace hindsight
