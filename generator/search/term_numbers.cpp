#include "search/term_numbers.hpp"

#include <string_view>
#include <utility>

#include "base/parallel.hpp"

namespace hindsight {
namespace {

/// Gives a chunk's entries the common numbers, and back what room they do not need, if it is worth it.
void renumber(Chunk& chunk, const std::vector<std::uint32_t>& common) {
  for (TermWeight& entry : chunk.entries) entry.term = common[entry.term];
  if (chunk.entries.size() < chunk.entries.capacity() * 7 / 8) chunk.entries.shrink_to_fit();
}

}  // namespace

void TermNumbers::number(std::span<Chunk> chunks, int jobs) {
  std::vector<std::vector<std::uint32_t>> common(chunks.size());
  for (std::size_t c = 0; c < chunks.size(); ++c) {
    common[c] = number_terms(chunks[c].terms);
    chunks[c].terms = ChunkTerms();
  }
  parallel_for(chunks.size(), jobs, [&](std::size_t c) { renumber(chunks[c], common[c]); });
}

void TermNumbers::finish(SearchIndex& index) {
  index.terms = std::move(numbers_).take_strings();
  index.forms = std::move(forms_).take_strings();
  index.frequencies.reserve(uses_.size());
  index.spread.reserve(uses_.size());
  index.written.reserve(uses_.size());
  for (const Use& use : uses_) {
    index.frequencies.push_back(use.frequency);
    index.spread.push_back(use.spread);
    index.written.push_back(use.form);
  }
}

std::vector<std::uint32_t> TermNumbers::number_terms(const ChunkTerms& terms) {
  constexpr std::size_t ahead = 8;  // how many terms memory is told of before they are looked up
  const std::size_t count = terms.numbers.size();
  std::vector<StringTable::Key> keys;
  keys.reserve(count);
  for (std::size_t local = 0; local < count; ++local) keys.push_back(terms.numbers.key(local));
  std::vector<std::uint32_t> common;
  common.reserve(count);
  for (std::size_t local = 0; local < count; ++local) {
    if (local + ahead < count) numbers_.expect(keys[local + ahead]);
    const auto [number, is_new] = numbers_.insert(terms.numbers[local], keys[local]);
    if (is_new) uses_.emplace_back();
    common.push_back(number);
    add_use(terms, local, uses_[number]);
  }
  return common;
}

void TermNumbers::add_use(const ChunkTerms& terms, std::size_t local, Use& use) {
  use.frequency += terms.frequencies[local];
  use.spread += terms.spread[local];
  if (terms.written_count[local] <= use.form_count) return;
  use.form_count = terms.written_count[local];
  const std::string_view form = terms.forms[terms.written[local]];
  use.form = form == terms.numbers[local] ? SearchIndex::as_the_term : forms_.insert(form).first;
}

}  // namespace hindsight
