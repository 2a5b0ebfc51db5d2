#include "adopt/sentences.hpp"

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "markdown/markdown.hpp"

namespace hindsight {
namespace {

std::string cut(std::string_view text) {
  std::vector<std::string> sentences;
  for (CutSentence& sentence : cut_sentences(text)) sentences.push_back(std::move(sentence.text));
  return join(sentences, " | ");
}

std::string found(std::string_view text, const WantsProse& wants_prose) {
  Diagnostics diagnostics;
  const Article article = render_markdown(text, {}, diagnostics);
  std::vector<std::string> sentences;
  for (const Sentence& sentence : find_sentences(cut_sections(article.outline), wants_prose)) {
    sentences.push_back(sentence.text);
  }
  return join(sentences, " | ");
}

}  // namespace

TEST_CASE("sentences: abbreviations and initials end none") {
  CHECK(cut("It was down. We fixed it.") == "It was down. | We fixed it.");
  CHECK(cut("Tools, e.g. Grafana, were down.") == "Tools, e.g. Grafana, were down.");
  CHECK(cut("See No. Four (APPROX. Half) of J. Smith.") == "See No. Four (APPROX. Half) of J. Smith.");
  CHECK(cut("It ended at 9 p.m. Users were told.") == "It ended at 9 p.m. | Users were told.");
  CHECK(cut("The x_no. Then more.") == "The x_no. | Then more.");
  CHECK(cut("Plan B. Then more.") == "Plan B. Then more.");
  CHECK(cut("Plan-B. Then more.") == "Plan-B. | Then more.");
}

TEST_CASE("sentences: of sections whose prose is not wanted only what may tell a time") {
  constexpr std::string_view text =
      "## Impact\n\nAll was down.\n\nFrom 10:00. All of it.\n\n- Times are in UTC.\n- Nothing.\n\n"
      "## Contributing factors\n\nA slip.\n";
  CHECK(found(text, [](Section) { return true; }) ==
        "All was down. | From 10:00. | All of it. | Times are in UTC. | Nothing. | A slip.");
  CHECK(found(text, [](Section section) { return section == Section::contributing_factors; }) ==
        "From 10:00. | All of it. | Times are in UTC. | A slip.");
}

TEST_CASE("sentences: their times are read with the year of the document") {
  std::vector<Sentence> sentences(2);
  sentences[0].text = "It began on June 13 at 10:00 and ended at 11:30.";
  sentences[1].text = "Nothing was lost.";
  read_times(sentences, {2024, std::nullopt});
  REQUIRE(sentences.front().times.size() == 2);
  CHECK(sentences.front().times.front().read.time.date == scan_date("2024-06-13"));
  CHECK(sentences.front().text.substr(sentences.front().times.back().begin) == "11:30.");
  CHECK(sentences.back().times.empty());
}

}  // namespace hindsight
