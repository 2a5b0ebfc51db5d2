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

/// The postings of documents [first, end), whose refs come once. Two halves of them at once, because it mostly waits
/// for memory.
PostingRun invert(const SearchIndex& index, std::size_t first, std::size_t end, int jobs) {
  std::array<std::vector<std::uint32_t>, 2> places;
  const auto begin_of = [&](std::size_t part) { return first + (end - first) * part / places.size(); };
  parallel_for(places.size(), jobs, [&](std::size_t part) {
    places[part].resize(index.terms.size());
    visit_scores(index, begin_of(part), begin_of(part + 1),
                 [&](std::uint32_t term, const Posting&) { ++places[part][term]; });
  });
  PostingRun run = place_postings(places);
  parallel_for(places.size(), jobs, [&](std::size_t part) {
    visit_scores(
        index, begin_of(part), begin_of(part + 1),
        [&](std::uint32_t term, const Posting& posting) { run.postings[places[part][term]++] = posting; });
  });
  return run;
}

}  // namespace

PostingRun place_postings(std::span<std::vector<std::uint32_t>> counts) {
  PostingRun run;
  const std::size_t terms = counts.front().size();
  run.ends.reserve(terms);
  std::uint32_t placed = 0;
  for (std::size_t term = 0; term < terms; ++term) {
    for (std::vector<std::uint32_t>& list : counts) placed += std::exchange(list[term], placed);
    run.ends.push_back(placed);
  }
  run.postings.resize(placed);
  return run;
}

void add_postings(SearchIndex& index, bool keeps_scores, int jobs) {
  if (!index.runs.empty()) return;
  // Each run lists the ends of all terms: few runs take less room, many are sooner done with their scores. One after
  // the other, so that there is never more than one run beside the scores.
  constexpr std::size_t fewest_documents = 16'384;
  constexpr std::size_t most_runs = 5;
  const std::size_t pieces_in_run =
      std::max(fewest_documents / index.documents_in_piece, (index.scores.size() + most_runs - 1) / most_runs);
  for (std::size_t first = 0; first < index.scores.size(); first += pieces_in_run) {
    const std::size_t end = std::min(first + pieces_in_run, index.scores.size());
    index.runs.push_back(invert(index, first * index.documents_in_piece,
                                std::min(end * index.documents_in_piece, index.refs.size()), jobs));
    if (keeps_scores) continue;
    for (std::size_t piece = first; piece < end; ++piece) index.scores[piece] = std::vector<TermWeight>();
    return_freed_memory();
  }
}

void drop_postings(SearchIndex& index) {
  index.runs = std::vector<PostingRun>();
  return_freed_memory();
}

}  // namespace hindsight
