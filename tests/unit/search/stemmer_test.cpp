#include "search/stemmer.hpp"

#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace hindsight;

TEST_CASE("words lose the endings of Porter's paper") {
  const std::vector<std::pair<const char*, const char*>> pairs = {
      {"caresses", "caress"},     {"ponies", "poni"},     {"cats", "cat"},
      {"agreed", "agre"},         {"feed", "feed"},       {"hopping", "hop"},
      {"filing", "file"},         {"happy", "happi"},     {"sky", "ski"},
      {"relational", "relat"},    {"digitizer", "digit"}, {"formaliti", "formal"},
      {"hopeful", "hope"},        {"adoption", "adopt"},  {"controlling", "control"},
      {"rate", "rate"},           {"yelling", "yell"},    {"at", "at"},
      {"certificates", "certif"},
  };
  for (const auto& [word, expected] : pairs) CHECK(stem(word) == expected);
}

TEST_CASE("letters beyond ASCII count as consonants, two units where UTF-16 needs them") {
  CHECK(stem("cafés") == "café");
  CHECK(stem("éé"
             "ing") == "ééing");
  CHECK(stem("x\U0001F44D\U0001F44Ds") == "x\U0001F44D\U0001F44D");
}
