#include "search/postings.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/memory.hpp"
#include "base/parallel.hpp"

namespace hindsight {
namespace {

/// Calls take(term, posting) for all scores of documents [first, end).
template <class Take>
void visit_scores(const SearchIndex& index, std::size_t first, std::size_t end, const Take& take) {
  for (std::size_t document = first; document < end; ++document) {
    for (std::size_t field = 0; field < index.fields.size(); ++field) {
      for (const TermWeight& score : index.scores_of(document, field)) {
        take(score.term, make_posting(document, field, score.weight));
      }
    }
  }
}

/// Fills a run with the postings of documents [first, end), whose refs come once. Two halves of them at once, because
/// it mostly waits for memory.
void fill_run(SearchIndex& index, std::size_t run, std::size_t first, std::size_t end, int jobs) {
  std::array<std::vector<std::uint32_t>, 2> places;
  const auto begin_of = [&](std::size_t part) { return first + (end - first) * part / places.size(); };
  parallel_for(places.size(), jobs, [&](std::size_t part) {
    places[part].resize(index.terms.size());
    visit_scores(index, begin_of(part), begin_of(part + 1),
                 [&](std::uint32_t term, const Posting&) { ++places[part][term]; });
  });
  place_postings(index, run, places);
  std::vector<Posting>& postings = index.postings[run];
  parallel_for(places.size(), jobs, [&](std::size_t part) {
    visit_scores(index, begin_of(part), begin_of(part + 1),
                 [&](std::uint32_t term, const Posting& posting) { postings[places[part][term]++] = posting; });
  });
}

}  // namespace

void make_runs(SearchIndex& index, std::size_t runs) {
  index.postings.resize(runs);
  index.posting_ends.resize(index.terms.size() * runs);
}

void place_postings(SearchIndex& index, std::size_t run, std::span<std::vector<std::uint32_t>> counts) {
  std::uint32_t placed = 0;
  for (std::size_t term = 0; term < index.terms.size(); ++term) {
    for (std::vector<std::uint32_t>& list : counts) placed += std::exchange(list[term], placed);
    index.posting_ends[term * index.postings.size() + run] = placed;
  }
  index.postings[run].resize(placed);
}

void add_postings(SearchIndex& index, bool keeps_scores, int jobs) {
  if (!index.postings.empty()) return;
  // Each run has a place in the ends of all terms: few runs take less room, many are sooner done with their scores. One
  // after the other, so that there is never more than one run beside the scores.
  constexpr std::size_t fewest_documents = 16'384;
  constexpr std::size_t most_runs = 5;
  const std::size_t pieces = index.scores.size();
  const std::size_t pieces_in_run =
      std::max(fewest_documents / index.documents_in_piece, (pieces + most_runs - 1) / most_runs);
  make_runs(index, (pieces + pieces_in_run - 1) / pieces_in_run);
  for (std::size_t run = 0; run < index.postings.size(); ++run) {
    const std::size_t first = run * pieces_in_run;
    const std::size_t end = std::min(first + pieces_in_run, pieces);
    fill_run(index, run, first * index.documents_in_piece, std::min(end * index.documents_in_piece, index.refs.size()),
             jobs);
    if (keeps_scores) continue;
    for (std::size_t piece = first; piece < end; ++piece) index.scores[piece] = std::vector<TermWeight>();
    return_freed_memory();
  }
}

void drop_postings(SearchIndex& index) {
  index.postings = std::vector<std::vector<Posting>>();
  index.posting_ends = std::vector<std::uint32_t>();
  return_freed_memory();
}

}  // namespace hindsight
