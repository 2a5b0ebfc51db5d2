#include "base/url.hpp"

#include <doctest/doctest.h>

namespace hindsight {

TEST_CASE("addresses: http, https, mailto, tel, relative paths and fragments are allowed") {
  CHECK(classify_url("https://example.org/x") == UrlKind::web);
  CHECK(classify_url("HTTP://example.org") == UrlKind::web);
  CHECK(classify_url("mailto:on-call@example.org") == UrlKind::contact);
  CHECK(classify_url("tel:+431234") == UrlKind::contact);
  CHECK(classify_url("../other.md#timeline") == UrlKind::relative);
  CHECK(classify_url("/graphs/a.png") == UrlKind::relative);
  CHECK(classify_url("a/b:c.md") == UrlKind::relative);
  CHECK(classify_url("#timeline") == UrlKind::fragment);
  CHECK(classify_url("  ") == UrlKind::empty);
}

TEST_CASE("addresses: whatever else a browser might run or load is blocked") {
  for (const char* url :
       {"javascript:alert(1)", "JavaScript:alert(1)", " java\nscript:alert(1)", "\x01javascript:alert(1)",
        "data:text/html,x", "vbscript:x", "file:///etc/passwd", "ms-msdt:/id", "intent:x", "blob:x", "//evil.example",
        "\\\\evil.example", "/\\evil.example", "https:evil", "https:///x", "java:script:x"}) {
    CAPTURE(url);
    CHECK(classify_url(url) == UrlKind::blocked);
  }
}

TEST_CASE("addresses are printed with everything odd percent-encoded") {
  CHECK(encode_url(" https://example.org/a b\"<>\\^`{|}ä ") ==
        "https://example.org/a%20b%22%3C%3E%5C%5E%60%7B%7C%7D%C3%A4");
  CHECK(encode_url("https://example.org/?q=1%20&x=[y]#z") == "https://example.org/?q=1%20&x=[y]#z");
}

TEST_CASE("addresses in prose end before punctuation and unopened brackets") {
  const auto found = [](std::string_view text) { return std::string(text.substr(0, bare_url_length(text))); };
  CHECK(found("https://example.org/a, and") == "https://example.org/a");
  CHECK(found("https://example.org/a.") == "https://example.org/a");
  CHECK(found("https://example.org/a_(b)) x") == "https://example.org/a_(b)");
  CHECK(found("https://example.org/x>y") == "https://example.org/x");
  CHECK(found("http://").empty());
  CHECK(found("httpd failed").empty());
}

TEST_CASE("the host of an address leaves out credentials") {
  CHECK(host_of("https://user:pw@example.org:8080/x") == "example.org:8080");
}

}  // namespace hindsight
