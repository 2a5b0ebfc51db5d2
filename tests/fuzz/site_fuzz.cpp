// site.yml: whatever it says, the configuration that comes of it is one that the rest of the program can use.
#include "fuzz.hpp"
#include "input/site_config.hpp"
#include "tools/active_content.hpp"

using namespace hindsight;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Diagnostics diagnostics;
  const SourceFile source = clean_source(fuzz::string_of(data, size), "site.yml", diagnostics);
  const SiteConfig config = parse_site_config(source, diagnostics);
  fuzz::check_diagnostics(diagnostics, source.text);
  if (config.severities().empty()) fuzz::fail("no severities");
  for (const std::string& url : {config.base_url, config.edit_url}) {
    if (!oracle::is_allowed_address(url)) fuzz::fail("an address", url);
  }
  for (const TermKind kind : all_term_kinds) {
    for (const TermDefinition& term : config.vocabulary(kind)) {
      if (term.name.empty()) fuzz::fail("a term without a name");
      for (const auto& link : term.links) {
        if (!oracle::is_allowed_address(link.url)) fuzz::fail("an address", link.url);
      }
    }
  }
  // A document reads with it, errors or not.
  const fuzz::ReadText read =
      fuzz::read_text("---\ntitle: x\nseverity: SEV1\nservices: [a]\n---\n\n## Action items\n\n- fix OPS-12 **TODO**\n",
                      config, Scope::missing);
  fuzz::check_postmortem(read.postmortem);
  return 0;
}
