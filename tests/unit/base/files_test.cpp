#include "base/files.hpp"

#include <doctest/doctest.h>

#include "base/fatal.hpp"

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

TEST_CASE("a file that has more bytes than it says is not read for ever") {
  CHECK_THROWS_AS(read_file("/proc/self/status"), Fatal);
}

TEST_CASE("a link, a device and a folder are no files, and what can't be looked at is no absence") {
  CHECK_FALSE(regular_file_exists("/dev/null"));
  CHECK_FALSE(regular_file_exists("/dev/null/x"));
  CHECK_THROWS_AS(regular_file_exists("/" + std::string(5000, 'x')), Fatal);
  CHECK_THROWS_AS(own_file_exists("/dev/null"), Fatal);
  CHECK_THROWS_AS(own_folder_exists("/proc/self/cwd"), Fatal);
  CHECK(folder_exists("/proc/self/cwd"));
}

TEST_CASE("extensions are in lower case and belong to the file name alone") {
  CHECK(extension_of("a.b/Photo.PNG") == "png");
  CHECK(extension_of("a.b/README").empty());
}

}  // namespace hindsight
