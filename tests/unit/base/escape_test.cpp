#include "base/escape.hpp"

#include <doctest/doctest.h>

namespace hindsight {

TEST_CASE("HTML: all five characters that mean something are escaped") {
  CHECK(escape_html("<a href=\"x\">'&'</a>") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
  CHECK(escape_html("").empty());
}

TEST_CASE("URL paths: only unreserved characters and slashes stay") {
  CHECK(escape_url_path("a b/ä:c#?%.html") == "a%20b/%C3%A4%3Ac%23%3F%25.html");
  const std::string plain = "-./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~";
  CHECK(escape_url_path(plain) == plain);
  for (int byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    CHECK((escape_url_path(std::string(1, c)).size() == 1) == (plain.find(c) != std::string::npos));
  }
}

TEST_CASE("URL escapes are undone, malformed ones stay") {
  CHECK(unescape_url("a%20b%C3%A4") == "a bä");
  CHECK(unescape_url("100%, %zz %2") == "100%, %zz %2");
}

TEST_CASE("CSV: quotes where needed, and no cell that a spreadsheet runs") {
  const auto escaped = [](std::string_view text) {
    TextBuffer cell;
    append_csv(cell, text);
    return cell.take();
  };
  CHECK(escaped("").empty());
  CHECK(escaped("plain") == "plain");
  CHECK(escaped("a,\"b\"\n") == "\"a,\"\"b\"\"\n\"");
  CHECK(escaped("=HYPERLINK(1)") == "'=HYPERLINK(1)");
  CHECK(escaped("=HYPERLINK(\"x\")") == "\"'=HYPERLINK(\"\"x\"\")\"");
  CHECK(escaped("@x") == "'@x");
  CHECK(escaped("-1+1") == "'-1+1");
}

}  // namespace hindsight
