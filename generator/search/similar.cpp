#include "search/similar.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <iterator>
#include <limits>
#include <numeric>
#include <span>
#include <utility>

#include "base/parallel.hpp"
#include "base/text.hpp"

namespace hindsight {
namespace {

// Small, because there are forty of each for every document.
struct Weight {
  std::uint32_t term = 0;
  float value = 0;
};

/// A document or term with a value that is not negative. They are one number, so that a single comparison tells which
/// is stronger: the greater value, of equals the smaller document or term.
class Ranked {
 public:
  Ranked() = default;
  Ranked(std::uint32_t number, float value)
      : rank_(std::uint64_t{std::bit_cast<std::uint32_t>(value)} << 32U | (0xFFFFFFFF - number)) {}

  std::uint32_t number() const { return 0xFFFFFFFF - static_cast<std::uint32_t>(rank_); }
  float value() const { return std::bit_cast<float>(static_cast<std::uint32_t>(rank_ >> 32U)); }

  static bool is_stronger(const Ranked& a, const Ranked& b) { return a.rank_ > b.rank_; }

 private:
  std::uint64_t rank_ = 0;
};

/// Brings the `count` strongest to the front, in no order.
void select_strongest(std::span<Ranked> all, std::size_t count) {
  if (count >= all.size()) return;
  std::nth_element(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count), all.end(), Ranked::is_stronger);
}

/// Calls work(begin, end) for runs of 0 … count - 1 that are long enough for a table of their own.
template <class Work>
void for_blocks(std::size_t count, int jobs, const Work& work) {
  constexpr std::size_t block = 1024;
  parallel_for((count + block - 1) / block, jobs,
               [&](std::size_t part) { work(part * block, std::min(count, (part + 1) * block)); });
}

/// By term: whether it can say that two documents are about the same: a word that some share and not most.
std::vector<char> find_telling(const SearchIndex& index) {
  const std::size_t documents = index.refs.size();
  const auto is_word = [](std::string_view text) {
    return text.size() >= 3 && std::ranges::any_of(text, is_letter) &&
           std::ranges::count_if(text, is_digit) * 2 <= static_cast<std::ptrdiff_t>(text.size());
  };
  std::vector<char> telling(index.terms.size());
  for (std::size_t term = 0; term < telling.size(); ++term) {
    const std::uint32_t spread = index.spread[term];
    const bool is_shared = spread >= 2 && (documents < 8 || spread <= documents / 3);
    telling[term] = is_shared && is_word(index.terms[term]) ? 1 : 0;
  }
  return telling;
}

/// The weights of all documents, one after the other in memory: each is compared with many others.
class WeightVectors {
 public:
  WeightVectors(std::size_t documents, std::size_t longest)
      : longest_(longest), weights_(documents * longest), sizes_(documents) {}

  std::size_t size() const { return sizes_.size(); }

  std::span<const Weight> operator[](std::size_t document) const {
    return {&weights_[document * longest_], sizes_[document]};
  }

  void set(std::size_t document, std::span<const Weight> weights) {
    std::ranges::copy(weights, weights_.begin() + static_cast<std::ptrdiff_t>(document * longest_));
    sizes_[document] = weights.size();
  }

  /// Has memory bring them.
  void expect(std::size_t document) const {
    const auto* const begin = reinterpret_cast<const char*>(&weights_[document * longest_]);
    for (std::size_t at = 0; at < longest_ * sizeof(Weight); at += bytes_at_once) __builtin_prefetch(begin + at);
  }

 private:
  static constexpr std::size_t bytes_at_once = 64;  // a line of usual caches

  std::size_t longest_;
  std::vector<Weight> weights_;
  std::vector<std::size_t> sizes_;
};

/// Finds what documents are about, one after the other.
class Weigher {
 public:
  Weigher(const SearchIndex& index, const std::vector<char>& telling) : index_(index), sums_(telling.size()) {
    for (std::size_t term = 0; term < telling.size(); ++term) sums_[term] = telling[term] != 0 ? 0.0F : tells_nothing;
    // A field's boost says how much a query should like it; for likeness it may count, but less.
    for (const SearchField& field : index.fields) {
      factors_.push_back(static_cast<float>(1 / std::sqrt(std::max(1.0, field.boost))));
    }
  }

  /// A document's `size` most telling terms with weights whose squares add up to 1, by term. Valid until the next call.
  std::span<const Weight> weigh(std::size_t document, std::size_t size) {
    add_up(document);
    ranked_.clear();
    for (const std::uint32_t term : touched_) ranked_.emplace_back(term, std::exchange(sums_[term], 0.0F));
    select_strongest(ranked_, size);
    weights_.clear();
    for (const Ranked& term : std::span(ranked_).first(std::min(size, ranked_.size()))) {
      weights_.push_back({term.number(), term.value()});
    }
    std::ranges::sort(weights_, {}, &Weight::term);
    float squares = 0;
    for (const Weight& weight : weights_) squares += weight.value * weight.value;
    for (Weight& weight : weights_) weight.value /= std::sqrt(squares);
    return weights_;
  }

