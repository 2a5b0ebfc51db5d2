#include "pages/due_dates.hpp"

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "base/unicode.hpp"

namespace hindsight {

TEST_CASE("calendar file: text is escaped, line ends and controls can't begin a property") {
  CHECK(ical_line("SUMMARY", "a, b; c\\d") == "SUMMARY:a\\, b\\; c\\\\d\r\n");
  CHECK(ical_line("SUMMARY", "a\r\nATTENDEE:x\x01") == "SUMMARY:a\\nATTENDEE:x\r\n");
}

TEST_CASE("calendar file: long lines are folded at 75 bytes, between characters") {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "äé";
  const std::string folded = ical_line("SUMMARY", text);
  for (const std::string_view line : split_lines(folded)) {
    CHECK(trim(line).size() <= 75);
    CHECK_FALSE(find_invalid_utf8(line));
  }
  CHECK(replace_all(folded, "\r\n ", "") == "SUMMARY:" + text + "\r\n");
}

}  // namespace hindsight
