#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "search/index.hpp"
#include "search/string_table.hpp"
#include "search/tokenizer.hpp"

/// The first half of building an index: documents become counts of terms, many documents at once.
namespace hindsight {

inline constexpr double largest_boost = 10000;

/// The terms of a chunk, by numbers of its own.
struct ChunkTerms {
  StringTable numbers;
  StringList forms;                    ///< in which they are written
  std::vector<std::uint32_t> written;  ///< by term: its commonest form
  std::vector<std::uint32_t> written_count;
  std::vector<std::uint32_t> frequencies;  ///< by term: how many entries it has
  std::vector<std::uint32_t> spread;       ///< by term: in how many documents they are
};

/// A run of documents that are counted together.
struct Chunk {
  ChunkTerms terms;
  std::vector<std::string> refs;
  std::vector<double> boosts;
  std::vector<TermWeight> entries;     ///< weights are counts; with positions: indices into `positions`
  std::vector<std::size_t> ends;       ///< of entries, by document and field
  std::vector<std::uint32_t> lengths;  ///< in terms, by document and field
  std::vector<std::vector<TokenPosition>> positions;

  std::size_t count_of(const TermWeight& entry) const {
    const auto weight = static_cast<std::size_t>(entry.weight);
    return positions.empty() ? weight : positions[weight].size();
  }
};

/// Counts documents begin … end - 1 in chunks of `chunk_size`, each with its fields in `field_order`. Terms are
/// numbered in the order of their first appearance in the chunk. Throws Fatal for a document's boost outside 0 …
/// largest_boost.
std::vector<Chunk> count_chunks(std::size_t begin, std::size_t end, std::size_t chunk_size,
                                const std::function<SearchDocument(std::size_t)>& document,
                                const std::vector<std::size_t>& field_order, const IndexOptions& options);

}  // namespace hindsight
