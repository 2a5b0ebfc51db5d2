#include "base/byte_run.hpp"

#include <string>

#include <doctest/doctest.h>

namespace hindsight {
namespace {

constexpr auto is_odd = [](auto c) { return (c == '<') | (c >= 0x80); };
constexpr auto are_spaces = [](auto a, auto b) { return (a == ' ') & (b == ' '); };

}  // namespace

TEST_CASE("take_plain stops at the first odd byte, wherever that is") {
  for (std::size_t size = 0; size < 70; ++size) {
    const std::string plain(size, 'x');
    std::string_view rest = plain;
    CHECK(take_plain(rest, is_odd) == plain);
    CHECK(rest.empty());
    for (std::size_t at = 0; at < size; ++at) {
      std::string text = plain;
      text[at] = at % 2 == 0 ? '<' : '\xFF';
      text.back() = '<';
      rest = text;
      CHECK(take_plain(rest, is_odd).size() == at);
      CHECK(rest.size() == size - at);
    }
  }
}

TEST_CASE("holds_pair finds two bytes beside each other, wherever they are") {
  CHECK_FALSE(holds_pair("", are_spaces));
  CHECK_FALSE(holds_pair(" ", are_spaces));
  for (std::size_t size = 2; size < 70; ++size) {
    std::string text(size, 'x');
    for (std::size_t at = 0; at < size; at += 2) text[at] = ' ';
    CHECK_FALSE(holds_pair(text, are_spaces));
    for (std::size_t at = 1; at < size; ++at) {
      std::string apart(size, 'x');
      apart[at - 1] = apart[at] = ' ';
      CHECK(holds_pair(apart, are_spaces));
    }
  }
}

}  // namespace hindsight
