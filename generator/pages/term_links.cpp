#include "pages/term_links.hpp"

#include "render/html.hpp"

namespace hindsight {

TermLinks::TermLinks(const Site& site, const Urls& urls) : site_(site) {
  for (const TermKind kind : all_term_kinds) {
    for (const Term& term : site.taxonomy(kind).terms) {
      html_[index_of(kind)].push_back(
          link_html(urls.to(routes::term(term)), kind == TermKind::severity ? term.name : term.title));
    }
  }
}

std::string TermLinks::of(std::size_t incident, TermKind kind) const {
  std::string html;
  for (const std::size_t term : site_.terms_of[incident][index_of(kind)]) {
    if (!html.empty()) html += ", ";
    html += html_[index_of(kind)][term];
  }
  return html;
}

}  // namespace hindsight
