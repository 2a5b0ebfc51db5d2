#include "adopt/word_look.hpp"

#include <string>

#include <doctest/doctest.h>

namespace hindsight {
namespace {

constexpr WordLook look(std::to_array<std::string_view>({"minutes", " time", "hour"}));

}  // namespace

TEST_CASE("words are looked for in any case and at any place") {
  CHECK(look.may_be_in("hour"));
  CHECK(look.may_be_in("in 5 Minutes"));
  CHECK(look.may_be_in("ALL TIMES"));
  for (std::size_t before = 0; before < 70; ++before) {
    CHECK(look.may_be_in(std::string(before, 'x') + "hou"));
    CHECK(look.may_be_in(std::string(before, 'x') + "HOURS and more of it"));
  }
}

TEST_CASE("words that are not there") {
  CHECK_FALSE(look.may_be_in(""));
  CHECK_FALSE(look.may_be_in("ho"));
  CHECK_FALSE(look.may_be_in("time"));
  CHECK_FALSE(look.may_be_in("h o u r, mi nutes, ho-ur" + std::string(40, 'h')));
  CHECK_FALSE(look.may_be_in("nothing of that kind stands in this text, long as it is"));
}

}  // namespace hindsight
