#pragma once

#include <set>
#include <string_view>

#include "tools/active_content.hpp"

namespace hindsight::oracle {

using Attributes = std::set<std::string_view>;

/// The attributes that an element may have in what Hindsight writes; null for an element that must not be there.
const Attributes* allowed_attributes(std::string_view element, Scope scope);

}  // namespace hindsight::oracle
