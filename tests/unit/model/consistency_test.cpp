#include "model/consistency.hpp"

#include <doctest/doctest.h>

#include "unit/model/fixture.hpp"

namespace hindsight {
namespace {

const Date today = *scan_date("2025-11-20");

std::string findings(const Postmortem& postmortem) {
  Diagnostics diagnostics;
  check_consistency(postmortem, today, diagnostics);
  std::string text;
  for (const Diagnostic& item : diagnostics.all()) text += std::string(rule_info(item.rule).id) + " ";
  return text;
}

}  // namespace

TEST_CASE("consistency: an end before the start is an error, once") {
  Postmortem postmortem = incident("a", "2025-03-04T14:00Z", "2025-03-04T13:00Z");
  postmortem.time(Milestone::mitigated) = at("2025-03-04T12:00Z");
  CHECK(findings(postmortem) == "time-order ");
}

TEST_CASE("consistency: an inferred time that contradicts a stated one is left out") {
  Diagnostics diagnostics;
  Postmortem postmortem = incident("a", "2025-03-04T14:00Z", "2025-03-04T15:00Z");
  postmortem.time(Milestone::detected) = at("2025-03-04T13:59Z");
  postmortem.add_origin(
      {"detected_at", 7, 1,
       std::make_shared<const Evidence>(Evidence{7, "13:59 first alert", "timeline", Confidence::guessed}), true});
  postmortem = without_implausible_times(postmortem, today, diagnostics);
  CHECK_FALSE(postmortem.time(Milestone::detected));
  CHECK(postmortem.origin("detected_at") == nullptr);
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].rule == Rule::implausible_inference);
  CHECK(diagnostics.all()[0].location.line == 7);
  CHECK(findings(postmortem).empty());
}

TEST_CASE("consistency: inferred times in the future are left out, so that no old document stops a build") {
  Diagnostics diagnostics;
  Postmortem postmortem = incident("a", "2052-03-04T14:00Z", "2052-03-04T15:00Z");
  postmortem.add_origin({"started_at", 3, 1, std::make_shared<const Evidence>(Evidence{}), true});
  postmortem.add_origin({"resolved_at", 5, 1, std::make_shared<const Evidence>(Evidence{}), true});
  postmortem = without_implausible_times(postmortem, today, diagnostics);
  CHECK(findings(postmortem).empty());
  CHECK(diagnostics.count(Level::warning) == 2);
}

TEST_CASE("consistency: approximate times may overlap, and days are compared as days") {
  CHECK(findings(incident("a", "~2025-03-04T14:00Z", "2025-03-04T13:00Z")).empty());
  CHECK(findings(incident("a", "2025-03-04T14:00Z", "2025-03-04")).empty());
  CHECK(findings(incident("a", "2025-03-04T14:00Z", "2025-03-03")) == "time-order ");
}

TEST_CASE("consistency: mitigation may come before anybody acknowledged") {
  Postmortem postmortem = incident("a", "2025-03-04T14:00Z", "2025-03-04T15:00Z");
  postmortem.time(Milestone::mitigated) = at("2025-03-04T14:10Z");
  postmortem.time(Milestone::acknowledged) = at("2025-03-04T14:20Z");
  CHECK(findings(postmortem).empty());
}

TEST_CASE("consistency: the future begins two days after today, because somewhere it already is tomorrow") {
  CHECK(findings(incident("a", "2025-11-21T23:00Z")).empty());
  CHECK(findings(incident("a", "2025-11-22T01:00Z")) == "time-future ");
  CHECK(findings(incident("a", "2052-03-04T14:00Z", "2052-03-04T15:00Z")) == "time-future time-future ");
}

TEST_CASE("consistency: more than 30 days are an outlier, unless the incident is left out of metrics") {
  Postmortem postmortem = incident("a", "2025-03-04T14:00Z", "2025-04-03T14:00Z");
  CHECK(findings(postmortem).empty());
  postmortem.time(Milestone::resolved) = at("2025-04-03T14:01Z");
  CHECK(findings(postmortem) == "duration-outlier ");
  postmortem.excluded_because = "a slow leak";
  CHECK(findings(postmortem).empty());
}

TEST_CASE("consistency: open items want an owner, finished ones do not") {
  Postmortem postmortem = incident("a", "2025-03-04T14:00Z");
  for (const ActionStatus status :
       {ActionStatus::todo, ActionStatus::unknown, ActionStatus::done, ActionStatus::wontdo}) {
    ActionItem item;
    item.title.text = "x";
    item.status = status;
    postmortem.action_items.push_back(item);
  }
  CHECK(findings(postmortem) == "action-without-owner action-without-owner ");
}

TEST_CASE("consistency: front matter should have a title and a start; a document without front matter need not") {
  Postmortem postmortem = incident("a", "");
  CHECK(findings(postmortem).empty());
  postmortem.has_front_matter = true;
  CHECK(findings(postmortem) == "missing-field missing-field ");
}

}  // namespace hindsight
