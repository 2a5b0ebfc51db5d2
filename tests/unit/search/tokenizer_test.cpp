#include "search/tokenizer.hpp"

#include <doctest/doctest.h>

using namespace hindsight;

TEST_CASE("tokens are what stands between white space and hyphens, with positions in UTF-16 units") {
  const std::string text = "a\u00A0be-\U0001F600c \uFEFFd";
  const auto tokens = tokenize(text);
  REQUIRE(tokens.size() == 4);
  CHECK(tokens[0].text == "a");
  CHECK(tokens[1].text == "be");
  CHECK(tokens[1].position.begin == 2);
  CHECK(tokens[2].text == "\U0001F600c");
  CHECK(tokens[2].position.begin == 5);
  CHECK(tokens[2].position.length == 3);
  CHECK(tokens[3].text == "d");
  CHECK(tokens[3].position.begin == 10);
}

TEST_CASE("no text and nothing but separators have no tokens") {
  CHECK(tokenize("").empty());
  CHECK(tokenize(" -\n\t\u3000").empty());
}

TEST_CASE("strings sort by UTF-16 units: the private use area behind what takes two units") {
  CHECK(before_in_utf16("\U00010000", "\uE000"));
  CHECK(before_in_utf16("a\U0001F600", "a\uFFFF"));
  CHECK_FALSE(before_in_utf16("\uFFFF", "\U00010000"));
  CHECK(before_in_utf16("\uD7FF", "\U00010000"));
  CHECK(before_in_utf16("a", "ab"));
  CHECK_FALSE(before_in_utf16("ab", "ab"));
}
