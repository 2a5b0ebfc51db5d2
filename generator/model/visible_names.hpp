#pragma once

#include "base/diagnostics.hpp"
#include "model/postmortem.hpp"

namespace hindsight {

/// Makes characters that nobody can see visible in everything that names something: the title, terms, people, owners
/// and tickets of action items. Whatever was found is reported.
Postmortem with_visible_names(Postmortem postmortem, Diagnostics& diagnostics);

}  // namespace hindsight
