#include "search/term.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "search/stemmer.hpp"

namespace hindsight {
namespace {

// Sorted, to be searched by halves. Which words these are is part of the format of lunr's indexes.
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

bool is_word_character(char c) { return is_letter(c) || is_digit(c) || c == '_'; }

}  // namespace

std::string_view trim_token(std::string_view token) {
  while (!token.empty() && !is_word_character(token.front())) token.remove_prefix(1);
  while (!token.empty() && !is_word_character(token.back())) token.remove_suffix(1);
  return token;
}

bool is_stop_word(std::string_view word) { return std::ranges::binary_search(stop_words, word); }

std::optional<std::string> term_of(std::string_view token) {
  const std::string_view word = trim_token(token);
  if (is_stop_word(word)) return std::nullopt;
  return stem(word);
}

}  // namespace hindsight
