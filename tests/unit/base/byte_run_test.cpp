#include "base/byte_run.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace hindsight {

TEST_CASE("byte runs: what is plain is taken up to the first odd byte, wherever it stands, or to the end") {
  const auto is_odd = [](auto c) { return (c == '<') | (c < ' '); };
  for (std::size_t size = 0; size < 50; ++size) {
    const std::string text(size, 'a');
    std::string_view rest = text;
    CHECK(take_plain(rest, is_odd) == text);
    CHECK(rest.empty());
    for (std::size_t at = 0; at < size; ++at) {
      std::string other = text;
      other[at] = '<';
      rest = other;
      CHECK(take_plain(rest, is_odd).size() == at);
      CHECK(rest.size() == size - at);
    }
  }
}

TEST_CASE("byte runs: bytes behind the text don't count") {
  const std::string text = "plain<";
  std::string_view rest = std::string_view(text).substr(0, 5);
  CHECK(take_plain(rest, [](auto c) { return c == '<'; }) == "plain");
  rest = std::string_view("\xff\x80");
  CHECK(take_plain(rest, [](auto c) { return c < ' '; }).size() == 2);
}

TEST_CASE("byte runs: two bytes beside each other are found, wherever they are") {
  const auto are_spaces = [](auto a, auto b) { return (a == ' ') & (b == ' '); };
  CHECK(first_pair("", are_spaces) == 0);
  CHECK(first_pair(" ", are_spaces) == 1);
  for (std::size_t size = 2; size < 70; ++size) {
    std::string text(size, 'x');
    for (std::size_t at = 0; at < size; at += 2) text[at] = ' ';
    CHECK(first_pair(text, are_spaces) == size);
    for (std::size_t at = 1; at < size; ++at) {
      std::string apart(size, 'x');
      apart[at - 1] = apart[at] = ' ';
      CHECK(first_pair(apart, are_spaces) == at);
    }
  }
}

TEST_CASE("byte runs: an odd byte is found, wherever it is") {
  const auto is_odd = [](auto c) { return (c >= '0') & (c <= '9'); };
  for (std::size_t size = 0; size < 70; ++size) {
    const std::string text(size, 'x');
    CHECK_FALSE(holds_odd(text, is_odd));
    CHECK_FALSE(holds_odd(std::string_view(text + "7").substr(0, size), is_odd));
    for (std::size_t at = 0; at < size; ++at) {
      std::string other = text;
      other[at] = '7';
      CHECK(holds_odd(other, is_odd));
    }
  }
}

TEST_CASE("byte runs: each odd byte is visited, in turn") {
  for (std::size_t size = 0; size < 70; ++size) {
    std::string text(size, 'x');
    std::vector<std::size_t> wanted;
    for (std::size_t at = size % 3; at < size; at += 1 + at % 5) {
      text[at] = ' ';
      wanted.push_back(at);
    }
    std::vector<std::size_t> visited;
    visit_odd(
        text, [](auto c) { return c == ' '; }, [&](std::size_t at) { visited.push_back(at); });
    CHECK(visited == wanted);
  }
}

TEST_CASE("a text holds something odd if any byte of it is") {
  const auto is_odd = [](auto c) { return (c == '<') | (c < ' '); };
  for (std::size_t size = 0; size < 70; ++size) {
    std::string text(size, 'x');
    CHECK_FALSE(holds_odd(text, is_odd));
    for (std::size_t at = 0; at < size; ++at) {
      for (const char odd : {'<', '\0'}) {
        text[at] = odd;
        CHECK(holds_odd(text, is_odd));
      }
      text[at] = 'x';
    }
  }
}

}  // namespace hindsight
