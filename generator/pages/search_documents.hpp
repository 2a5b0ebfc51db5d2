#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/site.hpp"
#include "search/index.hpp"
#include "search/similar.hpp"

namespace hindsight {

/// What a site's readers search, and what it says of likeness.
struct SiteSearch {
  SearchIndex index;
  std::vector<std::vector<SimilarDocument>> similar;  ///< by document
};

/// Indexes the incidents. Their refs are their pages' paths; their numbers begin with the oldest, so that a new
/// incident leaves the others' alone.
SiteSearch search_site(const Site& site, int jobs);

/// Between an incident's index in the corpus and its number as a document.
inline std::size_t document_of(const Site& site, std::size_t incident) {
  return site.corpus.postmortems.size() - 1 - incident;
}
inline std::size_t incident_of(const Site& site, std::size_t document) { return document_of(site, document); }

}  // namespace hindsight
