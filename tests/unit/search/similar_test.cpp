#include "search/similar.hpp"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

using namespace hindsight;

namespace {

SearchIndex index_of(const std::vector<std::string>& texts) {
  return build_index({{"body", 1}}, texts.size(),
                     [&](std::size_t i) {
                       return SearchDocument{"d" + std::to_string(i), 1, {texts[i]}};
                     },
                     {});
}

}  // namespace

TEST_CASE("documents about the same are found, with the words that say so") {
  const SearchIndex index =
      index_of({"certificate expired nginx", "disk full postgres replica", "nginx certificate renewal",
                "postgres disk alarm", "meeting about lunch", "coffee machine"});
  const auto similar = find_similar(index, {});
  REQUIRE(similar[0].size() == 1);
  CHECK(similar[0][0].document == 2);
  REQUIRE(similar[0][0].terms().size() == 2);
  CHECK(similar[1][0].document == 3);
  CHECK(similar[4].empty());
}

TEST_CASE("likeness goes both ways and is at most one") {
  std::vector<std::string> texts;
  for (int i = 0; i < 60; ++i) {
    texts.push_back("word" + std::string(1, static_cast<char>('a' + i % 7)) + " thing" +
                    std::string(1, static_cast<char>('a' + i % 5)) + " alert" +
                    std::string(1, static_cast<char>('a' + i % 11)));
  }
  const SearchIndex index = index_of(texts);
  SimilarityOptions options;
  options.most = 60;
  const auto similar = find_similar(index, options);
  for (std::uint32_t document = 0; document < similar.size(); ++document) {
    for (const SimilarDocument& other : similar[document]) {
      CHECK(other.similarity <= 1.0000001);
      CHECK(std::ranges::count(similar[other.document], document, &SimilarDocument::document) == 1);
    }
  }
}

TEST_CASE("one document and none have none like them") {
  CHECK(find_similar(index_of({"alone"}), {})[0].empty());
  CHECK(find_similar(index_of({}), {}).empty());
}
