#include "base/byte_run.hpp"

#include <string>

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

}  // namespace hindsight
