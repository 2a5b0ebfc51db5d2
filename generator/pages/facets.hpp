#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/site.hpp"
#include "pages/routes.hpp"
#include "render/view.hpp"

namespace hindsight {

/// A value that a table can be filtered by. Without a script it is a link.
struct FacetOption {
  std::string value;
  std::string label;
  std::string url;
  std::string shape_html;
  std::size_t count = 0;  ///< rows that have it
};

/// Adds a facet with the options that some row has; none if there is no such option.
void add_facet(View& view, std::string_view name, std::string_view title, const std::vector<FacetOption>& options);

/// Adds the terms of a kind; `counts` as many as there are terms. Severities come in their order, others by count.
void add_term_facet(View& view, const Site& site, TermKind kind, std::string_view name, std::string_view title,
                    const std::vector<std::size_t>& counts, const Urls& urls);

/// The slugs of an incident's terms, separated by spaces: what its rows can be filtered by.
std::string term_slugs(const Site& site, std::size_t incident, TermKind kind);

}  // namespace hindsight
