#include "model/groups.hpp"

#include <utility>

#include <doctest/doctest.h>

#include "model/metrics.hpp"
#include "unit/model/fixture.hpp"

namespace hindsight {
namespace {

Site sample_site() {
  std::vector<Postmortem> postmortems = {incident("c", "2025-04-01T00:30Z"), incident("b", "2025-03-31T23:30Z"),
                                         incident("a", "2024-12-31T23:30Z"), incident("undated", "")};
  postmortems[0].terms[index_of(TermKind::service)] = {"api", "web"};
  postmortems[1].terms[index_of(TermKind::service)] = {"web"};
  Corpus corpus;
  corpus.postmortems = std::move(postmortems);
  return derive_site({}, std::move(corpus), *scan_date("2025-05-01"));
}

std::string text_of(const std::vector<Group>& groups) {
  std::string text;
  for (const Group& group : groups) text += group.name + ":" + std::to_string(group.incidents.size()) + " ";
  return text;
}

}  // namespace

TEST_CASE("groups: years and quarters are newest first, and quarters end where they should") {
  const Site site = sample_site();
  CHECK(text_of(group_incidents(site, GroupBy::year, all_incidents(site))) == "2025:2 2024:1 ");
  CHECK(text_of(group_incidents(site, GroupBy::quarter, all_incidents(site))) == "2025-Q2:1 2025-Q1:1 2024-Q4:1 ");
}

TEST_CASE("groups: an incident with two services is in both, one without is in none") {
  const Site site = sample_site();
  CHECK(text_of(group_incidents(site, GroupBy::service, all_incidents(site))) == "api:1 web:2 ");
  CHECK(group_incidents(site, GroupBy::team, all_incidents(site)).empty());
}

TEST_CASE("groups: both bounds of a selection belong to it, and the undated are outside any bound") {
  const Site site = sample_site();
  CHECK(select_incidents(site, {}).size() == 4);
  CHECK(select_incidents(site, {scan_date("2024-12-31"), scan_date("2025-03-31")}).size() == 2);
  CHECK(select_incidents(site, {scan_date("2025-04-01"), std::nullopt}).size() == 1);
}

}  // namespace hindsight