 private:
  /// Over all fields, term by term. Which terms tell something, and are new, is not to be guessed, so there is no
  /// branch for it.
  void add_up(std::size_t document) {
    std::size_t count = 0;
    for (std::size_t field = 0; field < index_.fields.size(); ++field) {
      const std::span<const TermWeight> scores = index_.scores_of(document, field);
      touched_.resize(count + scores.size());
      for (std::size_t at = 0; at < scores.size(); ++at) {
        if (at + ahead < scores.size()) __builtin_prefetch(&sums_[scores[at + ahead].term]);
        const TermWeight& score = scores[at];
        float& sum = sums_[score.term];
        const bool is_new = sum == 0 && score.weight != 0;
        touched_[count] = score.term;
        count += is_new ? 1 : 0;
        sum += static_cast<float>(score.weight) * factors_[field];
      }
    }
    touched_.resize(count);
  }

  static constexpr float tells_nothing = -std::numeric_limits<float>::infinity();  // whatever is added to it
  static constexpr std::size_t ahead = 16;  ///< how many terms memory is told of before they are looked at

  const SearchIndex& index_;
  std::vector<float> factors_;          ///< by field
  std::vector<float> sums_;             ///< by term; 0 between calls
  std::vector<std::uint32_t> touched_;  ///< terms whose sum is not 0
  std::vector<Ranked> ranked_;          ///< the same, with their sums
  std::vector<Weight> weights_;
};

/// By term: the documents that it tells most of.
class CandidateLists {
 public:
  CandidateLists(const WeightVectors& vectors, std::size_t terms, std::size_t longest)
      : ends_(terms + 1), longest_(longest) {
    for (std::size_t document = 0; document < vectors.size(); ++document) {
      for (const Weight& weight : vectors[document]) ++ends_[weight.term + 1];
    }
    std::partial_sum(ends_.begin(), ends_.end(), ends_.begin());
    candidates_.resize(ends_.back());
    std::vector<std::uint32_t> next(ends_.begin(), ends_.end() - 1);
    for (std::uint32_t document = 0; document < vectors.size(); ++document) {
      for (const Weight& weight : vectors[document]) candidates_[next[weight.term]++] = Ranked(document, weight.value);
    }
    for (std::size_t term = 0; term < terms; ++term) {
      select_strongest(std::span(candidates_).subspan(ends_[term], ends_[term + 1] - ends_[term]), longest);
    }
  }

  std::span<const Ranked> of(std::uint32_t term) const {
    const std::size_t begin = ends_[term];
    return {candidates_.data() + begin, std::min<std::size_t>(ends_[term + 1] - begin, longest_)};
  }

 private:
  std::vector<std::uint32_t> ends_;  ///< by term: where the list before it ends
  std::vector<Ranked> candidates_;
  std::size_t longest_;
};

/// The weights of one document, to be asked for by term: open addressing in a table that fits the cache.
class WeightTable {
 public:
  explicit WeightTable(std::size_t most_weights) : slots_(std::bit_ceil(16 * most_weights)) {}

  void fill(std::span<const Weight> weights) {
    std::ranges::fill(slots_, Weight{});
    for (const Weight& weight : weights) slots_[place_of(weight.term)] = weight;
  }

  /// 0 for a term that the document does not have.
  float of(std::uint32_t term) const { return slots_[place_of(term)].value; }

 private:
  std::size_t place_of(std::uint32_t term) const {
    std::size_t at = term & (slots_.size() - 1);
    while (slots_[at].value != 0 && slots_[at].term != term) at = (at + 1) & (slots_.size() - 1);
    return at;
  }

  std::vector<Weight> slots_;  ///< those of value 0 are free
};

/// Of a document's weights and another's. `shared`: what each term has part in it, greatest first.
float cosine(const WeightTable& a, std::span<const Weight> b, std::vector<Weight>& shared) {
  shared.clear();
  float sum = 0;
  for (const Weight& weight : b) {
    const float product = a.of(weight.term) * weight.value;
    if (product == 0) continue;
    shared.push_back({weight.term, product});
    sum += product;
  }
  std::ranges::stable_sort(shared, std::ranges::greater(), &Weight::value);
  return sum;
}

/// Finds what is like one document after the other.
class Finder {
 public:
  Finder(const WeightVectors& vectors, const CandidateLists& lists, const SimilarityOptions& options)
      : vectors_(vectors), lists_(lists), options_(options), sums_(vectors.size()), own_(options.telling_terms) {}

