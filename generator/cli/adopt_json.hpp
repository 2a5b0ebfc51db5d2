#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/postmortem.hpp"

namespace hindsight {

/// A document's name, and what was read from it.
using NamedPostmortem = std::pair<std::string, Postmortem>;

/// One object, name → fields: what front matter states, else what the body says, in the document's own words and zone,
/// and `evidence`, field → line, quote, rule, confidence. docs/adopting.md lists the fields.
std::string adopt_json(const std::vector<NamedPostmortem>& postmortems);

}  // namespace hindsight
