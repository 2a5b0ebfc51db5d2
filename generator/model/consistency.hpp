#pragma once

#include "base/diagnostics.hpp"
#include "model/postmortem.hpp"

namespace hindsight {

/// Takes out the milestones that were read from the text and can't be right: in the future, or out of order with
/// others. A wrong value is worse than none. Each is a diagnostic.
Postmortem without_implausible_times(Postmortem postmortem, Date today, Diagnostics& diagnostics);

/// What the fields of one postmortem must satisfy together, whoever stated them: milestones in order, nothing in the
/// future of `today`, no incident over 30 days, open action items owned, title and start present.
void check_consistency(const Postmortem& postmortem, Date today, Diagnostics& diagnostics);

}  // namespace hindsight