  /// The documents that the lists of the document's most telling terms lead to most, some more than are wanted. Which
  /// of them are new is not to be guessed, so there is no branch for it.
  std::vector<std::uint32_t> promising(std::uint32_t document) {
    const float least = least_searched(vectors_[document]);
    searched_.clear();
    for (const Weight& weight : vectors_[document]) {
      if (weight.value >= least) searched_.push_back({lists_.of(weight.term), weight.value});
    }
    touched_.resize(searched_.size() * options_.longest_list);
    std::size_t count = 0;
    for (std::size_t at = 0; at < searched_.size(); ++at) {
      if (at + 1 < searched_.size()) expect(searched_[at + 1].list);
      for (const Ranked& candidate : searched_[at].list) {
        float& sum = sums_[candidate.number()];
        touched_[count] = candidate.number();
        count += sum == 0 ? 1 : 0;
        sum += searched_[at].weight * candidate.value();
      }
    }
    sums_[document] = 0;  // it is not like itself
    candidates_.clear();
    for (const std::uint32_t other : std::span(touched_).first(count))
      candidates_.emplace_back(other, std::exchange(sums_[other], 0.0F));
    select_strongest(candidates_, 4 * options_.most);
    std::vector<std::uint32_t> others;
    for (const Ranked& other : std::span(candidates_).first(std::min(candidates_.size(), 4 * options_.most))) {
      others.push_back(other.number());
    }
    std::erase(others, document);
    std::ranges::sort(others);
    for (const std::uint32_t other : others) vectors_.expect(other);
    return others;
  }

  /// Of `others`, those that are like the document, the most similar first.
  std::vector<SimilarDocument> most_similar(std::uint32_t document, std::span<const std::uint32_t> others) {
    std::vector<SimilarDocument> found;
    std::vector<Weight> shared;
    own_.fill(vectors_[document]);
    for (const std::uint32_t other : others) {
      const float similarity = cosine(own_, vectors_[other], shared);
      if (similarity < options_.least_similarity || shared.size() < options_.least_shared) continue;
      SimilarDocument& similar = found.emplace_back();
      similar.document = other;
      similar.similarity = similarity;
      const std::size_t shown = std::min(shared.size(), similar.first_terms.size());
      for (std::size_t i = 0; i < shown; ++i) similar.first_terms[i] = shared[i].term;
      similar.term_count = static_cast<std::uint32_t>(shown);
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &SimilarDocument::similarity);
    if (found.size() > options_.most) found.resize(options_.most);
    found.shrink_to_fit();
    return found;
  }

 private:
  /// A term's list, and the document's weight of the term.
  struct Searched {
    std::span<const Ranked> list;
    float weight = 0;
  };

  /// Has memory bring a list's beginning; it sees for itself that the rest will follow.
  static void expect(std::span<const Ranked> list) {
    for (std::size_t at = 0; at < std::min<std::size_t>(list.size(), 32); at += 8) __builtin_prefetch(&list[at]);
  }

  /// The weight that the terms of a document have at least whose lists are looked at.
  float least_searched(std::span<const Weight> vector) {
    if (vector.size() <= options_.searched_terms) return 0;
    values_.clear();
    for (const Weight& weight : vector) values_.push_back(weight.value);
    const auto last = values_.begin() + static_cast<std::ptrdiff_t>(options_.searched_terms - 1);
    std::ranges::nth_element(values_, last, std::ranges::greater());
    return *last;
  }

  const WeightVectors& vectors_;
  const CandidateLists& lists_;
  const SimilarityOptions& options_;
  std::vector<float> sums_;             ///< by document; 0 between calls
  std::vector<Searched> searched_;      ///< of the document at hand
  std::vector<std::uint32_t> touched_;  ///< documents that got a sum, and room for more
  std::vector<Ranked> candidates_;      ///< the same, with their sums
  std::vector<float> values_;
  WeightTable own_;  ///< of the document at hand
};

}  // namespace

std::vector<std::vector<SimilarDocument>> find_similar(const SearchIndex& index, const SimilarityOptions& options) {
  const std::vector<char> telling = find_telling(index);
  WeightVectors vectors(index.refs.size(), options.telling_terms);
  for_blocks(vectors.size(), options.jobs, [&](std::size_t begin, std::size_t end) {
    Weigher weigher(index, telling);
    for (std::size_t i = begin; i < end; ++i) vectors.set(i, weigher.weigh(i, options.telling_terms));
  });
  const CandidateLists lists(vectors, index.terms.size(), options.longest_list);
  std::vector<std::vector<SimilarDocument>> similar(vectors.size());
  for_blocks(similar.size(), options.jobs, [&](std::size_t begin, std::size_t end) {
    Finder finder(vectors, lists, options);
    // A document ahead, so that memory has time to bring what is to be compared.
    std::vector<std::uint32_t> others = finder.promising(static_cast<std::uint32_t>(begin));
    for (std::size_t i = begin; i < end; ++i) {
      std::vector<std::uint32_t> next;
      if (i + 1 < end) next = finder.promising(static_cast<std::uint32_t>(i + 1));
      similar[i] = finder.most_similar(static_cast<std::uint32_t>(i), others);
      others = std::move(next);
    }
  });
  return similar;
}

}  // namespace hindsight
