#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "search/chunk.hpp"
#include "search/index.hpp"
#include "search/string_table.hpp"

namespace hindsight {

/// Gives the terms of all chunks common numbers. A chunk's terms are in the order of their first appearance, and so are
/// all terms when the chunks are taken in turn.
class TermNumbers {
 public:
  /// Numbers the terms of the next chunks, and takes from each what it knows of its own.
  void number(std::span<Chunk> chunks, int jobs);

  /// Moves what was found to where it belongs when all chunks have been seen.
  void finish(SearchIndex& index);

 private:
  /// What is known of a term so far. It is together because terms lie anywhere.
  struct Use {
    std::uint32_t frequency = 0;
    std::uint32_t spread = 0;
    std::uint32_t form = SearchIndex::as_the_term;
    std::uint32_t form_count = 0;
  };

  /// The common numbers of a chunk's terms.
  std::vector<std::uint32_t> number_terms(const ChunkTerms& terms);
  void add_use(const ChunkTerms& terms, std::size_t local, Use& use);

  StringTable numbers_;
  StringTable forms_;      ///< of terms that are written in another way
  std::vector<Use> uses_;  ///< by term
};

}  // namespace hindsight
