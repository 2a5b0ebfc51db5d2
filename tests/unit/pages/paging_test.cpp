#include "pages/paging.hpp"

#include <set>
#include <string>

#include <doctest/doctest.h>

namespace hindsight {

TEST_CASE("paging: every row stands on exactly one page, at most 500 on each") {
  for (const std::size_t total : {0U, 1U, 499U, 500U, 501U, 1000U, 1001U, 9874U}) {
    std::size_t next = 0;
    const std::vector<ListPart> parts = split_list(total);
    for (const ListPart& part : parts) {
      CHECK(part.begin == next);
      CHECK(part.end - part.begin <= rows_on_page);
      CHECK(part.parts == parts.size());
      CHECK(part.total == total);
      next = part.end;
    }
    CHECK(next == total);
    CHECK(parts.size() == (total == 0 ? 1 : (total + 499) / 500));
  }
}

TEST_CASE("paging: the range counts from one, with commas") {
  CHECK(range_text(split_list(9874)[1]) == "501–1,000 of 9,874");
  CHECK(range_text(split_list(9874).back()) == "9,501–9,874 of 9,874");
}

TEST_CASE("paging: page 1 keeps the list's address, others stand beside it") {
  CHECK(routes::list_part("incidents.html", 1) == "incidents.html");
  CHECK(routes::list_part("root-causes/missing-test.html", 2) == "root-causes/missing-test.2.html");
  CHECK(part_with("quality.html", 499) == "quality.html");
  CHECK(part_with("quality.html", 500) == "quality.2.html");
}

}  // namespace hindsight
