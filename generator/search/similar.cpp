#include "search/similar.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <mutex>
#include <utility>

#include "base/parallel.hpp"
#include "base/text.hpp"

namespace hindsight {
namespace {

struct Weight {
  std::uint32_t term = 0;
  double value = 0;
};

struct Candidate {
  std::uint32_t document = 0;
  double value = 0;
};

/// Whether a term can say that two documents are about the same: a word that some share and not most.
bool can_tell(const SearchIndex& index, std::uint32_t term, const std::vector<std::uint32_t>& spread) {
  const std::string& text = index.terms[term];
  const std::size_t documents = index.refs.size();
  const bool is_word = text.size() >= 3 && std::ranges::any_of(text, is_letter) &&
                       std::ranges::count_if(text, is_digit) * 2 <= static_cast<std::ptrdiff_t>(text.size());
  return is_word && spread[term] >= 2 && (documents < 8 || spread[term] <= documents / 3);
}

/// In how many documents each term is, in whatever field.
std::vector<std::uint32_t> count_documents(const SearchIndex& index, int jobs) {
  std::vector<std::uint32_t> spread(index.terms.size());
  std::mutex mutex;
  constexpr std::size_t block = 8192;
  parallel_for((index.refs.size() + block - 1) / block, jobs, [&](std::size_t part) {
    std::vector<std::uint32_t> seen(index.terms.size());  // by term: the last document that had it, counted from 1
    std::vector<std::uint32_t> counts(index.terms.size());
    for (std::size_t document = part * block; document < std::min(index.refs.size(), (part + 1) * block); ++document) {
      for (std::size_t field = 0; field < index.fields.size(); ++field) {
        for (const TermScore& score : index.scores_of(document, field)) {
          if (std::exchange(seen[score.term], static_cast<std::uint32_t>(document + 1)) != document + 1) {
            ++counts[score.term];
          }
        }
      }
    }
    const std::scoped_lock lock(mutex);
    std::ranges::transform(spread, counts, spread.begin(), std::plus());
  });
  return spread;
}

/// A document's most telling terms with weights whose squares add up to 1, by term.
std::vector<Weight> vector_of(const SearchIndex& index, std::size_t document, const std::vector<std::uint32_t>& spread,
                              std::size_t size) {
  std::vector<Weight> weights;
  for (std::size_t field = 0; field < index.fields.size(); ++field) {
    // A field's boost says how much a query should like it; for likeness it may count, but less.
    const double boost = std::sqrt(std::max(1.0, index.fields[field].boost));
    for (const TermScore& score : index.scores_of(document, field)) {
      if (can_tell(index, score.term, spread)) weights.push_back({score.term, score.score / 1000.0 / boost});
    }
  }
  std::ranges::sort(weights, {}, &Weight::term);
  std::vector<Weight> sums;
  for (const Weight& weight : weights) {
    if (!sums.empty() && sums.back().term == weight.term) {
      sums.back().value += weight.value;
    } else {
      sums.push_back(weight);
    }
  }
  std::ranges::stable_sort(sums, std::ranges::greater(), &Weight::value);
  if (sums.size() > size) sums.resize(size);
  double squares = 0;
  for (const Weight& weight : sums) squares += weight.value * weight.value;
  for (Weight& weight : sums) weight.value /= std::sqrt(squares);
  std::ranges::sort(sums, {}, &Weight::term);
  sums.shrink_to_fit();
  return sums;
}

/// By term: the documents that it tells most of, the strongest first.
std::vector<std::vector<Candidate>> list_candidates(const std::vector<std::vector<Weight>>& vectors, std::size_t terms,
                                                    std::size_t longest) {
  std::vector<std::vector<Candidate>> lists(terms);
  for (std::uint32_t document = 0; document < vectors.size(); ++document) {
    for (const Weight& weight : vectors[document]) lists[weight.term].push_back({document, weight.value});
  }
  for (std::vector<Candidate>& list : lists) {
    if (list.size() <= longest) continue;
    std::ranges::stable_sort(list, std::ranges::greater(), &Candidate::value);
    list.resize(longest);
  }
  return lists;
}

double cosine(const std::vector<Weight>& a, const std::vector<Weight>& b, std::vector<Weight>& shared) {
  shared.clear();
  double sum = 0;
  for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
    if (left->term < right->term) {
      ++left;
    } else if (right->term < left->term) {
      ++right;
    } else {
      shared.push_back({left->term, left->value * right->value});
      sum += shared.back().value;
      ++left;
      ++right;
    }
  }
  std::ranges::stable_sort(shared, std::ranges::greater(), &Weight::value);
  return sum;
}

/// Finds what is like one document after the other.
class Finder {
 public:
  Finder(const std::vector<std::vector<Weight>>& vectors, const std::vector<std::vector<Candidate>>& lists,
         const SimilarityOptions& options)
      : vectors_(vectors), lists_(lists), options_(options), sums_(vectors.size()) {}

