#include "model/corpus.hpp"

#include <doctest/doctest.h>

#include "unit/model/fixture.hpp"

namespace hindsight {
namespace {

std::string order_of(const Corpus& corpus) {
  std::string text;
  for (const Postmortem& postmortem : corpus.postmortems) text += postmortem.id + " ";
  return text;
}

}  // namespace

TEST_CASE("corpus: newest first, undated last, by id where nothing else tells") {
  Diagnostics diagnostics;
  const Corpus corpus = make_corpus({incident("u2", ""), incident("a", "2024-01-01T00:00Z"), incident("u1", ""),
                                     incident("b", "2025-01-01T00:00Z"), incident("a2", "2024-01-01T00:00Z")},
                                    Edition::internal, diagnostics);
  CHECK(order_of(corpus) == "b a a2 u1 u2 ");
  CHECK(diagnostics.all().empty());
}

TEST_CASE("corpus: each of many finds its place, whatever their order") {
  Diagnostics diagnostics;
  std::vector<Postmortem> shuffled;
  std::string expected;
  for (int year = 2029; year > 2000; --year) expected += std::to_string(year) + " ";
  for (int step = 0; step < 29; ++step) {
    const std::string year = std::to_string(2001 + step * 12 % 29);
    shuffled.push_back(incident(year, year + "-01-01T00:00Z"));
  }
  CHECK(order_of(make_corpus(std::move(shuffled), Edition::internal, diagnostics)) == expected);
}

TEST_CASE("corpus: two postmortems with one id are an error that names both, also when only case differs") {
  Diagnostics diagnostics;
  Postmortem second = incident("A", "2025-01-01T00:00Z");
  second.path = "z/A.md";
  second.file = "content/z/A.md";
  make_corpus({incident("a", "2024-01-01T00:00Z"), second}, Edition::internal, diagnostics);
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].rule == Rule::duplicate_id);
  CHECK(diagnostics.all()[0].location.file == "content/z/A.md");
  CHECK(diagnostics.all()[0].found == "id \"A\" is taken by content/a.md");
}

TEST_CASE("corpus: an alias belongs to one postmortem and to no page") {
  Diagnostics diagnostics;
  Postmortem first = incident("a", "2024-01-01T00:00Z");
  first.aliases = {"old.html", "incidents/b.html"};
  Postmortem second = incident("b", "2025-01-01T00:00Z");
  second.aliases = {"Old.html"};
  make_corpus({first, second}, Edition::internal, diagnostics);
  CHECK(diagnostics.all().size() == 2);
  for (const Diagnostic& item : diagnostics.all()) CHECK(item.rule == Rule::duplicate_alias);
}

TEST_CASE("corpus: a reference to nothing gets the nearest id") {
  Diagnostics diagnostics;
  Postmortem postmortem = incident("2025-checkout", "2025-01-01T00:00Z");
  postmortem.recurrence_of = "2024-chekout";
  make_corpus({postmortem, incident("2024-checkout", "2024-01-01T00:00Z")}, Edition::internal, diagnostics);
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].hint == "did you mean \"2024-checkout\"?");
}

TEST_CASE("corpus: the public edition holds public postmortems only, and nothing that names the others") {
  Diagnostics diagnostics;
  Postmortem open = incident("open", "2025-01-01T00:00Z");
  open.visibility = Visibility::public_page;
  open.related = {"secret"};
  open.recurrence_of = "secret";
  const Corpus corpus = make_corpus({open, incident("secret", "2024-01-01T00:00Z")}, Edition::public_only, diagnostics);
  CHECK(order_of(corpus) == "open ");
  CHECK(corpus.postmortems[0].related.empty());
  CHECK(corpus.postmortems[0].recurrence_of.empty());
  CHECK(diagnostics.all().empty());
}

}  // namespace hindsight
