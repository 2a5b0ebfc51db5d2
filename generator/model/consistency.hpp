#pragma once

#include "base/diagnostics.hpp"
#include "model/postmortem.hpp"

namespace hindsight {

/// What the fields of one postmortem must satisfy together, whoever stated them: milestones in order, nothing in the
/// future of `today`, no incident over 30 days, open action items owned, title and start present.
void check_consistency(const Postmortem& postmortem, Date today, Diagnostics& diagnostics);

}  // namespace hindsight
