#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "search/string_table.hpp"
#include "search/tokenizer.hpp"

namespace hindsight {

struct SearchField {
  std::string name;
  double boost = 1;
};

/// A field of a document: nothing, a text to split into tokens, or tokens that are taken whole.
using FieldValue = std::variant<std::monostate, std::string, std::vector<std::string>>;

struct SearchDocument {
  std::string ref;
  double boost = 1;
  std::vector<FieldValue> fields;  ///< one for each SearchField
};

/// A term of a document's field. There is one for each word of a site, so it is small, and its BM25 score, in
/// thousandths, comes to where its count was.
struct TermWeight {
  std::uint32_t term = 0;
  std::int32_t weight = 0;
};

/// A document that has a term in a field, with its score there, in thousandths. There are as many as there are words.
struct Posting {
  static constexpr unsigned field_bits = 8;

  std::uint32_t document : 32 - field_bits = 0;
  std::uint32_t field : field_bits = 0;
  std::int32_t score = 0;
};

/// `document` and `field` by number, below the limits of score_documents(); `score` in thousandths.
inline Posting make_posting(std::size_t document, std::size_t field, std::int32_t score) {
  Posting posting;
  posting.document = static_cast<std::uint32_t>(document) & ((1U << (32 - Posting::field_bits)) - 1);
  posting.field = static_cast<std::uint32_t>(field) & ((1U << Posting::field_bits) - 1);
  posting.score = score;
  return posting;
}

/// A Lunr index: what lunr.js builds from the same documents. Terms have numbers in the order of their first
/// appearance, documents in the order in which their refs were first added.
struct SearchIndex {
  static constexpr std::uint32_t as_the_term = 0xFFFFFFFF;  ///< in `written`

  std::vector<SearchField> fields;
  std::vector<std::string> refs;
  StringList terms;
  std::vector<std::uint32_t> written;           ///< by term: see written_form()
  StringList forms;                             ///< in which some terms are written
  std::vector<std::uint32_t> sorted;            ///< terms by UTF-16 units
  StringList sorted_terms;                      ///< their texts
  std::size_t documents_in_piece = 0;           ///< whose scores are kept, and whose words were counted, together
  std::vector<std::vector<TermWeight>> scores;  ///< by document and field, in pieces
  std::vector<std::uint32_t> score_ends;        ///< by document and field: where its scores end in their piece
  std::vector<std::uint32_t> frequencies;       ///< by term: in how many documents it is, counted once a field
  std::vector<std::uint32_t> spread;            ///< by term: in how many documents it is, in whatever field
  std::vector<std::vector<Posting>> postings;   ///< by run of documents: by term, then in the order of addition
  std::vector<std::uint32_t> posting_ends;      ///< by term and run
  bool has_positions = false;
  std::vector<std::vector<TokenPosition>> positions;  ///< by posting, if there are any; whole tokens have none

  /// How a term is written most often, in lower case.
  std::string_view written_form(std::size_t term) const {
    return written[term] == as_the_term ? terms[term] : forms[written[term]];
  }

  /// The terms of a document's field, in no order that means anything.
  std::span<const TermWeight> scores_of(std::size_t document, std::size_t field) const;

  /// How many postings there are, or will be.
  std::size_t posting_count() const;

  /// The postings of a term in a run of documents: those of a field are in the order of addition.
  std::span<const Posting> postings_of(std::size_t term, std::size_t run) const {
    const std::size_t begin = posting_begin(term, run);
    return std::span(postings[run]).subspan(begin, posting_ends[term * postings.size() + run] - begin);
  }

  /// Calls visit(Posting) for each document and field that has a term.
  template <class Visit>
  void visit_postings(std::size_t term, const Visit& visit) const {
    for (std::size_t run = 0; run < postings.size(); ++run) {
      for (const Posting& posting : postings_of(term, run)) visit(posting);
    }
  }

  /// Has memory bring what visit_postings() will look at: first where a term's postings are, and when that is there,
  /// the first of them.
  void expect_ends(std::size_t term) const { __builtin_prefetch(&posting_ends[term * postings.size()]); }
  void expect_postings(std::size_t term) const {
    for (std::size_t run = 0; run < postings.size(); ++run) {
      const std::span<const Posting> of_run = postings_of(term, run);
      if (!of_run.empty()) __builtin_prefetch(of_run.data());
    }
  }

 private:
  std::size_t posting_begin(std::size_t term, std::size_t run) const {
    return term == 0 ? 0 : posting_ends[(term - 1) * postings.size() + run];
  }
};

struct IndexOptions {
  int jobs = 0;                 ///< threads; 0: one per core. The index is the same for any number
  bool with_positions = false;  ///< lunr's metadataWhitelist of ["position"]
};

/// Indexes documents 0 … count - 1, which `document` makes one by one, on any thread. Scores are BM25 (S. Robertson,
/// H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009) with k1 = 1.2, b = 0.75 and lunr's
/// inverse document frequency, times the boosts of field and document, rounded to thousandths. Of documents with the
/// same ref the last counts; terms of the others keep their postings, as in lunr. Throws Fatal for a field that lunr
/// cannot have (see problem_of_field), for a boost outside 0 … 10000, and for more than 256 fields or 2^24 documents.
SearchIndex build_index(std::vector<SearchField> fields, std::size_t count,
                        const std::function<SearchDocument(std::size_t)>& document, const IndexOptions& options);

/// The same as yet without postings, for whoever has no room for both them and scores.
SearchIndex score_documents(std::vector<SearchField> fields, std::size_t count,
                            const std::function<SearchDocument(std::size_t)>& document, const IndexOptions& options);

/// Adds the postings: the scores, the other way round. Unless it `keeps_scores`, those go as the postings come.
void add_postings(SearchIndex& index, bool keeps_scores, int jobs);

/// Whoever has read them all gives them back: they are half of what a large site's build has in memory.
void drop_postings(SearchIndex& index);

/// Why lunr cannot have a field of this name, or "": it takes / for a separator and trips over what every JavaScript
/// object has.
std::string problem_of_field(std::string_view name);

/// Whether a property of this name is an array index to JavaScript, which lists such before all others, by number.
bool is_array_index(std::string_view name);

}  // namespace hindsight
