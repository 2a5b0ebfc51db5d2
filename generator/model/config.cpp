#include "model/config.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace hindsight {
namespace {

bool same_name(std::string_view a, std::string_view b) {
  const auto normal = [](char c) {
    if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
    return c == '-' || c == '_' ? ' ' : c;
  };
  return std::ranges::equal(trim(a), trim(b), {}, normal, normal);
}

}  // namespace

const TermDefinition* find_definition(const std::vector<TermDefinition>& vocabulary, std::string_view text) {
  const auto names = [&](const TermDefinition& term) {
    return same_name(term.name, text) || (!term.title.empty() && same_name(term.title, text)) ||
           std::ranges::any_of(term.aliases, [&](const std::string& alias) { return same_name(alias, text); });
  };
  const auto found = std::ranges::find_if(vocabulary, names);
  return found == vocabulary.end() ? nullptr : &*found;
}

std::vector<TermDefinition> default_severities() {
  return {
      {"SEV1",
       "Critical",
       "All or most users can't use a main function.",
       "",
       {"sev-1", "S1", "P1", "1", "critical"},
       {}},
      {"SEV2",
       "Major",
       "Many users are affected, or a main function works badly.",
       "",
       {"sev-2", "S2", "P2", "2", "major", "high"},
       {}},
      {"SEV3",
       "Moderate",
       "Some users are affected, or a lesser function fails.",
       "",
       {"sev-3", "S3", "P3", "3", "moderate", "medium", "minor"},
       {}},
      {"SEV4",
       "Minor",
       "Few users notice; there is a way around.",
       "",
       {"sev-4", "S4", "P4", "4", "low", "trivial"},
       {}},
      {"SEV5", "Informational", "No user notices.", "", {"sev-5", "S5", "P5", "5", "informational", "info"}, {}},
  };
}

}  // namespace hindsight
