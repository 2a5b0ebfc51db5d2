#include "pages/facets.hpp"

#include <algorithm>

#include "render/html.hpp"

namespace hindsight {

void add_facet(View& view, std::string_view name, std::string_view title, const std::vector<FacetOption>& options) {
  const auto has_rows = [](const FacetOption& option) { return option.count > 0; };
  if (std::ranges::none_of(options, has_rows)) return;
  View facet = view.add("facet");
  facet.set("name", name).set("title", title);
  for (const FacetOption& option : options) {
    if (!has_rows(option)) continue;
    facet.add("option")
        .set("value", option.value)
        .set("label", option.label)
        .set("url", option.url)
        .set_html("shape_html", option.shape_html)
        .set("count", static_cast<long>(option.count));
  }
}

void add_term_facet(View& view, const Site& site, TermKind kind, std::string_view name, std::string_view title,
                    const std::vector<std::size_t>& counts, const Urls& urls) {
  const bool is_severity = kind == TermKind::severity;
  std::vector<FacetOption> options;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const Term& term = site.taxonomy(kind).terms[i];
    options.push_back({term.slug, is_severity ? term.name : term.title, urls.to(routes::term(term)),
                       is_severity ? severity_shape(term.rank) : "", counts[i]});
  }
  if (!is_severity) std::ranges::stable_sort(options, std::ranges::greater(), &FacetOption::count);
  add_facet(view, name, title, options);
}

std::string term_slugs(const Site& site, std::size_t incident, TermKind kind) {
  std::string slugs;
  for (const std::size_t term : site.terms_of[incident][index_of(kind)]) {
    slugs += (slugs.empty() ? "" : " ") + site.taxonomy(kind).terms[term].slug;
  }
  return slugs;
}

}  // namespace hindsight
