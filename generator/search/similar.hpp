#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "search/index.hpp"

namespace hindsight {

/// A large site has five of them for each of its documents, so they are small.
struct SimilarDocument {
  std::uint32_t document = 0;
  float similarity = 0;                        ///< cosine, 0 to 1
  std::uint32_t term_count = 0;                ///< of `first_terms`
  std::array<std::uint32_t, 4> first_terms{};  ///< of those that both share, the most telling first

  std::span<const std::uint32_t> terms() const { return std::span(first_terms).first(term_count); }
};

struct SimilarityOptions {
  std::size_t telling_terms = 40;   ///< of each document that are compared
  std::size_t searched_terms = 12;  ///< of those that are looked up in other documents
  std::size_t longest_list = 100;   ///< documents that are looked at for one term
  std::size_t most = 5;             ///< similar documents of each
  double least_similarity = 0.12;
  std::size_t least_shared = 2;  ///< terms
  int jobs = 0;
};

/// For each document those like it, most similar first: the cosine of its vector and theirs, where a vector holds the
/// document's most telling terms (by BM25 score over all fields; terms of one document, of most, and numbers tell
/// nothing). Time grows with the number of documents, not its square: a term leads to the documents that it tells most
/// of.
std::vector<std::vector<SimilarDocument>> find_similar(const SearchIndex& index, const SimilarityOptions& options);

}  // namespace hindsight
