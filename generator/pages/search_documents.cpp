#include "pages/search_documents.hpp"

#include <string>
#include <utility>

#include "base/memory.hpp"
#include "pages/passages.hpp"
#include "pages/routes.hpp"
#include "pages/search_card.hpp"
#include "search/identifiers.hpp"
#include "search/lunr_json.hpp"

namespace hindsight {
namespace {

/// What is searched, and how much more a word counts there than in the body. docs/search.md says the same.
std::vector<SearchField> search_fields() {
  return {{"title", 10},   {"terms", 5},   {"summary", 3},    {"body", 1},
          {"timeline", 1}, {"actions", 1}, {"identifiers", 3}};
}

constexpr std::size_t parts_kept = 8;  ///< of a term's postings, with the term

void add_line(std::string& text, std::string_view more) {
  if (more.empty()) return;
  if (!text.empty()) text += '\n';
  text += more;
}

/// Services, triggers, root causes, severity, teams, tags, people and the id.
std::string terms_text(const Site& site, std::size_t incident) {
  const Postmortem& postmortem = site.corpus.postmortems[incident];
  std::string text = postmortem.id;
  for (const TermKind kind : all_term_kinds) {
    for (const std::size_t index : site.terms_of[incident][index_of(kind)]) {
      const Term& term = site.taxonomy(kind).terms[index];
      add_line(text, term.name);
      if (term.title != term.name) add_line(text, term.title);
    }
  }
  for (const std::string& name : postmortem.authors) add_line(text, name);
  for (const std::string& name : postmortem.responders) add_line(text, name);
  return text;
}

/// What is searched of an incident; puts the card that shows what was found, because both quote its passages.
SearchDocument make_document(const Site& site, std::size_t document, const PutCard& put_card) {
  const std::size_t incident = incident_of(site, document);
  const Postmortem& postmortem = site.corpus.postmortems[incident];
  SearchCard card(site, document);
  std::string terms = terms_text(site, incident);
  std::string body;
  std::string timeline;
  std::string actions;
  visit_passages(postmortem, [&](const Passage& passage) {
    if (passage.kind == Passage::Kind::section) add_line(body, passage.title);
    std::string& text = passage.kind == Passage::Kind::section    ? body
                        : passage.kind == Passage::Kind::timeline ? timeline
                                                                  : actions;
    add_line(text, passage.text);
    card.add(passage);
  });
  put_card(document, card.take());
  std::vector<std::string> compounds =
      identifiers({postmortem.title, terms, postmortem.summary.text, body, timeline, actions});
  return {routes::incident(postmortem),
          1,
          {postmortem.title, std::move(terms), postmortem.summary.text, std::move(body), std::move(timeline),
           std::move(actions), std::move(compounds)}};
}

}  // namespace

SiteSearch search_site(const Site& site, const SearchOptions& options, const PutCard& put_card) {
  SiteSearch search;
  const std::size_t count = site.corpus.postmortems.size();
  search.index = score_documents(search_fields(), count,
                                 [&](std::size_t document) { return make_document(site, document, put_card); },
                                 {options.jobs, false});
  SimilarityOptions similarity;
  similarity.jobs = options.jobs;
  search.similar = find_similar(search.index, similarity);
  return_freed_memory();
  const bool may_be_whole = may_fit(search.index, options.most_index_bytes);
  add_postings(search.index, may_be_whole, options.jobs);
  if (may_be_whole) search.whole_index = lunr_json(search.index, options.most_index_bytes);
  search.common = cut_postings(search.index, options.postings_in_part, parts_kept);
  search.index.scores = std::vector<std::vector<TermWeight>>();
  search.index.score_ends = std::vector<std::uint32_t>();
  return_freed_memory();
  return search;
}

}  // namespace hindsight