  std::vector<SimilarDocument> find(std::uint32_t document) {
    std::vector<SimilarDocument> found;
    std::vector<Weight> shared;
    for (const std::uint32_t other : promising(document)) {
      const double similarity = cosine(vectors_[document], vectors_[other], shared);
      if (similarity < options_.least_similarity || shared.size() < options_.least_shared) continue;
      SimilarDocument similar{other, similarity, {}};
      for (std::size_t i = 0; i < std::min(shared.size(), options_.shown_terms); ++i) {
        similar.terms.push_back(shared[i].term);
      }
      found.push_back(std::move(similar));
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &SimilarDocument::similarity);
    if (found.size() > options_.most) found.resize(options_.most);
    found.shrink_to_fit();
    return found;
  }

 private:
  /// The documents that the lists of the document's terms lead to most, some more than are wanted.
  std::vector<std::uint32_t> promising(std::uint32_t document) {
    std::vector<std::uint32_t> touched;
    for (const Weight& weight : vectors_[document]) {
      for (const Candidate& candidate : lists_[weight.term]) {
        if (candidate.document == document) continue;
        if (sums_[candidate.document] == 0) touched.push_back(candidate.document);
        sums_[candidate.document] += weight.value * candidate.value;
      }
    }
    const std::size_t count = std::min(touched.size(), 4 * options_.most);
    const auto end = touched.begin() + static_cast<std::ptrdiff_t>(count);
    std::partial_sort(touched.begin(), end, touched.end(), [&](std::uint32_t a, std::uint32_t b) {
      return sums_[a] != sums_[b] ? sums_[a] > sums_[b] : a < b;
    });
    for (const std::uint32_t other : touched) sums_[other] = 0;
    touched.resize(count);
    std::ranges::sort(touched);
    return touched;
  }

  const std::vector<std::vector<Weight>>& vectors_;
  const std::vector<std::vector<Candidate>>& lists_;
  const SimilarityOptions& options_;
  std::vector<double> sums_;  ///< by document; 0 between calls
};

}  // namespace

std::vector<std::vector<SimilarDocument>> find_similar(const SearchIndex& index, const SimilarityOptions& options) {
  const std::vector<std::uint32_t> spread = count_documents(index, options.jobs);
  std::vector<std::vector<Weight>> vectors(index.refs.size());
  parallel_for(vectors.size(), options.jobs,
               [&](std::size_t i) { vectors[i] = vector_of(index, i, spread, options.telling_terms); });
  const std::vector<std::vector<Candidate>> lists = list_candidates(vectors, index.terms.size(), options.longest_list);
  std::vector<std::vector<SimilarDocument>> similar(vectors.size());
  constexpr std::size_t block = 512;
  parallel_for((similar.size() + block - 1) / block, options.jobs, [&](std::size_t part) {
    Finder finder(vectors, lists, options);
    for (std::size_t i = part * block; i < std::min(similar.size(), (part + 1) * block); ++i) {
      similar[i] = finder.find(static_cast<std::uint32_t>(i));
    }
  });
  return similar;
}

}  // namespace hindsight
