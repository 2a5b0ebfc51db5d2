#include "model/taxonomy.hpp"

#include <algorithm>
#include <string_view>

#include "base/text.hpp"
#include "base/unicode.hpp"

namespace hindsight {
namespace {

using Terms = std::map<std::string, Term, std::less<>>;  ///< by slug

Term term_of(TermKind kind, const TermDefinition& definition, std::size_t rank) {
  Term term;
  term.kind = kind;
  term.slug = slugify(definition.name);
  term.name = definition.name;
  term.title = definition.title.empty() ? definition.name : definition.title;
  term.description = definition.description;
  term.owner = definition.owner;
  term.links = definition.links;
  term.listed = true;
  term.rank = rank;
  return term;
}

/// The term with the slug of `name`; a new one where there is none.
Terms::iterator term_spelled(const std::string& name, TermKind kind, std::size_t rank, Terms& terms) {
  const std::string slug = slugify(name);
  const auto [found, is_new] = terms.try_emplace(slug);
  if (is_new) {
    Term& term = found->second;
    term.kind = kind;
    term.slug = slug;
    term.name = term.title = name;
    term.rank = rank;
  }
  return found;
}

}  // namespace

std::vector<std::string> term_names(const Postmortem& postmortem, TermKind kind, const SiteConfig& config) {
  if (kind != TermKind::severity) return postmortem.terms[index_of(kind)];
  if (!postmortem.severity) return {};
  return {config.severities()[*postmortem.severity].name};
}

std::size_t Taxonomy::index_of_name(std::string_view name) const { return by_name.find(name)->second; }

Taxonomy make_taxonomy(TermKind kind, const SiteConfig& config, const Corpus& corpus) {
  Taxonomy taxonomy{kind, {}, {}};
  Terms terms;
  std::map<std::string, Terms::iterator, std::less<>> spellings;
  const std::vector<TermDefinition>& vocabulary = config.vocabulary(kind);
  for (std::size_t rank = 0; rank < vocabulary.size(); ++rank) {
    Term term = term_of(kind, vocabulary[rank], rank);
    terms.emplace(term.slug, std::move(term));
  }
  for (std::size_t index = 0; index < corpus.postmortems.size(); ++index) {
    for (const std::string& name : term_names(corpus.postmortems[index], kind, config)) {
      const auto [spelled, is_new] = spellings.try_emplace(name);
      if (is_new) spelled->second = term_spelled(name, kind, vocabulary.size(), terms);
      Term& term = spelled->second->second;
      if (term.incidents.empty() || term.incidents.back() != index) term.incidents.push_back(index);
    }
  }
  for (auto& [slug, term] : terms) taxonomy.terms.push_back(std::move(term));
  std::ranges::stable_sort(taxonomy.terms, {}, &Term::rank);
  std::map<std::string_view, std::size_t> by_slug;
  for (std::size_t index = 0; index < taxonomy.terms.size(); ++index) {
    by_slug.emplace(taxonomy.terms[index].slug, index);
  }
  for (const auto& [name, term] : spellings) taxonomy.by_name.emplace(name, by_slug.find(term->first)->second);
  return taxonomy;
}

}  // namespace hindsight
