#include "search/shards.hpp"

#include <doctest/doctest.h>

using namespace hindsight;

namespace {

SearchIndex small_index() {
  const std::vector<std::string> texts = {"disk full", "disk failed", "network <slow>"};
  return build_index({{"title", 1}, {"body", 1}}, texts.size(),
                     [&](std::size_t i) {
                       return SearchDocument{"d" + std::to_string(i), 1, {texts[i], {}}};
                     },
                     {});
}

}  // namespace

TEST_CASE("every term is in one shard, whatever their size") {
  const SearchIndex index = small_index();
  for (const std::size_t size : {1U, 40U, 1000U}) {
    std::size_t next = 0;
    for (const TermRange& range : cut_terms(index, size)) {
      CHECK(range.begin == next);
      CHECK(range.end > range.begin);
      next = range.end;
    }
    CHECK(next == index.terms.size());
  }
  CHECK(cut_terms(index, 1).size() == index.terms.size());
  CHECK(cut_terms(index, 1000).size() == 1);
}

TEST_CASE("a shard has documents as steps and scores in thousandths, field by field") {
  const SearchIndex index = small_index();
  const std::string json = shard_json(index, {0, 1});
  const auto score = std::to_string(index.runs.front().postings.front().score);
  CHECK(json == "[[\"disk\",0,[0," + score + ",1," + score + "],0]]");
}

TEST_CASE("the manifest names the first term of each piece") {
  const SearchIndex index = small_index();
  const std::string json = manifest_json(index, cut_terms(index, 1), cut_terms(index, 1000));
  CHECK(json.find(R"("fields":["title","body"],"documents":3)") != std::string::npos);
  CHECK(json.find(R"("terms":["disk","fail","full","network","slow"],"vocabulary":["disk"])") != std::string::npos);
}

TEST_CASE("another text is another version") {
  CHECK(index_version(small_index()) == index_version(small_index()));
  const SearchIndex other = build_index({{"title", 1}}, 1,
                                        [](std::size_t) {
                                          return SearchDocument{"d", 1, {"x"}};
                                        },
                                        {});
  CHECK(index_version(other) != index_version(small_index()));
}

TEST_CASE("common words are words as written, the commonest first") {
  CHECK(common_words(small_index(), 1, 2) == std::vector<std::string>{"disk", "full"});
  CHECK(common_words(small_index(), 2, 9) == std::vector<std::string>{"disk"});
}
