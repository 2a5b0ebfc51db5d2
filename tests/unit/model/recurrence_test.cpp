#include "model/recurrence.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <doctest/doctest.h>

#include "model/action_items.hpp"
#include "unit/model/fixture.hpp"

namespace hindsight {
namespace {

Postmortem with_terms(Postmortem postmortem, std::vector<std::string> causes, std::vector<std::string> triggers,
                      std::vector<std::string> services) {
  postmortem.terms[index_of(TermKind::root_cause)] = std::move(causes);
  postmortem.terms[index_of(TermKind::trigger)] = std::move(triggers);
  postmortem.terms[index_of(TermKind::service)] = std::move(services);
  return postmortem;
}

Site site_of(std::vector<Postmortem> postmortems) {
  Diagnostics diagnostics;
  return derive_site({}, make_corpus(std::move(postmortems), Edition::internal, diagnostics), *scan_date("2025-12-01"));
}

std::size_t at_id(const Site& site, std::string_view id) { return site.corpus.by_id.find(id)->second; }

}  // namespace

TEST_CASE("recurrence: a root cause in common; where both name causes, trigger and service do not matter") {
  const Site site = site_of({with_terms(incident("a", "2025-01-01T10:00Z"), {"x"}, {"deploy"}, {"api"}),
                             with_terms(incident("b", "2025-02-01T10:00Z"), {"x", "z"}, {}, {}),
                             with_terms(incident("c", "2025-03-01T10:00Z"), {"y"}, {"deploy"}, {"api"}),
                             with_terms(incident("d", "2025-04-01T10:00Z"), {}, {"deploy"}, {"api"}),
                             with_terms(incident("e", "2025-05-01T10:00Z"), {}, {"deploy"}, {"web"})});
  const auto relation = [&](std::string_view a, std::string_view b) -> std::optional<Relation> {
    const std::vector<RelatedIncident> related = related_incidents(site, at_id(site, a));
    const auto found = std::ranges::find(related, at_id(site, b), &RelatedIncident::incident);
    return found == related.end() ? std::nullopt : std::optional(found->relation);
  };
  CHECK(relation("a", "b") == Relation::root_cause);
  CHECK_FALSE(relation("a", "c"));
  CHECK(relation("a", "d") == Relation::trigger_and_service);
  CHECK(relation("c", "d") == Relation::trigger_and_service);
  CHECK_FALSE(relation("a", "e"));
  CHECK(recurrences_since(site, at_id(site, "a")).size() == 2);
  CHECK(recurrences_since(site, at_id(site, "d")).empty());
}

TEST_CASE("recurrence: what a postmortem states counts, in both directions; duplicates and drills never do") {
  std::vector<Postmortem> postmortems = {with_terms(incident("a", "2025-01-01T10:00Z"), {"x"}, {}, {}),
                                         incident("b", "2025-02-01T10:00Z"),
                                         with_terms(incident("c", "2025-03-01T10:00Z"), {"x"}, {}, {}),
                                         with_terms(incident("d", "2025-04-01T10:00Z"), {"x"}, {}, {})};
  postmortems[1].recurrence_of = "a";
  postmortems[2].duplicate_of = "a";
  postmortems[3].kind = IncidentKind::drill;
  const Site site = site_of(std::move(postmortems));
  REQUIRE(recurrences_since(site, at_id(site, "a")).size() == 1);
  CHECK(recurrences_since(site, at_id(site, "a"))[0].incident == at_id(site, "b"));
  CHECK(related_incidents(site, at_id(site, "b"))[0].relation == Relation::stated);
}

TEST_CASE("recurrence: promises that were open when an incident began") {
  Postmortem earlier = with_terms(incident("a", "2025-01-01T10:00Z", "2025-01-01T11:00Z"), {"x"}, {}, {});
  const auto add = [&](std::string title, ActionStatus status, std::string_view closed) {
    ActionItem item;
    item.title.text = std::move(title);
    item.status = status;
    if (!closed.empty()) item.closed = scan_date(closed);
    earlier.action_items.push_back(std::move(item));
  };
  add("open still", ActionStatus::todo, "");
  add("closed before", ActionStatus::done, "2025-01-20");
  add("closed later", ActionStatus::done, "2025-03-01");
  add("closed on a day nobody knows", ActionStatus::done, "");
  add("not stated", ActionStatus::unknown, "");
  const Site site = site_of({earlier, with_terms(incident("b", "2025-02-01T10:00Z"), {"x"}, {}, {})});
  const std::vector<OpenThen> open = actions_open_then(site, at_id(site, "b"));
  REQUIRE(open.size() == 2);
  CHECK(open[0].item == 0);
  CHECK(open[1].item == 2);
  CHECK(actions_open_then(site, at_id(site, "a")).empty());
}

}  // namespace hindsight
