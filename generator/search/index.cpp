#include "search/index.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <iterator>
#include <limits>
#include <numeric>
#include <utility>

#include "base/fatal.hpp"
#include "base/parallel.hpp"
#include "search/chunk.hpp"
#include "search/postings.hpp"
#include "search/string_table.hpp"
#include "search/term_numbers.hpp"
#include "search/term_order.hpp"

namespace hindsight {
namespace {

constexpr double k1 = 1.2;
constexpr double b = 0.75;

/// All documents as they were added.
struct Additions {
  std::size_t chunk_size = 0;
  std::vector<Chunk> chunks;
  std::vector<std::uint32_t> document_of;  ///< by addition
  std::vector<std::size_t> last_of;        ///< by document: the addition that counts
  bool has_repeated_refs = false;

  const Chunk& chunk_of(std::size_t addition) const { return chunks[addition / chunk_size]; }
  Chunk& chunk_of(std::size_t addition) { return chunks[addition / chunk_size]; }

  std::span<const TermWeight> entries_of(std::size_t addition, std::size_t field, std::size_t field_count) const {
    const Chunk& chunk = chunk_of(addition);
    const std::size_t slot = addition % chunk_size * field_count + field;
    const std::size_t begin = slot == 0 ? 0 : chunk.ends[slot - 1];
    return std::span(chunk.entries).subspan(begin, chunk.ends[slot] - begin);
  }

