#include "search/index.hpp"

#include <doctest/doctest.h>

#include "base/fatal.hpp"
#include "search/lunr_json.hpp"

using namespace hindsight;

namespace {

SearchIndex index_of_texts(const std::vector<std::string>& texts, int jobs = 1) {
  return build_index({{"body", 1}}, texts.size(),
                     [&](std::size_t i) {
                       return SearchDocument{"d" + std::to_string(i), 1, {texts[i]}};
                     },
                     {jobs, false});
}

}  // namespace

TEST_CASE("the same index for one thread and eight") {
  std::vector<std::string> texts;
  for (int i = 0; i < 1000; ++i)
    texts.push_back("disk full on host" + std::to_string(i % 97) + " after deploy " + std::to_string(i));
  CHECK(lunr_json(index_of_texts(texts, 1), 1 << 30) == lunr_json(index_of_texts(texts, 8), 1 << 30));
}

TEST_CASE("postings name the documents of a term, its frequency counts them") {
  const SearchIndex index = index_of_texts({"disk full", "nothing here", "full disks"});
  REQUIRE(index.terms[0] == "disk");
  CHECK(index.frequency(0) == 2);
  REQUIRE(index.postings_of(0, 0).size() == 2);
  CHECK(index.postings_of(0, 0)[1].document == 2);
  CHECK(index.written[0] == "disk");
}

TEST_CASE("an index that would be too long is not written") {
  CHECK_FALSE(lunr_json(index_of_texts({"disk full"}), 40).has_value());
}

TEST_CASE("fields that lunr cannot have are refused") {
  const auto build = [](const std::string& field) {
    return build_index({{field, 1}}, 0, [](std::size_t) { return SearchDocument{}; }, {});
  };
  CHECK_THROWS_AS(build("a/b"), Fatal);
  CHECK_THROWS_AS(build("constructor"), Fatal);
  CHECK_THROWS_AS(build("_index"), Fatal);
  CHECK_NOTHROW(build("body"));
}

TEST_CASE("numbers are written as JavaScript writes them") {
  CHECK(javascript_number(0.5) == "0.5");
  CHECK(javascript_number(-0.0) == "0");
  CHECK(javascript_number(1e21) == "1e+21");
  CHECK(javascript_number(123456789012345680000.0) == "123456789012345680000");
  CHECK(javascript_number(1.5e-7) == "1.5e-7");
  CHECK(javascript_number(0.000001) == "0.000001");
  CHECK(javascript_number(-12.25) == "-12.25");
}
