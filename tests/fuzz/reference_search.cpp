#include "reference_search.hpp"

#include <map>
#include <memory>
#include <optional>

#include <unicode/regex.h>
#include <unicode/unistr.h>

namespace hindsight::reference {
namespace {

bool is_separator(char16_t unit) {
  switch (unit) {
    case u'-':
    case u' ':
    case u'\t':
    case u'\n':
    case u'\v':
    case u'\f':
    case u'\r':
    case 0x00A0:
    case 0x1680:
    case 0x2028:
    case 0x2029:
    case 0x202F:
    case 0x205F:
    case 0x3000:
    case 0xFEFF: return true;
    default: return unit >= 0x2000 && unit <= 0x200A;
  }
}

bool is_word_unit(char16_t unit) {
  return (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z') || (unit >= u'0' && unit <= u'9') ||
         unit == u'_';
}

// Runs of consonants and vowels, and how many pairs of them a stem has.
const std::string consonants = "[^aeiou][^aeiouy]*";
const std::string vowels = "[aeiouy][aeiou]*";
const std::string start = "^(?:" + consonants + ")?";
const std::string measure_1 = start + vowels + consonants;
const std::string exactly_1 = measure_1 + "(?:" + vowels + ")?$";
const std::string measure_2 = measure_1 + vowels + consonants;
const std::string has_vowel = start + "[aeiouy]";
const std::string is_short = "^" + consonants + "[aeiouy][^aeiouwxy]$";

using Word = icu::UnicodeString;

/// The groups of the first match.
std::optional<std::vector<Word>> match(const std::string& pattern, const Word& word) {
  static std::map<std::string, std::unique_ptr<icu::RegexPattern>> patterns;
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::RegexPattern>& compiled = patterns[pattern];
  if (!compiled) {
    UParseError error{};
    compiled.reset(icu::RegexPattern::compile(Word::fromUTF8(pattern), error, status));
  }
  const std::unique_ptr<icu::RegexMatcher> matcher(compiled->matcher(word, status));
  if (!matcher->find()) return std::nullopt;
  std::vector<Word> groups;
  for (int group = 0; group <= matcher->groupCount(); ++group) groups.push_back(matcher->group(group, status));
  return groups;
}

bool matches(const std::string& pattern, const Word& word) { return match(pattern, word).has_value(); }

using Endings = std::vector<std::pair<std::string, std::string>>;

/// Puts the ending's replacement in its place if the stem before it fits `condition`.
Word replace_ending(const Word& word, const Endings& endings, const std::string& condition) {
  std::string pattern;
  for (const auto& [ending, by] : endings) pattern += (pattern.empty() ? "^(.+?)(" : "|") + ending;
  const auto found = match(pattern + ")$", word);
  if (!found || !matches(condition, (*found)[1])) return word;
  for (const auto& [ending, by] : endings) {
    if (Word::fromUTF8(ending) == (*found)[2]) return (*found)[1] + Word::fromUTF8(by);
  }
  return word;
}

const Endings second = {
    {"ational", "ate"}, {"tional", "tion"}, {"enci", "ence"}, {"anci", "ance"}, {"izer", "ize"},
    {"bli", "ble"},     {"alli", "al"},     {"entli", "ent"}, {"eli", "e"},     {"ousli", "ous"},
    {"ization", "ize"}, {"ation", "ate"},   {"ator", "ate"},  {"alism", "al"},  {"iveness", "ive"},
    {"fulness", "ful"}, {"ousness", "ous"}, {"aliti", "al"},  {"iviti", "ive"}, {"biliti", "ble"},
    {"logi", "log"},
};
const Endings third = {{"icate", "ic"}, {"ative", ""}, {"alize", "al"}, {"iciti", "ic"},
                       {"ical", "ic"},  {"ful", ""},   {"ness", ""}};
const Endings fourth = {{"al", ""},   {"ance", ""}, {"ence", ""},  {"er", ""},   {"ic", ""},  {"able", ""},
                        {"ible", ""}, {"ant", ""},  {"ement", ""}, {"ment", ""}, {"ent", ""}, {"ou", ""},
                        {"ism", ""},  {"ate", ""},  {"iti", ""},   {"ous", ""},  {"ive", ""}, {"ize", ""}};

Word without_last(Word word) { return word.truncate(word.length() - 1), word; }

Word without_plural(const Word& word) {
  if (const auto found = match("^(.+?)(ss|i)es$", word)) return (*found)[1] + (*found)[2];
  if (const auto found = match("^(.+?)([^s])s$", word)) return (*found)[1] + (*found)[2];
  return word;
}

Word without_past(const Word& word) {
  if (const auto found = match("^(.+?)eed$", word)) {
    return matches(measure_1, (*found)[1]) ? without_last(word) : word;
  }
  const auto found = match("^(.+?)(ed|ing)$", word);
  if (!found || !matches(has_vowel, (*found)[1])) return word;
  const Word& stem = (*found)[1];
  if (matches("(at|bl|iz)$", stem)) return stem + u'e';
  if (matches("([^aeiouylsz])\\1$", stem)) return without_last(stem);
  return matches(is_short, stem) ? stem + u'e' : stem;
}

Word without_suffix(const Word& word) {
  std::string any;
  for (const auto& [ending, by] : fourth) any += (any.empty() ? "^(.+?)(" : "|") + ending;
  if (matches(any + ")$", word)) return replace_ending(word, fourth, measure_2);
  const auto found = match("^(.+?)(s|t)(ion)$", word);
  return found && matches(measure_2, (*found)[1] + (*found)[2]) ? (*found)[1] + (*found)[2] : word;
}

Word without_final_e(const Word& word) {
  const auto found = match("^(.+?)e$", word);
  if (!found) return word;
  const Word& stem = (*found)[1];
  return matches(measure_2, stem) || (matches(exactly_1, stem) && !matches(is_short, stem)) ? stem : word;
}

Word stem_letters(Word word) {
  const bool starts_with_y = word[0] == u'y';
  if (starts_with_y) word.setCharAt(0, u'Y');
  word = without_past(without_plural(word));
  if (const auto found = match("^(.+?[^aeiou])y$", word)) word = (*found)[1] + u'i';
  word = replace_ending(replace_ending(word, second, measure_1), third, measure_1);
  word = without_final_e(without_suffix(word));
  if (word.endsWith(u"ll") && matches(measure_2, word)) word = without_last(word);
  if (starts_with_y) word.setCharAt(0, u'y');
  return word;
}

}  // namespace

std::vector<Token> tokenize(std::u16string_view text) {
  std::vector<Token> tokens;
  bool inside = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool separates = is_separator(text[at]);
    if (!separates && !inside) tokens.push_back({{}, static_cast<std::uint32_t>(at)});
    if (!separates) tokens.back().text.push_back(text[at]);
    inside = !separates;
  }
  return tokens;
}

std::u16string trim(std::u16string_view token) {
  while (!token.empty() && !is_word_unit(token.front())) token.remove_prefix(1);
  while (!token.empty() && !is_word_unit(token.back())) token.remove_suffix(1);
  return std::u16string(token);
}

std::u16string stem(std::u16string_view word) {
  if (word.size() < 3) return std::u16string(word);
  // Each unit that is no letter becomes one of its own, so that a pair of surrogates counts as two, as in JavaScript.
  std::map<char16_t, char16_t> stands_for;
  std::map<char16_t, char16_t> back;
  Word letters;
  for (const char16_t unit : word) {
    if (unit >= u'a' && unit <= u'z') {
      letters += unit;
      continue;
    }
    const auto [found, is_new] = stands_for.emplace(unit, static_cast<char16_t>(0xE000 + stands_for.size()));
    if (is_new) back.emplace(found->second, unit);
    letters += found->second;
  }
  const Word stemmed = stem_letters(letters);
  std::u16string result;
  for (int index = 0; index < stemmed.length(); ++index) {
    const char16_t unit = stemmed[index];
    const auto found = back.find(unit);
    result.push_back(found == back.end() ? unit : found->second);
  }
  return result;
}

}  // namespace hindsight::reference
