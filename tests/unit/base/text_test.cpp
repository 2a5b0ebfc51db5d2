#include "base/text.hpp"

#include <array>

#include <doctest/doctest.h>

namespace hindsight {

TEST_CASE("nearest finds slips of the finger and ignores separators and case") {
  constexpr auto fields = std::to_array<std::string_view>({"started_at", "detected_at", "resolved_at", "services"});
  CHECK(nearest("startd_at", fields) == "started_at");
  CHECK(nearest("started-at", fields) == "started_at");
  CHECK(nearest("sevrices", fields) == "services");
  CHECK(nearest("Services", fields) == "services");
}

TEST_CASE("nearest gives nothing rather than a far-fetched guess") {
  constexpr auto fields = std::to_array<std::string_view>({"title", "tags"});
  CHECK(nearest("layout", fields) == std::nullopt);
  CHECK(nearest("", fields) == std::nullopt);
  CHECK(nearest("x", {}) == std::nullopt);
}

TEST_CASE("shorten cuts between characters, never inside one") {
  CHECK(shorten("abc", 10) == "abc");
  CHECK(shorten("abcdefghij", 8) == "abcde…");
  CHECK(shorten("ääääääää", 10) == "äää…");
}

TEST_CASE("split_lines makes no line of a trailing line end") {
  CHECK(split_lines("a\nb\n").size() == 2);
  CHECK(split_lines("a\n\nb").size() == 3);
  CHECK(split_lines("").empty());
}

TEST_CASE("collapse_spaces joins words with single spaces") {
  CHECK(collapse_spaces("  a \n\t b  ") == "a b");
  CHECK(collapse_spaces("one\vtwo\x01  three" + std::string(1, '\0') + " \x02\n four") ==
        "one two\x01 three" + std::string(1, '\0') + " \x02 four");
  CHECK(collapse_spaces("a line of more than sixteen bytes\n  and another one  ") ==
        "a line of more than sixteen bytes and another one");
  CHECK(collapse_spaces(" \n ").empty());
}

TEST_CASE("counted puts the noun in the right number") {
  CHECK(counted(0, "incident") == "0 incidents");
  CHECK(counted(1, "incident") == "1 incident");
  CHECK(counted(1234567, "near miss", "near misses") == "1,234,567 near misses");
}

TEST_CASE("replace_all takes time in proportion to the text") {
  CHECK(replace_all("aXbXX", "X", "--") == "a--b----");
  CHECK(replace_all("aaa", "aa", "b") == "ba");
  CHECK(replace_all("abc", "x", "y") == "abc");
  std::string lines;
  for (int line = 0; line < 1'000'000; ++line) lines += "\r\n";
  CHECK(replace_all(std::move(lines), "\r\n", "\n").size() == 1'000'000);
}

}  // namespace hindsight
