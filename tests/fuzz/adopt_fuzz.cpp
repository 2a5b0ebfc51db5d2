// A postmortem without front matter: the front matter that `hindsight adopt` would write for it can be read back
// without an error, and states what was inferred.
#include <string>
#include <utility>

#include "base/text.hpp"
#include "fuzz.hpp"
#include "model/front_matter_text.hpp"

using namespace hindsight;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const SiteConfig config = [] {
    SiteConfig defaults;
    defaults.vocabularies[index_of(TermKind::severity)] = default_severities();
    return defaults;
  }();
  const fuzz::ReadText read = fuzz::read_text(fuzz::string_of(data, size), config, Scope::everything);
  fuzz::check_postmortem(read.postmortem);
  if (read.postmortem.has_front_matter || read.diagnostics.has_errors()) return 0;

  const std::vector<std::string> lines = front_matter_of(read.postmortem, read.proposals, config, 0, 3);
  if (lines.empty()) return 0;
  const std::string adopted = "---\n" + join(lines, "\n") + "\n---\n\n" + read.text;
  const fuzz::ReadText again = fuzz::read_text(adopted, config, Scope::everything);
  for (const Diagnostic& finding : again.diagnostics.all()) {
    if (finding.level == Level::error) fuzz::fail(rule_info(finding.rule).id, finding.found + "\n" + adopted);
  }
  if (!again.postmortem.has_front_matter) fuzz::fail("front matter that is none", adopted);
  for (const Milestone milestone : all_milestones) {
    const auto& before = read.postmortem.time(milestone);
    const auto& after = again.postmortem.time(milestone);
    if (before && after && before->at != after->at) fuzz::fail(field_of(milestone), adopted);
  }
  return 0;
}
