#pragma once

#include <cstdint>
#include <vector>

#include "search/string_table.hpp"

namespace hindsight {

/// Terms as JavaScript sorts them: by UTF-16 units.
struct SortedTerms {
  std::vector<std::uint32_t> numbers;
  StringList texts;
};

SortedTerms sort_terms(const StringList& terms);

}  // namespace hindsight
