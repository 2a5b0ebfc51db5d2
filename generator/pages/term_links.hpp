#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "model/site.hpp"
#include "pages/routes.hpp"

namespace hindsight {

/// The links to the terms of a site, for pages at one depth: each is made once, and stands in many of them.
class TermLinks {
 public:
  TermLinks(const Site& site, const Urls& urls);

  /// The links to an incident's terms of one kind, between commas. Empty if it has none.
  std::string of(std::size_t incident, TermKind kind) const;

 private:
  const Site& site_;
  std::array<std::vector<std::string>, all_term_kinds.size()> html_;  ///< by kind and number of the term
};

}  // namespace hindsight
