#include "base/passes.hpp"

#include <doctest/doctest.h>

#include "base/parallel.hpp"

namespace hindsight {

TEST_CASE("passes: one after the other, each with what it did, counted from several threads") {
  Passes passes;
  passes.begin("read", "documents", 500);
  parallel_for(500, 4, [&](std::size_t) { passes.advance(3); });
  passes.begin("write", "files", 2);
  passes.advance();
  passes.end();
  passes.end();
  REQUIRE(passes.all().size() == 2);
  CHECK(passes.all()[0].name == "read");
  CHECK(passes.all()[0].done == 500);
  CHECK(passes.all()[0].bytes == 1500);
  CHECK(passes.all()[0].peak > 0);
  CHECK(passes.all()[1].items == 2);
  CHECK(passes.all()[1].done == 1);
  CHECK(passes.all()[1].bytes == 0);
}

TEST_CASE("passes: whoever watches sees the running pass") {
  std::size_t seen = 0;
  Passes passes([&](const Passes::Pass& pass) { seen = pass.done; });
  passes.begin("read", "documents", 3);
  passes.advance();
  CHECK(seen == 1);
}

}  // namespace hindsight
