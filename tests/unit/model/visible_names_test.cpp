#include "model/visible_names.hpp"

#include <doctest/doctest.h>

namespace hindsight {

TEST_CASE("visible names: what nobody can see is shown in titles, terms and people, and reported where it stands") {
  Postmortem postmortem;
  postmortem.file = "content/a.md";
  postmortem.title = "Pay\u200Bments";
  postmortem.add_origin({"title", 2, 8, nullptr, false});
  postmortem.terms[index_of(TermKind::service)] = {"pay\u2060", "plain"};
  postmortem.authors = {"A\u202EB"};
  Diagnostics diagnostics;
  const Postmortem shown = with_visible_names(postmortem, diagnostics);
  CHECK(shown.title == "Pay\u2426ments");
  CHECK(shown.terms[index_of(TermKind::service)][0] == "pay\u2426");
  CHECK(shown.terms[index_of(TermKind::service)][1] == "plain");
  CHECK(shown.authors[0] == "A\u2426B");
  REQUIRE(diagnostics.all().size() == 2);  // whoever read the file has told of the direction
  CHECK(diagnostics.all()[0].location == Location{"content/a.md", 2, 8});
}

}  // namespace hindsight
