#include "search/term_order.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "search/tokenizer.hpp"

namespace hindsight {
namespace {

/// The first eight bytes of a term as a number that sorts like before_in_utf16(), and the term.
struct SortKey {
  std::uint64_t head = 0;
  std::uint32_t term = 0;
};

std::uint64_t sortable_head(std::string_view term) {
  std::uint64_t head = 0;
  for (std::size_t at = 0; at < sizeof head; ++at) {
    head = head << 8U | (at < term.size() ? rank_in_utf16(term[at]) : 0U);
  }
  return head;
}

}  // namespace

std::vector<std::uint32_t> sort_terms(const StringList& terms) {
  std::vector<SortKey> keys(terms.size());
  for (std::uint32_t term = 0; term < keys.size(); ++term) keys[term] = {sortable_head(terms[term]), term};
  std::ranges::sort(keys, [&](const SortKey& left, const SortKey& right) {
    if (left.head != right.head) return left.head < right.head;
    return before_in_utf16(terms[left.term], terms[right.term]);
  });
  std::vector<std::uint32_t> sorted(keys.size());
  std::ranges::transform(keys, sorted.begin(), &SortKey::term);
  return sorted;
}

}  // namespace hindsight
