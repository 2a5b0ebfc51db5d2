#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/site.hpp"
#include "search/index.hpp"
#include "search/shards.hpp"
#include "search/similar.hpp"

namespace hindsight {

/// What a site's readers search, and what it says of likeness.
struct SiteSearch {
  SearchIndex index;
  CommonTerms common;                                 ///< whose postings are cut
  std::vector<std::vector<SimilarDocument>> similar;  ///< by document
  std::optional<std::string> whole_index;             ///< as JSON for lunr.js, if it is within its limit
};

struct SearchOptions {
  std::size_t most_index_bytes = 0;  ///< of the whole index as JSON, for it to be published
  std::size_t postings_in_part = 0;  ///< see cut_postings()
  int jobs = 0;
};

/// Takes a document's card (see SearchCard), on any thread.
using PutCard = std::function<void(std::size_t document, const std::string& script)>;

/// Indexes the incidents, and hands out a card of each on the way: both are made from its passages. Their refs are
/// their pages' paths; their numbers begin with the oldest, so that a new incident leaves the others' alone. Pages find
/// documents by terms: the index comes without its scores by document.
SiteSearch search_site(const Site& site, const SearchOptions& options, const PutCard& put_card);

/// Between an incident's index in the corpus and its number as a document.
inline std::size_t document_of(const Site& site, std::size_t incident) {
  return site.corpus.postmortems.size() - 1 - incident;
}
inline std::size_t incident_of(const Site& site, std::size_t document) { return document_of(site, document); }

}  // namespace hindsight
