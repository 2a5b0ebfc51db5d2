#include "base/unicode.hpp"

#include <doctest/doctest.h>

namespace hindsight {

TEST_CASE("slugs are ASCII words joined by hyphens") {
  CHECK(slugify("Root Cause / DNS") == "root-cause-dns");
  CHECK(slugify("  Café Zürich ") == "cafe-zurich");
  CHECK(slugify("don't panic") == "dont-panic");
  CHECK(slugify("数据库") == "shu-ju-ku");
}

TEST_CASE("slugs of terms without letters stay distinct and are never empty") {
  CHECK_FALSE(slugify("🔥").empty());
  CHECK(slugify("🔥") != slugify("💧"));
  CHECK_FALSE(slugify("///").empty());
}

TEST_CASE("slugs are at most 80 bytes and do not end in a hyphen") {
  const std::string slug = slugify(std::string(79, 'a') + " bcd");
  CHECK(slug.size() <= 80);
  CHECK(slug.back() != '-');
  CHECK(slugify(std::string(300, 'a')) == std::string(80, 'a'));
}

TEST_CASE("heading anchors are GitHub's, because people write them by hand") {
  CHECK(heading_anchor("Analysis of causes") == "analysis-of-causes");
  CHECK(heading_anchor("What went well?") == "what-went-well");
  CHECK(heading_anchor("Timeline (UTC) – all times") == "timeline-utc--all-times");
  CHECK(heading_anchor("Ärger_im Büro") == "ärger_im-büro");
}

TEST_CASE("lower case is JavaScript's: a final sigma, a dotted capital I") {
  CHECK(to_lower("ΟΔΟΣ") == "οδος");
  CHECK(to_lower("İ") == "i̇");
}

TEST_CASE("ill-formed UTF-8 is found and repaired") {
  CHECK_FALSE(find_invalid_utf8("häß 🔥"));
  CHECK(find_invalid_utf8("ab\xFFz") == 2);
  CHECK(find_invalid_utf8("\xC0\x80") == 0);       // overlong
  CHECK(find_invalid_utf8("a\xED\xA0\x80") == 1);  // a surrogate
  CHECK(repair_utf8("ab\xFFz") == "ab\uFFFDz");
  CHECK_FALSE(find_invalid_utf8(repair_utf8("\xF0\x9F\x94 \xE2\x82")));
}

TEST_CASE("plain ASCII has no control characters but tab and line end") {
  CHECK(is_plain_ascii("All of it:\ta tab,\na line ~"));
  CHECK(is_plain_ascii(""));
  for (const std::string_view odd : {"\x7F", "\r", "\x1F", "\xC3\xA4", "\x80"}) {
    CHECK_FALSE(is_plain_ascii(odd));
    CHECK_FALSE(is_plain_ascii("long enough to be looked at in pieces" + std::string(odd)));
  }
}

TEST_CASE("overrides of the writing direction are shown") {
  CHECK(show_bidi_controls("user\u202Etxt.exe") == "user\u2426txt.exe");
  CHECK(show_bidi_controls("plain ä") == "plain ä");
}

TEST_CASE("control characters go, invisible ones show, those with a meaning stay") {
  CHECK(count_control_characters("a\x1b"
                                 "b\u0085")
            .count == 2);
  CHECK(count_control_characters("a\x1b"
                                 "b\u0085")
            .first == 1);
  CHECK(without_control_characters("a\x1b[1m\tc\n\x7f\u009b\uFFFE\uFFFFz") == "a[1m\tc\nz");
  CHECK(printable("a\x07\u202Eb") == "a\u2426b");
  CHECK(count_bidi_controls("\u2066a\u2069").count == 2);
  CHECK(show_invisible_characters("a\u200Bb\u3164\u2800\u00AD\uFEFF\u202E") ==
        "a\u2426b\u2426\u2426\u2426\u2426\u2426");
  CHECK(show_invisible_characters("\u200D\u200C\u200F\uFE0F ä 日本") == "\u200D\u200C\u200F\uFE0F ä 日本");
}

}  // namespace hindsight