  std::uint32_t length_of(std::size_t addition, std::size_t field, std::size_t field_count) const {
    return chunk_of(addition).lengths[addition % chunk_size * field_count + field];
  }
};

/// Documents that are counted together. Each chunk sees most words anew, so few large ones cost less, if there are
/// enough for all threads.
std::size_t piece_size(std::size_t documents) { return documents < 4096 ? 256 : 1024; }

/// Counts all documents, some chunks at a time: what a chunk knows of its own terms is not kept for long.
std::vector<Chunk> count_documents(std::size_t count, const std::function<SearchDocument(std::size_t)>& document,
                                   const std::vector<std::size_t>& field_order, const IndexOptions& options,
                                   SearchIndex& index) {
  const std::size_t at_once = 8 * index.documents_in_piece;
  std::vector<Chunk> chunks;
  TermNumbers numbers;
  for (std::size_t begin = 0; begin < count; begin += at_once) {
    std::vector<Chunk> counted =
        count_chunks(begin, std::min(begin + at_once, count), index.documents_in_piece, document, field_order, options);
    numbers.number(counted, options.jobs);
    std::ranges::move(counted, std::back_inserter(chunks));
  }
  numbers.finish(index);
  return chunks;
}

Additions number_documents(std::vector<Chunk> chunks, SearchIndex& index) {
  Additions additions;
  additions.chunk_size = index.documents_in_piece;
  StringTable numbers;
  for (Chunk& chunk : chunks) {
    for (std::string& ref : chunk.refs) {
      const auto [number, is_new] = numbers.insert(ref);
      const std::size_t addition = additions.document_of.size();
      additions.document_of.push_back(number);
      if (is_new) {
        index.refs.push_back(std::move(ref));
        additions.last_of.push_back(addition);
      } else {
        additions.last_of[number] = addition;
        additions.has_repeated_refs = true;
      }
    }
  }
  additions.chunks = std::move(chunks);
  return additions;
}

/// By document and field, so that find_entry() and score_in() can search by halves.
void sort_entries(Additions& additions, int jobs) {
  parallel_for(additions.chunks.size(), jobs, [&](std::size_t c) {
    std::vector<TermWeight>& entries = additions.chunks[c].entries;
    auto first = entries.begin();
    for (const std::size_t end : additions.chunks[c].ends) {
      const auto last = entries.begin() + static_cast<std::ptrdiff_t>(end);
      std::ranges::sort(first, last, {}, &TermWeight::term);
      first = last;
    }
  });
}

const TermWeight* find_entry(std::span<const TermWeight> entries, std::uint32_t term) {
  const auto found = std::ranges::lower_bound(entries, term, {}, &TermWeight::term);
  return found != entries.end() && found->term == term ? &*found : nullptr;
}

/// Calls visit(addition, field, entry, is_first) for each entry in the order of additions; `is_first` is false where
/// the document got the term by an earlier addition.
template <class Visit>
void visit_entries(const Additions& additions, std::size_t field_count, const Visit& visit) {
  std::vector<std::vector<std::size_t>> earlier(additions.has_repeated_refs ? additions.last_of.size() : 0);
  for (std::size_t addition = 0; addition < additions.document_of.size(); ++addition) {
    const std::uint32_t document = additions.document_of[addition];
    for (std::size_t field = 0; field < field_count; ++field) {
      for (const TermWeight& entry : additions.entries_of(addition, field, field_count)) {
        const bool known =
            additions.has_repeated_refs && std::ranges::any_of(earlier[document], [&](std::size_t other) {
              return find_entry(additions.entries_of(other, field, field_count), entry.term) != nullptr;
            });
        visit(addition, field, entry, !known);
      }
    }
    if (additions.has_repeated_refs) earlier[document].push_back(addition);
  }
}

/// Where a document was added more than once, each of its terms counts once.
void count_occurrences(const Additions& additions, SearchIndex& index) {
  std::ranges::fill(index.frequencies, 0);
  std::ranges::fill(index.spread, 0);
  std::vector<std::vector<std::uint32_t>> terms_of(additions.last_of.size());
  visit_entries(additions, index.fields.size(),
                [&](std::size_t addition, std::size_t, const TermWeight& entry, bool is_first) {
                  if (is_first) ++index.frequencies[entry.term];
                  terms_of[additions.document_of[addition]].push_back(entry.term);
                });
  for (std::vector<std::uint32_t>& terms : terms_of) {
    std::ranges::sort(terms);
    const auto end = std::unique(terms.begin(), terms.end());
    for (auto term = terms.begin(); term != end; ++term) ++index.spread[*term];
  }
}

std::vector<double> inverse_frequencies(const SearchIndex& index, std::size_t added, int jobs) {
  std::vector<double> result(index.terms.size());
  parallel_for((result.size() + 4095) / 4096, jobs, [&](std::size_t part) {
    for (std::size_t term = part * 4096; term < std::min(result.size(), (part + 1) * 4096); ++term) {
      const auto with_term = static_cast<double>(index.frequencies[term]);
      const double x = (static_cast<double>(added) - with_term + 0.5) / (with_term + 0.5);
      result[term] = std::log(1 + std::abs(x));
    }
  });
  return result;
}

std::vector<double> average_lengths(const Additions& additions, std::size_t fields) {
  std::vector<double> averages(fields, 0);
  for (const std::size_t addition : additions.last_of) {
    for (std::size_t field = 0; field < fields; ++field)
      averages[field] += additions.length_of(addition, field, fields);
  }
  for (double& average : averages) average /= static_cast<double>(additions.last_of.size());
  return averages;
}

/// Math.round(score * 1000): halves go up. No score is negative. Which way it goes is not to be guessed, so there is no
/// branch for it.
std::int32_t thousandths(double score) {
  const double scaled = score * 1000;
  const auto floor = static_cast<std::int64_t>(scaled);
  return static_cast<std::int32_t>(floor + std::int64_t{scaled - static_cast<double>(floor) >= 0.5});
}

/// What the scores of one document depend on.
class Scorer {
 public:
  Scorer(const Additions& additions, const SearchIndex& index, int jobs)
      : index_(index),
        idf_(inverse_frequencies(index, additions.document_of.size(), jobs)),
        averages_(average_lengths(additions, index.fields.size())) {}

  /// Puts scores in place of the counts of a document's field.
  void score(const Additions& additions, std::size_t addition, std::size_t field, std::span<TermWeight> counts) const {
    const double given_boost = additions.chunk_of(addition).boosts[addition % additions.chunk_size];
    const double document_boost = given_boost == 0 ? 1 : given_boost;  // lunr: boost || 1
    const double field_boost = index_.fields[field].boost == 0 ? 1 : index_.fields[field].boost;
    const std::size_t fields = index_.fields.size();
    const double length = additions.length_of(addition, field, fields) / averages_[field];
    const Chunk& chunk = additions.chunk_of(addition);
    for (TermWeight& entry : counts) {
      const auto count = static_cast<double>(chunk.count_of(entry));
      double score = idf_[entry.term] * ((k1 + 1) * count) / (k1 * (1 - b + b * length) + count);
      score *= field_boost;
      score *= document_boost;
      entry.weight = thousandths(score);
    }
  }

