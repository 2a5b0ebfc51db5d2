#include "search/term.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

#include "search/stemmer.hpp"

namespace hindsight {
namespace {

// Sorted, to be found by their first letter. Which words these are is part of the format of lunr's indexes.
constexpr std::array stop_words = std::to_array<std::string_view>({
    "a",     "able",  "about", "across", "after",   "all",     "almost", "also",  "am",    "among",   "an",     "and",
    "any",   "are",   "as",    "at",     "be",      "because", "been",   "but",   "by",    "can",     "cannot", "could",
    "dear",  "did",   "do",    "does",   "either",  "else",    "ever",   "every", "for",   "from",    "get",    "got",
    "had",   "has",   "have",  "he",     "her",     "hers",    "him",    "his",   "how",   "however", "i",      "if",
    "in",    "into",  "is",    "it",     "its",     "just",    "least",  "let",   "like",  "likely",  "may",    "me",
    "might", "most",  "must",  "my",     "neither", "no",      "nor",    "not",   "of",    "off",     "often",  "on",
    "only",  "or",    "other", "our",    "own",     "rather",  "said",   "say",   "says",  "she",     "should", "since",
    "so",    "some",  "than",  "that",   "the",     "their",   "them",   "then",  "there", "these",   "they",   "this",
    "tis",   "to",    "too",   "twas",   "us",      "wants",   "was",    "we",    "were",  "what",    "when",   "where",
    "which", "while", "who",   "whom",   "why",     "will",    "with",   "would", "yet",   "you",     "your",
});
static_assert(std::ranges::is_sorted(stop_words));

constexpr std::size_t longest_stop_word = std::ranges::max(stop_words, {}, &std::string_view::size).size();

/// By letter: where the stop words with it begin; behind the last letter where they all end.
constexpr auto begins = [] {
  std::array<std::size_t, 27> result{};
  for (std::size_t letter = 0; letter < result.size(); ++letter) {
    const auto comes_later = [&](std::string_view word) { return word[0] >= static_cast<char>('a' + letter); };
    result[letter] = static_cast<std::size_t>(std::ranges::find_if(stop_words, comes_later) - stop_words.begin());
  }
  return result;
}();

}  // namespace

bool is_stop_word(std::string_view word) {
  if (word.empty() || word.size() > longest_stop_word || word[0] < 'a' || word[0] > 'z') return false;
  const auto letter = static_cast<std::size_t>(word[0] - 'a');
  const auto same_letter = std::span(stop_words).subspan(begins[letter], begins[letter + 1] - begins[letter]);
  return std::ranges::find(same_letter, word) != same_letter.end();
}

std::optional<std::string> term_of(std::string_view token) {
  const std::string_view word = trim_token(token);
  if (is_stop_word(word)) return std::nullopt;
  return stem(word);
}

}  // namespace hindsight
