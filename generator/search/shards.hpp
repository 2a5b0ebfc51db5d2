#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "search/index.hpp"

/// A Lunr index in pieces: a reader downloads only those with a query's terms, and finds what the whole index would.
/// The pieces are values of JSON, safe in scripts and behind whatever is to stand before them; theme/js/search-index.js
/// puts them together again. Documents are small integers:
/// their numbers in the index. The refs must differ and must not be array indices, so that numbers sort as refs do.
namespace hindsight {

/// Terms [begin, end) of SearchIndex::sorted.
struct TermRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Documents [begin, end) by number.
struct DocumentRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// The postings of a term that very many documents have: those of the older documents are in parts of their own, those
/// of the newer ones stay with the term.
struct CutPostings {
  std::size_t first_part = 0;       ///< parts of all terms are numbered; these are first_part, first_part + 1, …
  std::vector<std::uint32_t> ends;  ///< by part: the document behind its last
  std::size_t kept = 0;             ///< postings that stay with the term

  DocumentRange range_of(std::size_t part) const { return {part == 0 ? 0 : ends[part - 1], ends[part]}; }
};

/// By term; most terms are whole.
using CommonTerms = std::map<std::uint32_t, CutPostings>;

/// Cuts the postings of the commonest terms into parts of about `size`, counted from the oldest document, so that newer
/// ones move no border. `kept` parts, and what is newer, stay with a term: what a reader finds first. Terms with up to
/// half as much again are whole.
CommonTerms cut_postings(const SearchIndex& index, std::size_t size, std::size_t kept);

/// Cuts the terms so that each piece is about `size` bytes of JSON; a term's postings are cut by cut_postings() alone.
std::vector<TermRange> cut_terms(const SearchIndex& index, const CommonTerms& common, std::size_t size);

/// Postings and scores of some terms: [[term, number, f0, f1, …], …] with an entry for each field: 0 if the term is not
/// in it, else [document, score, step, score, …], where a step leads from the document before, and scores are
/// thousandths. If older documents are in parts, [first part, end of it, end of the next, …] follows.
std::string shard_json(const SearchIndex& index, const CommonTerms& common, TermRange range, std::string before = {});

/// A part of a term's postings: [f0, f1, …], as in shard_json().
std::string part_json(const SearchIndex& index, std::uint32_t term, DocumentRange range, std::string before = {});

/// The terms of a range, in one string with line feeds between: what leading wildcards and fuzzy terms are compared
/// with. A term that holds a line feed itself, as only a whole token can, is left out.
std::string vocabulary_json(const SearchIndex& index, TermRange range, std::string before = {});

/// What a client must know first: {"version", "fields", "documents", "pipeline", "terms": [first term of each shard],
/// "vocabulary": [first term of each piece]}.
std::string manifest_json(const SearchIndex& index, std::string_view version, const std::vector<TermRange>& shards,
                          const std::vector<TermRange>& vocabulary);

/// Names this very index: pieces of another do not fit.
std::string index_version(const SearchIndex& index);

/// How words are written that are in at least `least` documents, commonest first, at most `limit` of them; words of
/// three letters or more without digits and marks. What a misspelt word is compared with.
std::vector<std::string> common_words(const SearchIndex& index, std::size_t least, std::size_t limit);

}  // namespace hindsight
