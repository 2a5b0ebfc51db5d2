#include "base/files.hpp"

#include <doctest/doctest.h>

namespace hindsight {

TEST_CASE("paths are resolved inside their root, or not at all") {
  CHECK(resolve_inside("2024/05", "graph.png") == "2024/05/graph.png");
  CHECK(resolve_inside("2024/05", "../06/./x.md") == "2024/06/x.md");
  CHECK(resolve_inside("", "x.md") == "x.md");
  CHECK(resolve_inside("a", "../../x").empty());
  CHECK(resolve_inside("a", "/etc/passwd").empty());
  CHECK(resolve_inside("a", "..\\x").empty());
  CHECK(resolve_inside("a", std::string_view("x\0y", 3)).empty());
}

TEST_CASE("extensions are in lower case and belong to the file name alone") {
  CHECK(extension_of("a.b/Photo.PNG") == "png");
  CHECK(extension_of("a.b/README").empty());
}

}  // namespace hindsight
