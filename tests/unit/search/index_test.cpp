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

std::vector<std::uint32_t> documents_of(const SearchIndex& index, std::size_t term) {
  std::vector<std::uint32_t> documents;
  index.visit_postings(term, [&](const Posting& posting) { documents.push_back(posting.document); });
  return documents;
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
  CHECK(index.frequencies[0] == 2);
  CHECK(index.spread[0] == 2);
  CHECK(documents_of(index, 0) == std::vector<std::uint32_t>{0, 2});
  CHECK(index.written_form(0) == "disk");
}

TEST_CASE("terms are sorted by UTF-16 units, however long what they share") {
  const SearchIndex index = index_of_texts({"b x\uE0001 abcdefgh10 x\U000100001 abcdefgh1 abcdefgh x\u00E91"});
  std::vector<std::string> sorted;
  for (const std::uint32_t term : index.sorted) sorted.emplace_back(index.terms[term]);
  CHECK(sorted ==
        std::vector<std::string>{"abcdefgh", "abcdefgh1", "abcdefgh10", "b", "x\u00E91", "x\U000100001", "x\uE0001"});
}

TEST_CASE("a term is shown in the form that it has most often, whatever marks stand around it") {
  const SearchIndex index = index_of_texts({"limit limit", "limits. limits, (limits)"});
  REQUIRE(index.terms.size() == 1);
  CHECK(index.written_form(0) == "limits");
}

TEST_CASE("postings are those of all documents, however many, and cost the scores only if asked to") {
  std::vector<std::string> texts(20'000, "disk");
  for (std::size_t i = 0; i < texts.size(); i += 5000) texts[i] += " full";
  for (const bool keeps_scores : {false, true}) {
    SearchIndex index = score_documents({{"body", 1}}, texts.size(),
                                        [&](std::size_t i) {
                                          return SearchDocument{"d" + std::to_string(i), 1, {texts[i]}};
                                        },
                                        {2, false});
    CHECK(index.postings.empty());
    add_postings(index, keeps_scores, 2);
    CHECK(documents_of(index, 0).size() == texts.size());
    CHECK(documents_of(index, 1) == std::vector<std::uint32_t>{0, 5000, 10'000, 15'000});
    CHECK(index.posting_count() == texts.size() + 4);
    CHECK(index.scores.back().empty() == !keeps_scores);
  }
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

TEST_CASE("an index has up to 256 fields") {
  const auto build = [](std::size_t count) {
    std::vector<SearchField> fields;
    for (std::size_t field = 0; field < count; ++field) fields.push_back({"f" + std::to_string(field), 1});
    return build_index(fields, 1,
                       [&](std::size_t) {
                         return SearchDocument{"d", 1, std::vector<FieldValue>(count, "disk")};
                       },
                       {});
  };
  const SearchIndex index = build(256);
  std::vector<std::uint32_t> found;
  index.visit_postings(0, [&](const Posting& posting) { found.push_back(posting.field); });
  REQUIRE(found.size() == 256);
  CHECK(found.back() == 255);
  CHECK_THROWS_AS(build(257), Fatal);
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
