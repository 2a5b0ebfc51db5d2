// A document with front matter and body, read as the build reads it: nothing in the result runs, leads astray or points
// outside the text.
#include "fuzz.hpp"

using namespace hindsight;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const SiteConfig config = [] {
    SiteConfig defaults;
    defaults.vocabularies[index_of(TermKind::severity)] = default_severities();
    return defaults;
  }();
  const fuzz::ReadText read = fuzz::read_text(fuzz::string_of(data, size), config, Scope::missing);
  fuzz::check_diagnostics(read.diagnostics, read.text);
  fuzz::check_postmortem(read.postmortem);
  return 0;
}
