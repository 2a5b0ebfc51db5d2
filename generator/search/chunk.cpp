#include "search/chunk.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <variant>

#include "base/fatal.hpp"
#include "base/parallel.hpp"
#include "base/unicode.hpp"
#include "search/term.hpp"

namespace hindsight {
namespace {

/// Counts the terms of one chunk.
class ChunkCounter {
 public:
  ChunkCounter(std::size_t documents, bool with_positions) : documents_(documents), with_positions_(with_positions) {}

  void add(SearchDocument document, const std::vector<std::size_t>& field_order) {
    if (!(document.boost >= 0 && document.boost <= largest_boost)) {
      throw Fatal("document \"" + document.ref + "\": its boost is not between 0 and 10000");
    }
    chunk_.refs.push_back(std::move(document.ref));
    chunk_.boosts.push_back(document.boost);
    for (const std::size_t field : field_order) add_field(document.fields.at(field));
    if (chunk_.refs.size() == sample) expect_like_these();
  }

  Chunk finish() {
    chunk_.terms.written.resize(chunk_.terms.numbers.size());
    chunk_.terms.written_count.resize(chunk_.terms.numbers.size());
    for (std::uint32_t form = 0; form < words_.size(); ++form) {
      const Word& word = words_[form];
      if (word.term == none) continue;
      std::uint32_t& best = chunk_.terms.written[word.term];
      std::uint32_t& count = chunk_.terms.written_count[word.term];
      if (word.count > count || (word.count == count && forms_[form] < forms_[best])) {
        best = form;
        count = word.count;
      }
    }
    chunk_.terms.forms = std::move(forms_).take_strings();
    count_occurrences();
    return std::move(chunk_);
  }

 private:
  /// What became of a word in one of its forms: without the marks around it, and not yet stemmed.
  struct Word {
    std::uint32_t term = 0;  ///< none: a stop word
    std::uint32_t count = 0;
  };

  void add_field(const FieldValue& value) {
    field_begin_ = static_cast<std::uint32_t>(chunk_.entries.size());
    std::uint32_t length = 0;
    if (const auto* text = std::get_if<std::string>(&value)) {
      length = add_text(to_lower(*text));
    } else if (const auto* tokens = std::get_if<std::vector<std::string>>(&value)) {
      make_room(tokens->size());
      for (const std::string& token : *tokens) length += add_whole(to_lower(token)) ? 1 : 0;
    }
    chunk_.entries.resize(end_);
    chunk_.ends.push_back(chunk_.entries.size());
    chunk_.lengths.push_back(length);
  }

  /// Makes room for all documents of the chunk, and a little more, if they are like the first.
  void expect_like_these() { chunk_.entries.reserve(end_ * documents_ / sample * 9 / 8); }

  /// For as many entries as there may be.
  void make_room(std::size_t tokens) { chunk_.entries.resize(end_ + tokens); }

