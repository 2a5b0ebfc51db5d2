#include "base/text_buffer.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace hindsight {
namespace {

constexpr auto is_odd = [](auto c) { return (c == '<') | (c < ' '); };

/// As long as the room, and longer than pieces that go through it.
std::string long_text(std::size_t size) {
  std::string text;
  for (std::size_t i = 0; i < size; ++i) text += static_cast<char>('a' + i % 26);
  return text;
}

}  // namespace

TEST_CASE("a text buffer keeps what is appended, in pieces of any length") {
  TextBuffer buffer(std::string("before "));
  std::string expected = "before ";
  for (const std::size_t size : {0, 1, 15, 16, 17, 1999, 2001, 3999, 4000, 4001, 9000, 3}) {
    const std::string text = long_text(size);
    (buffer += text) += '|';
    (expected += text) += '|';
  }
  buffer += std::string_view();
  CHECK(buffer.take() == expected);
  CHECK(buffer.take().empty());
}

TEST_CASE("a text buffer takes plain texts whole, and of others nothing") {
  for (std::size_t before = 3900; before < 4100; before += 7) {
    TextBuffer buffer;
    buffer += long_text(before);
    for (std::size_t size = 0; size < 70; ++size) {
      std::string text = long_text(size);
      CHECK(buffer.append_if_plain(text, is_odd));
      if (size == 0) continue;
      text[size - 1] = '<';
      CHECK_FALSE(buffer.append_if_plain(text, is_odd));
      text = long_text(size);
      text[size / 2] = '\0';
      CHECK_FALSE(buffer.append_if_plain(text, is_odd));
    }
    std::string expected = long_text(before);
    for (std::size_t size = 0; size < 70; ++size) expected += long_text(size);
    REQUIRE(buffer.take() == expected);
  }
  TextBuffer buffer;
  CHECK_FALSE(buffer.append_if_plain(long_text(3000), is_odd));
  CHECK(buffer.take().empty());
}

TEST_CASE("the plain bytes at a text's front are taken off it") {
  for (const std::size_t size : {0, 1, 15, 16, 17, 40, 5000}) {
    TextBuffer buffer;
    const std::string text = long_text(size) + "<" + long_text(3);
    std::string_view rest = text;
    append_plain(buffer, rest, is_odd);
    CHECK(rest == "<abc");
    append_plain(buffer, rest, is_odd);
    CHECK(rest == "<abc");
    rest.remove_prefix(1);
    append_plain(buffer, rest, is_odd);
    CHECK(rest.empty());
    CHECK(buffer.take() == long_text(size) + "abc");
  }
}

TEST_CASE("a text buffer hands out pieces once they are long enough") {
  TextBuffer buffer;
  std::vector<std::string> pieces;
  const Put put = [&](std::string_view piece) { pieces.emplace_back(piece); };
  buffer += long_text(least_piece - 1);
  buffer.put_piece(put);
  CHECK(pieces.empty());
  buffer += '!';
  buffer.put_piece(put);
  REQUIRE(pieces.size() == 1);
  CHECK(pieces.front() == long_text(least_piece - 1) + "!");
  CHECK(buffer.take().empty());
}

}  // namespace hindsight
