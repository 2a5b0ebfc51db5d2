#include "search/term_order.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "search/tokenizer.hpp"

namespace hindsight {
namespace {

/// The first bytes of a term as numbers that sort like before_in_utf16(), and the term.
struct SortKey {
  std::uint64_t head = 0;
  std::uint64_t next = 0;
  std::uint32_t term = 0;
};

/// Up to eight bytes of a term, from `begin` on.
std::uint64_t sortable_part(std::string_view term, std::size_t begin) {
  std::uint64_t part = 0;
  for (std::size_t at = begin; at < begin + sizeof part; ++at) {
    part = part << 8U | (at < term.size() ? rank_in_utf16(term[at]) : 0U);
  }
  return part;
}

/// In a list of their own, one behind the other: they lie anywhere, and are wanted several times.
StringList in_order(const StringList& terms, const std::vector<std::uint32_t>& numbers) {
  constexpr std::size_t ahead = 8;  // how many terms memory is told of before they are looked at
  std::string text;
  std::vector<std::uint32_t> ends;
  ends.reserve(numbers.size());
  for (std::size_t at = 0; at < numbers.size(); ++at) {
    if (at + 2 * ahead < numbers.size()) terms.expect_place(numbers[at + 2 * ahead]);
    if (at + ahead < numbers.size()) terms.expect(numbers[at + ahead]);
    text += terms[numbers[at]];
    ends.push_back(static_cast<std::uint32_t>(text.size()));
  }
  return {std::move(text), std::move(ends)};
}

}  // namespace

SortedTerms sort_terms(const StringList& terms) {
  std::vector<SortKey> keys(terms.size());
  for (std::uint32_t term = 0; term < keys.size(); ++term) {
    keys[term] = {sortable_part(terms[term], 0), sortable_part(terms[term], 8), term};
  }
  std::ranges::sort(keys, [&](const SortKey& left, const SortKey& right) {
    if (left.head != right.head) return left.head < right.head;
    if (left.next != right.next) return left.next < right.next;
    return before_in_utf16(terms[left.term], terms[right.term]);
  });
  SortedTerms sorted;
  sorted.numbers.resize(keys.size());
  std::ranges::transform(keys, sorted.numbers.begin(), &SortKey::term);
  sorted.texts = in_order(terms, sorted.numbers);
  return sorted;
}

}  // namespace hindsight
