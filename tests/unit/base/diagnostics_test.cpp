#include "base/diagnostics.hpp"

#include <doctest/doctest.h>

namespace hindsight {

TEST_CASE("rules: the table is in the order of the enumeration, ids are unique") {
  int index = 0;
  for (const RuleInfo& info : all_rules()) {
    CHECK(static_cast<int>(info.rule) == index++);
    CHECK(find_rule(info.id) == info.rule);
    CHECK(info.summary.ends_with('.'));
  }
}

TEST_CASE("diagnostics are sorted by place, whatever the order of the passes, and repeats are dropped") {
  Diagnostics diagnostics;
  diagnostics.add(Rule::broken_link, {"b.md", 2, 1}, "x");
  diagnostics.add(Rule::broken_link, {"a.md", 10, 1}, "y");
  diagnostics.add(Rule::broken_link, {"a.md", 9, 5}, "z");
  diagnostics.add(Rule::broken_link, {"a.md", 9, 5}, "z");
  diagnostics.sort();
  REQUIRE(diagnostics.all().size() == 3);
  CHECK(diagnostics.all()[0].location.line == 9);
  CHECK(diagnostics.all()[2].location.file == "b.md");
}

TEST_CASE("diagnostics: strict makes warnings errors and leaves hints alone") {
  Diagnostics diagnostics;
  diagnostics.add(Rule::unknown_key, {"a.md", 1, 1}, "x");
  diagnostics.add(Rule::no_front_matter, {"a.md", 1, 1}, "y");
  CHECK_FALSE(diagnostics.has_errors());
  diagnostics.make_strict();
  CHECK(diagnostics.count(Level::error) == 1);
  CHECK(diagnostics.count(Level::hint) == 1);
}

TEST_CASE("diagnostics: site.yml may raise, lower or switch off a rule") {
  Diagnostics diagnostics;
  diagnostics.add(Rule::unknown_key, {"a.md", 1, 1}, "x");
  diagnostics.add(Rule::no_front_matter, {"a.md", 1, 1}, "y");
  diagnostics.set_levels({{Rule::unknown_key, std::nullopt}, {Rule::no_front_matter, Level::error}});
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].level == Level::error);
}

}  // namespace hindsight
