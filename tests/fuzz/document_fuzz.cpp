// A document with front matter and body, read as the build reads it: nothing in the result runs, leads astray or points
// outside the text. Front matter that is read without libyaml is what libyaml makes of it.
#include <algorithm>

#include "fuzz.hpp"
#include "input/plain_yaml.hpp"

using namespace hindsight;

namespace {

bool are_same(const YamlValue& a, const YamlValue& b) {
  const auto same_entries = [](const YamlEntry& left, const YamlEntry& right) {
    return are_same(left.key, right.key) && are_same(left.value, right.value);
  };
  return a.kind == b.kind && a.text == b.text && a.quoted == b.quoted && a.line == b.line && a.column == b.column &&
         std::ranges::equal(a.items, b.items, are_same) && std::ranges::equal(a.entries, b.entries, same_entries);
}

void compare_with_libyaml(std::string_view front_matter) {
  const std::optional<YamlValue> plain = read_plain_yaml(front_matter, 1);
  if (!plain) return;
  Diagnostics diagnostics;
  // A comment above leaves it to libyaml.
  const std::optional<YamlValue> whole = parse_yaml("#\n" + std::string(front_matter), "x.md", 0, diagnostics);
  if (!whole || !diagnostics.all().empty() || !are_same(*plain, *whole)) fuzz::fail("another value", front_matter);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const SiteConfig config = [] {
    SiteConfig defaults;
    defaults.vocabularies[index_of(TermKind::severity)] = default_severities();
    return defaults;
  }();
  const std::string text = fuzz::string_of(data, size);
  const std::size_t begin = text.starts_with("---\n") ? 4 : 0;
  compare_with_libyaml(std::string_view(text).substr(begin, text.find("\n---", begin) - begin));
  const fuzz::ReadText read = fuzz::read_text(text, config, Scope::missing);
  fuzz::check_diagnostics(read.diagnostics, read.text);
  fuzz::check_postmortem(read.postmortem);
  return 0;
}
