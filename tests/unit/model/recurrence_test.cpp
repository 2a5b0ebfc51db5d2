#include "model/recurrence.hpp"

#include <algorithm>
#include <optional>
#include <random>
#include <utility>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "model/action_items.hpp"
#include "model/durations.hpp"
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
    return relation_between(site, at_id(site, a), at_id(site, b));
  };
  CHECK(relation("a", "b") == Relation::root_cause);
  CHECK_FALSE(relation("a", "c"));
  CHECK(relation("a", "d") == Relation::trigger_and_service);
  CHECK(relation("c", "d") == Relation::trigger_and_service);
  CHECK_FALSE(relation("a", "e"));
  CHECK(recurrences_since(site, at_id(site, "a"), 9).count == 2);
  CHECK(recurrences_since(site, at_id(site, "d"), 9).count == 0);
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
  const Recurrences since = recurrences_since(site, at_id(site, "a"), 9);
  REQUIRE(since.newest.size() == 1);
  CHECK(since.newest[0].incident == at_id(site, "b"));
  CHECK(since.newest[0].relation == Relation::stated);
  CHECK(since.count == 1);
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
  const OpenPromises& open = site.promises[at_id(site, "b")];
  REQUIRE(open.count == 2);
  REQUIRE(open.newest.size() == 2);
  CHECK(open.newest[0].item == 0);
  CHECK(open.newest[1].item == 2);
  CHECK(site.promises[at_id(site, "a")].count == 0);
}

TEST_CASE("recurrence: groups say what going through all pairs says") {
  std::mt19937 random(7);
  const auto up_to = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n)(random); };
  const auto some_of = [&](std::string_view prefix, std::size_t most) {
    std::vector<std::string> names;
    for (std::size_t count = up_to(most); names.size() < count;)
      names.push_back(std::string(prefix) + std::to_string(up_to(3)));
    return names;
  };
  const auto day = [&](int year) { return fmt::format("{}-{:02}-{:02}", year, up_to(11) + 1, up_to(27) + 1); };
  std::vector<Postmortem> postmortems;
  for (std::size_t n = 0; n < 150; ++n) {
    const std::string start = up_to(20) == 0 ? "" : day(2023 + static_cast<int>(up_to(2))) + "T10:00Z";
    const std::string end =
        start.empty() || up_to(4) == 0 ? "" : start.substr(0, 10) + fmt::format("T1{}:30Z", up_to(3));
    Postmortem made =
        with_terms(incident("p" + std::to_string(n), start, end), some_of("c", 2), some_of("t", 2), some_of("s", 2));
    if (up_to(15) == 0) made.kind = IncidentKind::drill;
    if (up_to(6) == 0) made.recurrence_of = "p" + std::to_string(up_to(n));
    for (std::size_t count = up_to(3); made.action_items.size() < count;) {
      ActionItem item;
      item.title.text = "item";
      item.status = static_cast<ActionStatus>(up_to(4));
      if (up_to(2) == 0) item.opened = scan_date(day(2024));
      if (up_to(3) != 0) item.closed = scan_date(day(2025));
      made.action_items.push_back(std::move(item));
    }
    postmortems.push_back(std::move(made));
  }
  const Site site = site_of(std::move(postmortems));
  const std::vector<Postmortem>& all = site.corpus.postmortems;
  const auto start_of = [&](std::size_t i) { return dated_by(all[i]); };
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::size_t later = 0;
    std::size_t open = 0;
    for (std::size_t other = 0; other < all.size(); ++other) {
      const bool counts = can_recur(all[i]) && start_of(i) && relation_between(site, i, other);
      if (!counts) continue;
      later += start_of(other) && start_of(other)->at > start_of(i)->at ? 1 : 0;
      for (const ActionItem& item : all[other].action_items) {
        const std::optional<Window> window = open_window(all[other], item, site.today);
        open += item.status != ActionStatus::unknown && window && window->after <= start_of(i)->at &&
                        start_of(i)->at < window->before
                    ? 1
                    : 0;
      }
    }
    const Recurrences since = recurrences_since(site, i, 4);
    CHECK(since.count == later);
    CHECK(since.newest.size() == std::min<std::size_t>(later, 4));
    CHECK(std::ranges::is_sorted(since.newest, {}, &RelatedIncident::incident));
    CHECK(site.promises[i].count == open);
    CHECK(site.promises[i].newest.size() == std::min<std::size_t>(open, 10));
    for (std::size_t index = 0; index < all[i].action_items.size(); ++index) {
      const TrackedAction action = track_action(site, i, index);
      const std::optional<Window> window = open_window(all[i], all[i].action_items[index], site.today);
      REQUIRE(window.has_value() == action.cost.has_value());
      if (!window) continue;
      Cost cost;
      std::vector<seconds> lengths;
      for (std::size_t other = 0; other < all.size(); ++other) {
        const bool counts = relation_between(site, i, other) && start_of(other) &&
                            start_of(other)->at >= window->after && start_of(other)->at < window->before;
        if (!counts) continue;
        const std::optional<seconds> downtime = duration_of(all[other], Measure::downtime);
        ++cost.count;
        cost.downtime += downtime.value_or(seconds(0));
        cost.unknown += downtime ? 0 : 1;
        lengths.push_back(downtime.value_or(seconds(-1)));
      }
      CHECK(action.cost->count == cost.count);
      CHECK(action.cost->downtime == cost.downtime);
      CHECK(action.cost->unknown == cost.unknown);
      std::ranges::sort(lengths, std::ranges::greater());
      lengths.resize(std::min<std::size_t>(lengths.size(), 5));
      std::vector<seconds> found;
      for (const std::size_t other : costliest_incidents(site, action, 5))
        found.push_back(duration_of(all[other], Measure::downtime).value_or(seconds(-1)));
      CHECK(found == lengths);
    }
  }
}

}  // namespace hindsight