  /// Returns how many terms it has. Looks up each word when memory has had time to bring what is needed for it.
  std::uint32_t add_text(const std::string& lowered) {
    const std::vector<Token> tokens = tokenize(lowered);
    const char* const end = lowered.data() + lowered.size();
    text_forms_.resize(tokens.size());
    keys_.resize(tokens.size());
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      const std::string_view form = trim_token(tokens[at].text);
      text_forms_[at] = form;
      keys_[at] = StringTable::key_of(form, static_cast<std::size_t>(end - form.data()));
    }
    numbers_.resize(tokens.size());
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      if (at + ahead < tokens.size()) forms_.expect(keys_[at + ahead]);
      if (at + ahead / 2 < tokens.size()) forms_.expect_rest(keys_[at + ahead / 2]);
      numbers_[at] = number_of(text_forms_[at], keys_[at]);
    }
    make_room(tokens.size());
    std::uint32_t terms = 0;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      if (at + ahead < tokens.size()) __builtin_prefetch(&words_[numbers_[at + ahead]]);
      if (at + ahead / 2 < tokens.size()) expect_entry(numbers_[at + ahead / 2]);
      terms += count(numbers_[at], tokens[at].position) ? 1 : 0;
    }
    return terms;
  }

  void expect_entry(std::uint32_t form) const {
    const std::uint32_t term = words_[form].term;
    if (term != none) __builtin_prefetch(&behind_entry_[term]);
  }

  bool add_whole(const std::string& token) {
    const std::string_view form = trim_token(token);
    return count(number_of(form, StringTable::key_of(form, form.size())), whole_token);
  }

  std::uint32_t number_of(std::string_view form, const StringTable::Key& key) {
    const auto [number, is_new] = forms_.insert(form, key);
    if (is_new) words_.push_back({term_number_of(form), 0});
    return number;
  }

  /// Counts a word once more; false for a stop word. Whether it is the first of its term in the field is not to be
  /// guessed, so there is no branch for it.
  bool count(std::uint32_t form, TokenPosition position) {
    Word& word = words_[form];
    if (word.term == none) return false;
    ++word.count;
    std::uint32_t& behind = behind_entry_[word.term];
    const bool is_new = behind <= field_begin_;
    const std::uint32_t place = is_new ? end_ : behind - 1;
    behind = place + 1;
    end_ += is_new ? 1 : 0;
    TermWeight& entry = chunk_.entries[place];
    entry.term = word.term;
    if (with_positions_) {
      note_position(entry, position, is_new);
    } else {
      ++entry.weight;
    }
    return true;
  }

  void note_position(TermWeight& entry, TokenPosition position, bool is_new) {
    if (is_new) {
      entry.weight = static_cast<std::int32_t>(chunk_.positions.size());
      chunk_.positions.emplace_back();
    }
    chunk_.positions[static_cast<std::size_t>(entry.weight)].push_back(position);
  }

  void count_occurrences() {
    const std::size_t fields = chunk_.refs.empty() ? 1 : chunk_.ends.size() / chunk_.refs.size();
    chunk_.terms.frequencies.resize(chunk_.terms.numbers.size());
    chunk_.terms.spread.resize(chunk_.terms.numbers.size());
    std::vector<std::uint32_t> last_document(chunk_.terms.numbers.size(), none);
    std::size_t begin = 0;
    for (std::size_t slot = 0; slot < chunk_.ends.size(); ++slot) {
      const auto document = static_cast<std::uint32_t>(slot / fields);
      for (const TermWeight& entry : std::span(chunk_.entries).subspan(begin, chunk_.ends[slot] - begin)) {
        ++chunk_.terms.frequencies[entry.term];
        chunk_.terms.spread[entry.term] += std::exchange(last_document[entry.term], document) == document ? 0 : 1;
      }
      begin = chunk_.ends[slot];
    }
  }

  std::uint32_t term_number_of(std::string_view form) {
    const std::optional<std::string> term = term_of(form);
    if (!term) return none;
    const auto [number, is_new] = chunk_.terms.numbers.insert(*term);
    if (is_new) behind_entry_.push_back(0);
    return number;
  }

  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  static constexpr std::size_t sample = 64;  ///< documents that say how long the others will be
  static constexpr std::size_t ahead = 8;    ///< how many words memory is told of before they are looked at

  std::size_t documents_;  ///< that will be added
  bool with_positions_;
  Chunk chunk_;
  StringTable forms_;                         ///< of words, so that repeated ones are stemmed once
  std::vector<Word> words_;                   ///< by form
  std::vector<std::string_view> text_forms_;  ///< of one text's tokens
  std::vector<StringTable::Key> keys_;        ///< likewise
  std::vector<std::uint32_t> numbers_;        ///< likewise
  std::vector<std::uint32_t> behind_entry_;   ///< by term: behind its last entry, 0 for none
  std::uint32_t field_begin_ = 0;             ///< entries before the field at hand
  std::uint32_t end_ = 0;                     ///< of the entries that are filled
};

}  // namespace

std::vector<Chunk> count_chunks(std::size_t begin, std::size_t end, std::size_t chunk_size,
                                const std::function<SearchDocument(std::size_t)>& document,
                                const std::vector<std::size_t>& field_order, const IndexOptions& options) {
  std::vector<std::size_t> begins;
  for (; begin < end; begin += chunk_size) begins.push_back(begin);
  return parallel_map(begins, options.jobs, [&](std::size_t first) {
    const std::size_t count = std::min(chunk_size, end - first);
    ChunkCounter counter(count, options.with_positions);
    for (std::size_t i = first; i < first + count; ++i) counter.add(document(i), field_order);
    return counter.finish();
  });
}

}  // namespace hindsight
