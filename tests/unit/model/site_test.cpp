#include "model/site.hpp"

#include <doctest/doctest.h>

#include "unit/model/fixture.hpp"

namespace hindsight {
namespace {

const Date today = *scan_date("2025-11-20");

Site site_of(std::vector<Postmortem> postmortems, SiteConfig config = {}) {
  config.vocabularies[index_of(TermKind::severity)] = default_severities();
  Diagnostics diagnostics;
  return derive_site(std::move(config), make_corpus(std::move(postmortems), Edition::internal, diagnostics), today);
}

}  // namespace

TEST_CASE("taxonomies: listed terms come first in their order, then the others by name; unused ones stay") {
  SiteConfig config;
  config.vocabularies[index_of(TermKind::trigger)] = {{"deploy", "Deploy", "d", "", {}, {}},
                                                      {"attack", "", "", "", {}, {}}};
  Postmortem postmortem = incident("a", "2025-03-04T14:00Z");
  postmortem.terms[index_of(TermKind::trigger)] = {"zebra", "attack", "Ant"};
  const Site site = site_of({postmortem}, config);
  const Taxonomy& triggers = site.taxonomy(TermKind::trigger);
  REQUIRE(triggers.terms.size() == 4);
  CHECK(triggers.terms[0].title == "Deploy");
  CHECK(triggers.terms[0].incidents.empty());
  CHECK(triggers.terms[1].slug == "attack");
  CHECK(triggers.terms[2].slug == "ant");
  CHECK_FALSE(triggers.terms[3].listed);
  CHECK(site.terms_of[0][index_of(TermKind::trigger)] == std::vector<std::size_t>{3, 1, 2});
}

TEST_CASE("taxonomies: spellings with one slug are one term, counted once an incident") {
  Postmortem postmortem = incident("a", "2025-03-04T14:00Z");
  postmortem.terms[index_of(TermKind::service)] = {"Check out", "check-out"};
  const Site site = site_of({postmortem});
  REQUIRE(site.taxonomy(TermKind::service).terms.size() == 1);
  CHECK(site.taxonomy(TermKind::service).terms[0].incidents.size() == 1);
}

TEST_CASE("years: newest first, by the day that pages print; undated incidents apart") {
  Postmortem day = incident("day", "2025-01-01");
  const Site site =
      site_of({incident("a", "2024-12-31T23:30Z"), day, incident("b", ""), incident("c", "2025-06-01T00:00Z")});
  REQUIRE(site.years.size() == 2);
  CHECK(site.years[0].year == 2025);
  CHECK(site.years[0].incidents.size() == 2);
  CHECK(site.undated.size() == 1);
}

TEST_CASE("actions: age runs from the opening, else the end, else the start of the incident; oldest first") {
  Postmortem first = incident("a", "2025-11-01T10:00Z", "2025-11-02T10:00Z");
  Postmortem second = incident("b", "2025-11-05T10:00Z");
  ActionItem item;
  item.title.text = "x";
  item.status = ActionStatus::todo;
  first.action_items = {item};
  item.opened = *scan_date("2025-10-01");
  second.action_items = {item};
  item.opened.reset();
  second.action_items.push_back(item);
  const Site site = site_of({first, second});
  REQUIRE(site.actions.size() == 3);
  CHECK(site.actions[0].age_days == 50);
  CHECK(site.actions[1].age_days == 18);
  CHECK(site.actions[2].age_days == 15);
}

TEST_CASE("actions: overdue means open with a due date before today") {
  Postmortem postmortem = incident("a", "2025-11-01T10:00Z");
  for (const ActionStatus status : {ActionStatus::todo, ActionStatus::done}) {
    for (const char* due : {"2025-11-19", "2025-11-20"}) {
      ActionItem item;
      item.title.text = due;
      item.status = status;
      item.due = scan_date(due);
      postmortem.action_items.push_back(item);
    }
  }
  const Site site = site_of({postmortem});
  CHECK(std::ranges::count_if(site.actions, &TrackedAction::overdue) == 1);
}

TEST_CASE("actions: the items of a duplicate are not counted") {
  Postmortem duplicate = incident("a", "2025-11-01T10:00Z");
  duplicate.duplicate_of = "b";
  duplicate.action_items.emplace_back();
  CHECK(site_of({duplicate, incident("b", "2025-11-01T10:00Z")}).actions.empty());
}

}  // namespace hindsight
