#include "search/postings.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/memory.hpp"

namespace hindsight {
namespace {

/// The postings of documents [first, end), whose refs come once.
PostingRun invert(const SearchIndex& index, std::size_t first, std::size_t end) {
  const std::size_t fields = index.fields.size();
  PostingRun run;
  run.ends.assign(index.terms.size() * fields, 0);
  const auto visit = [&](const auto& take) {
    for (std::size_t document = first; document < end; ++document) {
      for (std::size_t field = 0; field < fields; ++field) {
        for (const TermScore& score : index.scores_of(document, field)) {
          take(score.term * fields + field, static_cast<std::uint32_t>(document), score.score);
        }
      }
    }
  };
  visit([&](std::size_t slot, std::uint32_t, std::int32_t) { ++run.ends[slot]; });
  std::vector<std::uint32_t> next = place_postings(run);
  visit([&](std::size_t slot, std::uint32_t document, std::int32_t score) {
    run.postings[next[slot]++] = {document, score};
  });
  return run;
}

}  // namespace

std::vector<std::uint32_t> place_postings(PostingRun& run) {
  std::vector<std::uint32_t> begins(run.ends.size());
  std::exclusive_scan(run.ends.begin(), run.ends.end(), begins.begin(), std::uint32_t{0});
  std::inclusive_scan(run.ends.begin(), run.ends.end(), run.ends.begin());
  run.postings.resize(run.ends.empty() ? 0 : run.ends.back());
  return begins;
}

void add_postings(SearchIndex& index, bool keeps_scores) {
  if (!index.runs.empty()) return;
  // Each run lists the ends of all terms: few runs take less room, many are sooner done with their scores. One after
  // the other, so that there is never more than one run beside the scores.
  constexpr std::size_t fewest_pieces = 32;
  constexpr std::size_t most_runs = 5;
  const std::size_t pieces_in_run = std::max(fewest_pieces, (index.scores.size() + most_runs - 1) / most_runs);
  for (std::size_t first = 0; first < index.scores.size(); first += pieces_in_run) {
    const std::size_t end = std::min(first + pieces_in_run, index.scores.size());
    index.runs.push_back(invert(index, first * SearchIndex::documents_in_piece,
                                std::min(end * SearchIndex::documents_in_piece, index.refs.size())));
    if (keeps_scores) continue;
    for (std::size_t piece = first; piece < end; ++piece) index.scores[piece] = std::vector<TermScore>();
    return_freed_memory();
  }
}

void drop_postings(SearchIndex& index) {
  index.runs = std::vector<PostingRun>();
  return_freed_memory();
}

}  // namespace hindsight
