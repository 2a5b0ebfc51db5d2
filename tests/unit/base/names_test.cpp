#include "base/names.hpp"

#include <doctest/doctest.h>

#include "base/unicode.hpp"

namespace hindsight {

TEST_CASE("names: what Windows reserves, drops or refuses is found in every part of a path") {
  for (const char* path :
       {"aux.md", "a/CON/b.md", "nul.tar.gz", "LPT9.txt", "com\u00B9.log", "x./y", "x /y", "a:b", "a?", "PRN .txt"}) {
    CAPTURE(path);
    CHECK(portability_problem(path));
  }
  for (const char* path :
       {"auxiliary.md", "a/console/b.md", "com10.txt", "com.txt", "\u00FCber/x.md", ".x", "a b/c.d"}) {
    CAPTURE(path);
    CHECK_FALSE(portability_problem(path));
  }
}

TEST_CASE("names: a path is text of a length that every file system takes") {
  CHECK(problem_of_name("a\nb") == "a control character");
  CHECK(problem_of_name("caf\xE9.md") == "bytes that are not UTF-8");
  CHECK(problem_of_name("a\\b") == "a backslash");
  CHECK(problem_of_name("a/" + std::string(241, 'x')));
  CHECK_FALSE(problem_of_name("2024/\u00FCber/" + std::string(240, 'x')));
}

TEST_CASE("names: file systems that ignore case and Unicode forms take these for one") {
  CHECK(fold_name("Graph.PNG") == fold_name("graph.png"));
  CHECK(fold_name("\u00E9.png") == fold_name("E\u0301.png"));
  CHECK(fold_name("\u00C5/x") == fold_name("\u212B/x"));
  CHECK(fold_name("strasse") != fold_name("stra\u00DFe"));
}

}  // namespace hindsight
