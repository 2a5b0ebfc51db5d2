#include "input/plain_yaml.hpp"

#include <string>

#include <doctest/doctest.h>

namespace hindsight {
namespace {

/// A value with all its places.
std::string shown(const YamlValue& value) {
  std::string text = std::string(kind_name(value.kind)) + " " + std::to_string(value.line) + ":" +
                     std::to_string(value.column) + (value.quoted ? " quoted" : "") + " <" + value.text + ">\n";
  for (const YamlValue& item : value.items) text += "- " + shown(item);
  for (const YamlEntry& entry : value.entries) text += shown(entry.key) + "= " + shown(entry.value);
  return text;
}

/// A comment above leaves the text to libyaml.
std::string by_libyaml(const std::string& text) {
  Diagnostics diagnostics;
  const auto value = parse_yaml("#\n" + text, "x.md", 1, diagnostics);
  return value && diagnostics.all().empty() ? shown(*value) : "refused";
}

}  // namespace

TEST_CASE("plain YAML is what libyaml reads, with the same places") {
  for (const std::string text : {
           "title: It was down\nseverity: SEV1\n",
           "title: \"Outage: all of it\"\nnote: 'a # b'\nempty: \"\"",
           "started_at: 2024-05-02T14:03Z\nacknowledged_at: ~2024-05-02T14:10Z\nsource: https://example.com/a?b=c#d\n",
           "services: [api, web shop]\ntags: []\nteams: [ a/b , c.d ]\n",
           "impact:\nsummary:   spaces   within  \n\n\nowner:\n",
           "factors:\n  - one\n  -   two\nothers:\n- three\n- four, [five] and \"six\"\n",
           "action_items:\n  - title: Fix it\n    status: done\n\n  - title: Test it\n    tags: [a]\nlast: x\n",
           "a:\n  b:\n    c: d\n  e:\n    - f:\n      - g\n    - h: i\n",
           "  indented: whole\n  as: it is\n",
       }) {
    CAPTURE(text);
    const auto plain = read_plain_yaml(text, 2);
    REQUIRE(plain);
    CHECK(shown(*plain) == by_libyaml(text));
  }
}

TEST_CASE("plain YAML leaves to libyaml what may mean more, and what is wrong") {
  for (const std::string text : {
           "",
           "# a comment\na: b\n",
           "a: b # c\n",
           "a: null\n",
           "a: ~\n",
           "null: a\n",
           "a: b\na: c\n",
           "a: b: c\n",
           "a: b\n  c\n",
           "a: b\n  c: d\n",
           "a:\n  b\n",
           "a:\tb\n",
           "\u00e4: b\n",
           "a: |\n  b\n",
           "a: &b c\n",
           "a: *b\n",
           "a: !b c\n",
           "a: {b: c}\n",
           "a: [b, [c]]\n",
           "a: [b: c]\n",
           "a: [b,\n  c]\n",
           "a: [b,]\n",
           "a: \"b\\n\"\n",
           "a: 'b''c'\n",
           "a: \"b\n  c\"\n",
           "- a\n",
           "a: b\n---\nc: d\n",
           "a: b\n...\n",
           "a : b\n",
           "a b: c\n",
           "? a\n: b\n",
           "a:\n  - - b\n",
           "a:\n  -\n    b: c\n",
           "a:\n    b: c\n  d: e\n",
           "a: b\n c: d\n",
           "<<: a\n",
           "%YAML 1.1\n---\na: b\n",
       }) {
    CAPTURE(text);
    CHECK_FALSE(read_plain_yaml(text, 2));
  }
}

TEST_CASE("plain YAML is no deeper and no larger than other YAML may be") {
  std::string deep;
  for (std::size_t depth = 0; depth < 40; ++depth) deep += std::string(depth, ' ') + "a:\n";
  CHECK_FALSE(read_plain_yaml(deep, 1));
  std::string large = "a:\n";
  for (int item = 0; item < 20'000; ++item) large += "- b\n";
  CHECK_FALSE(read_plain_yaml(large, 1));
}

}  // namespace hindsight
