#pragma once

#include <cstdint>
#include <vector>

#include "search/string_table.hpp"

namespace hindsight {

/// The numbers of terms, sorted as JavaScript sorts them: by UTF-16 units.
std::vector<std::uint32_t> sort_terms(const StringList& terms);

}  // namespace hindsight
