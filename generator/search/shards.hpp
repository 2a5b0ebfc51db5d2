#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/index.hpp"

/// A Lunr index in pieces: a reader downloads only those with a query's terms, and finds what the whole index would.
/// The pieces are values of JSON; theme/js/search-index.js puts them together again. Documents are small integers:
/// their numbers in the index. The refs must differ and must not be array indices, so that numbers sort as refs do.
namespace hindsight {

/// Terms [begin, end) of SearchIndex::sorted.
struct TermRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Cuts the terms so that each piece is about `size` bytes of JSON; a term is never cut.
std::vector<TermRange> cut_terms(const SearchIndex& index, std::size_t size);

/// Postings and scores of some terms: [[term, number, f0, f1, …], …] with an entry for each field: 0 if the term is not
/// in it, else [document, score, step, score, …], where a step leads from the document before, and scores are
/// thousandths.
std::string shard_json(const SearchIndex& index, TermRange range);

/// The terms of a range, in one string with line feeds between: what leading wildcards and fuzzy terms are compared
/// with. A term that holds a line feed itself, as only a whole token can, is left out.
std::string vocabulary_json(const SearchIndex& index, TermRange range);

/// What a client must know first: {"version", "fields", "documents", "pipeline", "terms": [first term of each shard],
/// "vocabulary": [first term of each piece]}.
std::string manifest_json(const SearchIndex& index, const std::vector<TermRange>& shards,
                          const std::vector<TermRange>& vocabulary);

/// Names this very index: pieces of another do not fit.
std::string index_version(const SearchIndex& index);

/// How words are written that are in at least `least` documents, commonest first, at most `limit` of them; words of
/// three letters or more without digits and marks. What a misspelt word is compared with.
std::vector<std::string> common_words(const SearchIndex& index, std::size_t least, std::size_t limit);

}  // namespace hindsight
