#include "input/yaml.hpp"

#include <doctest/doctest.h>

#include "base/unicode.hpp"

namespace hindsight {
namespace {

struct Parsed {
  std::optional<YamlValue> value;
  Diagnostics diagnostics;
};

Parsed parse(std::string_view text) {
  Parsed parsed;
  parsed.value = parse_yaml(text, "x.md", 2, parsed.diagnostics);
  parsed.diagnostics.sort();
  return parsed;
}

/// The first finding as "line:column rule".
std::string first_finding(std::string_view text) {
  const Parsed parsed = parse(text);
  if (parsed.diagnostics.all().empty()) return "none";
  const Diagnostic& item = parsed.diagnostics.all().front();
  return std::to_string(item.location.line) + ":" + std::to_string(item.location.column) + " " +
         std::string(rule_info(item.rule).id);
}

}  // namespace

TEST_CASE("yaml: scalars stay text and know their place in the file") {
  const Parsed parsed = parse("title: 012\nstarted_at: 2025-03-04 14:02\ntags: [a, \"b\"]\n");
  REQUIRE(parsed.value);
  CHECK(parsed.value->find("title")->text == "012");
  CHECK(parsed.value->find("started_at")->text == "2025-03-04 14:02");
  CHECK(parsed.value->find("started_at")->line == 3);
  CHECK(parsed.value->find("started_at")->column == 13);
  CHECK(parsed.value->find("tags")->items[1].quoted);
  CHECK(parsed.value->find("nothing") == nullptr);
}

TEST_CASE("yaml: an empty value and ~ are nothing, not text") {
  const Parsed parsed = parse("title:\nsummary: ~\nimpact: null");
  CHECK(parsed.value->find("title")->kind == YamlValue::Kind::null);
  CHECK(parsed.value->find("summary")->kind == YamlValue::Kind::null);
  CHECK(parsed.value->find("impact")->kind == YamlValue::Kind::null);
}

TEST_CASE("yaml: a key that stands twice is an error, and the first counts") {
  const Parsed parsed = parse("visibility: internal\nvisibility: public\n");
  CHECK(first_finding("visibility: internal\nvisibility: public\n") == "3:1 yaml-duplicate-key");
  CHECK(parsed.value->find("visibility")->text == "internal");
}

TEST_CASE("yaml: anchors, aliases, tags, directives and second documents are refused where they stand") {
  CHECK(first_finding("a: 1\nb: &x 2") == "3:4 yaml-unsupported");
  CHECK(first_finding("a: &x 1\nb: *x") == "2:4 yaml-unsupported");
  CHECK(first_finding("a: !!python/object x") == "2:4 yaml-unsupported");
  CHECK(first_finding("%YAML 1.2\na: 1") == "2:1 yaml-unsupported");
  CHECK(first_finding("a: 1\n...\nb: 2") == "3:1 yaml-unsupported");
  CHECK(first_finding("a: 1\n---\nb: 2").ends_with("yaml-unsupported"));
  CHECK(first_finding("? [a, b]\n: 1").ends_with("yaml-unsupported"));
}

TEST_CASE("yaml: a quote that is never closed is an error, also at the end of the text") {
  CHECK(first_finding("title: \"never closed\nstarted_at: 2025-01-01\n").ends_with("yaml-syntax"));
  CHECK(first_finding("title: 'never closed\n").ends_with("yaml-syntax"));
}

TEST_CASE("yaml: what is wrong at the end of the text is reported in its last line") {
  CHECK(first_finding("title: x\ndeb").starts_with("3:"));
  CHECK(first_finding("title: x\ndeb\n").starts_with("3:"));
}

TEST_CASE("yaml: a colon in a value gets a hint to quote it") {
  const Parsed parsed = parse("title: Outage: part two");
  REQUIRE(parsed.diagnostics.all().size() == 1);
  CHECK(parsed.diagnostics.all()[0].hint == "quote the value: it contains a colon");
}

TEST_CASE("yaml: depth is bounded") {
  CHECK(first_finding(std::string(40, '[') + std::string(40, ']')).ends_with("yaml-unsupported"));
  CHECK(first_finding(std::string(100000, '[')).ends_with("yaml-unsupported"));
  std::string blocks;
  for (int depth = 0; depth < 40; ++depth) blocks += std::string(static_cast<std::size_t>(depth), ' ') + "a:\n";
  CHECK(first_finding(blocks).ends_with("yaml-unsupported"));
}

TEST_CASE("yaml: alias bombs and endless documents end at once") {
  CHECK(first_finding("a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n").ends_with("yaml-unsupported"));
  CHECK_FALSE(parse(",").value.has_value());
}

TEST_CASE("yaml: escapes bring back neither control characters nor directions") {
  CHECK(first_finding("title: \"a\\x1b[31mb\"") == "2:8 control-character");
  CHECK(parse("title: \"a\\x1b[31mb\\0\"").value->find("title")->text == "a[31mb");
  CHECK(first_finding("title: \"a\\u202eb\"") == "2:8 bidi-control");
  CHECK(parse("title: \"a\\u202eb\"").value->find("title")->text == "a\u2426b");
}

TEST_CASE("yaml: a message that quotes one byte of a character is still a text") {
  const Parsed parsed = parse("title: \"\\é\"");
  REQUIRE(!parsed.diagnostics.all().empty());
  for (const Diagnostic& item : parsed.diagnostics.all()) CHECK_FALSE(find_invalid_utf8(item.found));
}

}  // namespace hindsight
