#pragma once

#include <span>

#include "input/fields.hpp"

namespace hindsight {

/// Other tools' names for the fields of a postmortem, of its timeline entries and of its action items. Names that mean
/// different things in different tools (`name`, `uuid`) are left out: a wrong value is worse than none; `date` is a
/// field of its own, a mere hint.
std::span<const FieldAlias> postmortem_aliases();
std::span<const FieldAlias> timeline_aliases();
std::span<const FieldAlias> action_item_aliases();

}  // namespace hindsight
