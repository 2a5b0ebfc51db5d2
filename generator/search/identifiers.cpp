#include "search/identifiers.hpp"

#include <algorithm>
#include <cstddef>

#include "base/byte_run.hpp"
#include "base/byte_set.hpp"
#include "base/text.hpp"
#include "search/string_table.hpp"
#include "search/term.hpp"

namespace hindsight {
namespace {

constexpr std::size_t longest_identifier = 100;  ///< longer ones are encoded data, which nobody types
constexpr std::size_t shortest_part = 2;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_inner(char c) { return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80; }

/// Whether a new word begins at `at` by its capital: "connectionException", "HTTPServer".
bool begins_hump(std::string_view text, std::size_t at) {
  if (at == 0 || !is_upper(text[at])) return false;
  const bool is_followed_by_lower = at + 1 < text.size() && is_lower(text[at + 1]);
  return is_lower(text[at - 1]) || (is_upper(text[at - 1]) && is_followed_by_lower);
}

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

constexpr ByteSet lower_letters = ByteSet().with('a', 'z');
constexpr ByteSet letters = lower_letters.with('A', 'Z');
constexpr ByteSet behind_words = ByteSet::of(".,;:!?)");

/// Whether it is like "word", "Word", "word." or nothing: cheap, for all those that are no identifiers.
bool is_plain_word(std::string_view word) {
  if (word.empty()) return true;
  if (!letters.contains(word.front())) return false;
  std::size_t end = 1;
  while (end < word.size() && lower_letters.contains(word[end])) ++end;
  if (end < word.size() && behind_words.contains(word[end])) ++end;
  return end == word.size();
}

constexpr auto is_beyond_words = [](auto c) { return ((c < 'a') | (c > 'z')) & (c != ' ') & (c != '\n'); };

/// Gathers the identifiers of one text.
class Collector {
 public:
  void add_word(std::string_view word) {
    const std::string_view token = trim_token(word);
    if (token.size() < shortest_part || token.size() > longest_identifier) return;
    if (std::ranges::all_of(token, is_lower)) return;
    const bool has_marks = !std::ranges::all_of(token, is_inner);
    bool has_humps = false;
    for (std::size_t at = 1; at < token.size(); ++at) has_humps = has_humps || begins_hump(token, at);
    if (!has_marks && !has_humps) return;
    add(token);
    add_parts(token, has_humps);
  }

  std::vector<std::string> take() { return std::move(found_); }

 private:
  void add_parts(std::string_view token, bool has_humps) {
    for (std::size_t begin = 0; begin < token.size();) {
      std::size_t end = begin;
      while (end < token.size() && is_inner(token[end])) ++end;
      const std::string_view part = token.substr(begin, end - begin);
      const bool splits_anyway = (begin == 0 || token[begin - 1] == '-') && (end == token.size() || token[end] == '-');
      if (!splits_anyway) add(part);
      if (has_humps) add_humps(part);
      begin = end + 1;
    }
  }

  void add_humps(std::string_view part) {
    std::size_t begin = 0;
    for (std::size_t at = 1; at <= part.size(); ++at) {
      if (at < part.size() && !begins_hump(part, at)) continue;
      if (at - begin < part.size()) add(part.substr(begin, at - begin));
      begin = at;
    }
  }

  void add(std::string_view text) {
    if (text.size() < shortest_part) return;
    if (seen_.insert(to_lower_ascii(text)).second) found_.emplace_back(text);
  }

  StringTable seen_;  ///< in lower case
  std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> identifiers(std::initializer_list<std::string_view> texts) {
  Collector collector;
  for (std::string_view text : texts) {
    while (true) {
      // Most words are plain to the last letter, and passed over by their hundreds.
      std::string_view words = take_plain(text, is_beyond_words);
      if (text.empty()) break;
      while (!words.empty() && !is_space(words.back())) words.remove_suffix(1);
      text = {words.end(), text.end()};
      const std::string_view word(text.begin(), std::ranges::find_if(text, is_space));
      if (!is_plain_word(word)) collector.add_word(word);
      text.remove_prefix(word.size() + (word.size() < text.size() ? 1 : 0));
    }
  }
  return collector.take();
}

}  // namespace hindsight