 private:
  const SearchIndex& index_;
  std::vector<double> idf_;
  std::vector<double> averages_;
};

/// The counts of a piece's documents, and where they end: a copy if the additions are to keep theirs.
std::vector<TermWeight> take_counts(Additions& additions, std::size_t piece, std::size_t fields, bool keeps_entries,
                                    std::span<std::uint32_t> ends) {
  std::vector<TermWeight> copies;
  std::uint32_t end = 0;
  for (std::size_t slot = 0; slot < ends.size(); ++slot) {
    const std::size_t addition = additions.last_of[piece * additions.chunk_size + slot / fields];
    const std::span<const TermWeight> counts = additions.entries_of(addition, slot % fields, fields);
    if (keeps_entries) copies.insert(copies.end(), counts.begin(), counts.end());
    ends[slot] = end += static_cast<std::uint32_t>(counts.size());
  }
  return keeps_entries ? copies : std::move(additions.chunks[piece].entries);
}

/// Scores the documents a piece at a time. Unless it `keeps_entries`, each comes once, so a piece has a chunk's.
void score_additions(Additions& additions, SearchIndex& index, bool keeps_entries, int jobs) {
  const std::size_t fields = index.fields.size();
  const std::size_t documents = additions.last_of.size();
  const Scorer scorer(additions, index, jobs);
  index.score_ends.resize(documents * fields);
  const std::size_t in_piece = index.documents_in_piece;
  index.scores.resize((documents + in_piece - 1) / in_piece);
  parallel_for(index.scores.size(), jobs, [&](std::size_t piece) {
    const std::size_t first = piece * in_piece;
    const std::size_t count = std::min(documents - first, in_piece);
    const std::span<std::uint32_t> ends = std::span(index.score_ends).subspan(first * fields, count * fields);
    index.scores[piece] = take_counts(additions, piece, fields, keeps_entries, ends);
    const std::span<TermWeight> weights = index.scores[piece];
    std::size_t begin = 0;
    for (std::size_t slot = 0; slot < ends.size(); ++slot) {
      scorer.score(additions, additions.last_of[first + slot / fields], slot % fields,
                   weights.subspan(begin, ends[slot] - begin));
      begin = ends[slot];
    }
  });
}

std::int32_t score_in(const SearchIndex& index, std::uint32_t document, std::size_t field, std::uint32_t term) {
  const TermWeight* const found = find_entry(index.scores_of(document, field), term);
  return found != nullptr ? found->weight : 0;
}

/// Where the posting of a document's field is: it was put there by an earlier addition.
std::size_t find_posting(std::span<const Posting> postings, std::size_t first, std::size_t end, const Posting& wanted) {
  const auto is_there = [&](const Posting& p) { return p.document == wanted.document && p.field == wanted.field; };
  while (first < end && !is_there(postings[first])) ++first;
  return first;
}

/// The postings of documents whose refs may come again, with positions if the index has them.
void add_postings_of(const Additions& additions, SearchIndex& index) {
  const std::size_t fields = index.fields.size();
  std::vector<std::uint32_t> next(index.terms.size());
  visit_entries(additions, fields, [&](std::size_t, std::size_t, const TermWeight& entry, bool is_first) {
    if (is_first) ++next[entry.term];
  });
  make_runs(index, 1);
  place_postings(index, 0, std::span(&next, 1));
  std::vector<Posting>& postings = index.postings.front();
  const std::vector<std::uint32_t> begins = next;
  if (index.has_positions) index.positions.resize(postings.size());
  visit_entries(
      additions, fields, [&](std::size_t addition, std::size_t field, const TermWeight& entry, bool is_first) {
        const std::uint32_t document = additions.document_of[addition];
        const Posting posting = make_posting(document, field, score_in(index, document, field, entry.term));
        const std::size_t term = entry.term;
        const std::size_t place = is_first ? next[term]++ : find_posting(postings, begins[term], next[term], posting);
        postings[place] = posting;
        if (!index.has_positions) return;
        const std::vector<TokenPosition>& positions =
            additions.chunk_of(addition).positions[static_cast<std::size_t>(entry.weight)];
        index.positions[place].insert(index.positions[place].end(), positions.begin(), positions.end());
      });
}

/// The fields in the order in which JavaScript lists an object's properties: array indices first.
std::vector<std::size_t> order_fields(const std::vector<SearchField>& fields) {
  const auto number = [&](std::size_t field) {
    std::uint64_t value = std::numeric_limits<std::uint64_t>::max();
    const std::string& name = fields[field].name;
    if (is_array_index(name)) std::from_chars(name.data(), name.data() + name.size(), value);
    return value;
  };
  std::vector<std::size_t> order(fields.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, number);
  return order;
}

void check_size(std::size_t fields, std::size_t documents) {
  constexpr std::size_t most_fields = std::size_t{1} << Posting::field_bits;
  constexpr std::size_t most_documents = std::size_t{1} << (32 - Posting::field_bits);
  const auto check = [](std::size_t found, std::size_t most, const std::string& what) {
    if (found > most) throw Fatal(std::to_string(found) + what, "an index has up to " + std::to_string(most));
  };
  check(fields, most_fields, " fields");
  check(documents, most_documents, " documents");
}

void check_fields(const std::vector<SearchField>& fields) {
  for (const SearchField& field : fields) {
    const std::string problem = problem_of_field(field.name);
    if (!problem.empty()) throw Fatal("field \"" + field.name + "\": " + problem);
    if (!(field.boost >= 0 && field.boost <= largest_boost)) {
      throw Fatal("field \"" + field.name + "\": its boost is not between 0 and 10000");
    }
    if (std::ranges::count(fields, field.name, &SearchField::name) > 1) {
      throw Fatal("field \"" + field.name + "\" is named twice");
    }
  }
}

}  // namespace

std::span<const TermWeight> SearchIndex::scores_of(std::size_t document, std::size_t field) const {
  const std::size_t slot = document * fields.size() + field;
  const bool is_first = document % documents_in_piece == 0 && field == 0;
  const std::size_t begin = is_first ? 0 : score_ends[slot - 1];
  return std::span(scores[document / documents_in_piece]).subspan(begin, score_ends[slot] - begin);
}

std::size_t SearchIndex::posting_count() const {
  return std::accumulate(frequencies.begin(), frequencies.end(), std::size_t{0});
}

SearchIndex score_documents(std::vector<SearchField> fields, std::size_t count,
                            const std::function<SearchDocument(std::size_t)>& document, const IndexOptions& options) {
  check_fields(fields);
  check_size(fields.size(), count);
  SearchIndex index;
  const std::vector<std::size_t> field_order = order_fields(fields);
  for (const std::size_t field : field_order) index.fields.push_back(std::move(fields[field]));
  index.has_positions = options.with_positions;
  index.documents_in_piece = piece_size(count);
  Additions additions = number_documents(count_documents(count, document, field_order, options, index), index);
  const bool needs_entries = additions.has_repeated_refs || index.has_positions;
  if (needs_entries) sort_entries(additions, options.jobs);
  if (additions.has_repeated_refs) count_occurrences(additions, index);
  score_additions(additions, index, needs_entries, options.jobs);
  if (needs_entries) add_postings_of(additions, index);
  SortedTerms sorted = sort_terms(index.terms);
  index.sorted = std::move(sorted.numbers);
  index.sorted_terms = std::move(sorted.texts);
  return index;
}

SearchIndex build_index(std::vector<SearchField> fields, std::size_t count,
                        const std::function<SearchDocument(std::size_t)>& document, const IndexOptions& options) {
  SearchIndex index = score_documents(std::move(fields), count, document, options);
  add_postings(index, true, options.jobs);
  return index;
}

std::string problem_of_field(std::string_view name) {
  static constexpr auto taken = std::to_array<std::string_view>(
      {"__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__", "__proto__", "constructor",
       "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "toLocaleString", "toString", "valueOf"});
  if (name.find('/') != std::string_view::npos) return "lunr has / between a field's name and a document's";
  if (name == "_index") return "lunr keeps its own numbers under that name";
  if (std::ranges::find(taken, name) != taken.end()) return "every JavaScript object has a property of that name";
  return {};
}

bool is_array_index(std::string_view name) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  const bool is_number = error == std::errc() && end == name.data() + name.size();
  return is_number && number < 4294967295U && (name.size() == 1 || name.front() != '0');
}

}  // namespace hindsight
