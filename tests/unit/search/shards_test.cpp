#include "search/shards.hpp"

#include <algorithm>

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

/// `count` documents with the word "disk", of which every third also has it in the body.
SearchIndex common_index(std::size_t count) {
  return build_index({{"title", 1}, {"body", 1}}, count,
                     [](std::size_t i) {
                       const std::string body = i % 3 == 0 ? "disk" : "full";
                       return SearchDocument{"d" + std::to_string(i), 1, {"disk", body}};
                     },
                     {});
}

std::string score_of(const SearchIndex& index, std::size_t field) {
  std::string score;
  index.visit_postings(0, [&](const Posting& posting) {
    if (posting.field == field) score = std::to_string(posting.score);
  });
  return score;
}

}  // namespace

TEST_CASE("every term is in one shard, whatever their size") {
  const SearchIndex index = small_index();
  for (const std::size_t size : {1U, 40U, 1000U}) {
    std::size_t next = 0;
    for (const TermRange& range : cut_terms(index, {}, size)) {
      CHECK(range.begin == next);
      CHECK(range.end > range.begin);
      next = range.end;
    }
    CHECK(next == index.terms.size());
  }
  CHECK(cut_terms(index, {}, 1).size() == index.terms.size());
  CHECK(cut_terms(index, {}, 1000).size() == 1);
}

TEST_CASE("a shard has documents as steps and scores in thousandths, field by field") {
  const SearchIndex index = small_index();
  const std::string json = shard_json(index, {}, {0, 1});
  const auto score = std::to_string(index.postings.front().front().score);
  CHECK(json == "[[\"disk\",0,[0," + score + ",1," + score + "],0]]");
}

TEST_CASE("scores of any length are written whole") {
  std::string expected;
  std::string written;
  for (const double boost : {0.001, 0.01, 0.1, 1.0, 10.0, 100.0, 1000.0, 10'000.0}) {
    const SearchIndex index = build_index({{"title", boost}}, 3,
                                          [](std::size_t i) {
                                            return SearchDocument{"d" + std::to_string(i), 100, {"disk"}};
                                          },
                                          {});
    expected += "[0," + score_of(index, 0) + ",1," + score_of(index, 0) + ",1," + score_of(index, 0) + "] ";
    const std::string json = shard_json(index, {}, {0, 1});
    written += json.substr(11, json.size() - 13) + " ";
  }
  CHECK(written == expected);
}

TEST_CASE("nothing in a piece ends a script, or a line of one") {
  const SearchIndex index = build_index({{"title", 1}}, 1,
                                        [](std::size_t) {
                                          return SearchDocument{"d", 1, {std::vector<std::string>{"a</b", "x\u2028z"}}};
                                        },
                                        {});
  const std::string json = shard_json(index, {}, {0, 2}, "before ");
  CHECK(json.starts_with("before [[\"a\\u003c/b\","));
  CHECK(json.find("\"x\\u2028z\"") != std::string::npos);
  CHECK(vocabulary_json(index, {0, 2}, "before ") == "before \"a\\u003c/b\\nx\\u2028z\"");
}

TEST_CASE("the postings of a common term are cut, counted from the oldest document") {
  const CommonTerms common = cut_postings(common_index(15), 4, 2);
  // Documents have 2, 1, 1, 2, 1, 1, … postings: three of them fill a part. Two parts stay with the term.
  REQUIRE(common.size() == 1);
  const CutPostings& cut = common.at(0);
  CHECK(cut.ends == std::vector<std::uint32_t>{3, 6, 9});
  CHECK(cut.first_part == 0);
  CHECK(cut.kept == 8);
  CHECK(cut.range_of(1).begin == 3);
  CHECK(cut.range_of(1).end == 6);
}

TEST_CASE("a newer document moves no border") {
  for (std::size_t count = 15; count < 27; ++count) {
    const std::vector<std::uint32_t> ends = cut_postings(common_index(count), 4, 2).at(0).ends;
    const std::vector<std::uint32_t> more = cut_postings(common_index(count + 1), 4, 2).at(0).ends;
    REQUIRE(more.size() >= ends.size());
    CHECK(std::equal(ends.begin(), ends.end(), more.begin()));
  }
}

TEST_CASE("what is not so common is whole, and parts of all terms have numbers of their own") {
  CHECK(cut_postings(common_index(8), 4, 2).empty());
  CHECK(cut_postings(common_index(1000), 1'000'000, 2).empty());
  const CommonTerms common = cut_postings(common_index(30), 4, 2);
  REQUIRE(common.size() == 2);
  CHECK(common.at(1).first_part == common.at(0).ends.size());
}

TEST_CASE("a cut term's shard has the newest documents and says where the others are") {
  const SearchIndex index = common_index(15);
  const CommonTerms common = cut_postings(index, 4, 2);
  const std::string title = score_of(index, 0);
  const std::string body = score_of(index, 1);
  const auto list = [&](const std::string& first) { return "[" + first + "," + title + ",1," + title + ",1," + title; };
  CHECK(shard_json(index, common, {0, 1}) == "[[\"disk\",0," + list("9") + ",1," + title + ",1," + title + ",1," +
                                                 title + "],[9," + body + ",3," + body + "],[0,3,6,9]]]");
  CHECK(part_json(index, 0, common.at(0).range_of(0)) == "[" + list("0") + "],[0," + body + "]]");
  CHECK(part_json(index, 0, common.at(0).range_of(1)) == "[" + list("3") + "],[3," + body + "]]");
}

TEST_CASE("a cut term fills its shard with what stays of it") {
  const SearchIndex index = common_index(1000);
  CHECK(cut_terms(index, {}, 2000).size() == 2);
  CHECK(cut_terms(index, cut_postings(index, 20, 2), 2000).size() == 1);
}

TEST_CASE("the manifest names the first term of each piece") {
  const SearchIndex index = small_index();
  const std::string json = manifest_json(index, "0123abcd", cut_terms(index, {}, 1), cut_terms(index, {}, 1000));
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
