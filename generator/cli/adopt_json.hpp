#pragma once

#include <string>
#include <vector>

#include "model/postmortem.hpp"

namespace hindsight {

/// What was read from a document.
struct NamedPostmortem {
  std::string name;
  Postmortem postmortem;
  Proposals proposals;
  std::string severity;  ///< what site.yml calls it; empty if there is none
};

/// One object, name → fields: what front matter states, else what the body says, in the document's own words and zone,
/// and `evidence`, field → line, quote, rule, confidence. docs/adopting.md lists the fields.
std::string adopt_json(const std::vector<NamedPostmortem>& postmortems);

}  // namespace hindsight
