#include "search/stemmer.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <optional>
#include <span>

#include "base/byte_set.hpp"
#include "base/unicode.hpp"

namespace hindsight {
namespace {

struct Replacement {
  std::string_view suffix;
  std::string_view by;
};

/// What a step looks for at the end of a word, by last letters: few words end with any.
template <std::size_t Count>
class Suffixes {
 public:
  explicit constexpr Suffixes(const Replacement (&replacements)[Count]) : list_(std::to_array(replacements)) {
    std::ranges::sort(list_, {}, last_letter);
    for (std::size_t letter = 0; letter < begins_.size(); ++letter) {
      const auto comes_later = [&](const Replacement& r) { return last_letter(r) >= static_cast<char>('a' + letter); };
      begins_[letter] = static_cast<std::size_t>(std::ranges::find_if(list_, comes_later) - list_.begin());
    }
  }

  /// Those with this last letter.
  std::span<const Replacement> ending_with(char32_t unit) const {
    if (unit < 'a' || unit > 'z') return {};
    const std::size_t letter = unit - 'a';
    return std::span(list_).subspan(begins_[letter], begins_[letter + 1] - begins_[letter]);
  }

 private:
  static constexpr char last_letter(const Replacement& replacement) {
    return replacement.suffix[replacement.suffix.size() - 1];
  }

  std::array<Replacement, Count> list_;
  std::array<std::size_t, 27> begins_{};  ///< by letter, and where the last ends
};

constexpr Suffixes step_2({
    {"ational", "ate"}, {"tional", "tion"}, {"enci", "ence"}, {"anci", "ance"}, {"izer", "ize"},
    {"bli", "ble"},     {"alli", "al"},     {"entli", "ent"}, {"eli", "e"},     {"ousli", "ous"},
    {"ization", "ize"}, {"ation", "ate"},   {"ator", "ate"},  {"alism", "al"},  {"iveness", "ive"},
    {"fulness", "ful"}, {"ousness", "ous"}, {"aliti", "al"},  {"iviti", "ive"}, {"biliti", "ble"},
    {"logi", "log"},
});

constexpr Suffixes step_3({
    {"icate", "ic"},
    {"ative", ""},
    {"alize", "al"},
    {"iciti", "ic"},
    {"ical", "ic"},
    {"ful", ""},
    {"ness", ""},
});

constexpr Suffixes step_4({
    {"al", ""},
    {"ance", ""},
    {"ence", ""},
    {"er", ""},
    {"ic", ""},
    {"able", ""},
    {"ible", ""},
    {"ant", ""},
    {"ement", ""},
    {"ment", ""},
    {"ent", ""},
    {"ou", ""},
    {"ism", ""},
    {"ate", ""},
    {"iti", ""},
    {"ous", ""},
    {"ive", ""},
    {"ize", ""},
});

/// The word as units of one width: bytes for ASCII, UTF-16 otherwise.
template <class Unit>
class Stemmer {
  using Text = std::basic_string<Unit>;
  using View = std::basic_string_view<Unit>;

 public:
  explicit Stemmer(Text word) : word_(std::move(word)) {}

  Text run() {
    if (word_.size() < 3) return word_;
    // A y at the front is a consonant; in upper case it is no vowel to the steps.
    const bool starts_with_y = word_[0] == 'y';
    if (starts_with_y) word_[0] = 'Y';
    drop_plural();
    drop_past();
    if (ends_with("y") && word_.size() >= 3 && !is_vowel(word_[word_.size() - 2]) && fits(word_.size() - 2)) {
      word_.back() = 'i';
    }
    replace(step_2, &Stemmer::has_measure_1);
    replace(step_3, &Stemmer::has_measure_1);
    drop_long_suffix();
    drop_final_e();
    if (ends_with("ll") && has_measure_2(word_)) word_.pop_back();
    if (starts_with_y) word_[0] = 'y';
    return word_;
  }

 private:
  static bool is_vowel(Unit c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }
  static bool is_vowel_or_y(Unit c) { return is_vowel(c) || c == 'y'; }
  static bool ends_line(Unit c) {
    return c == '\n' || c == '\r' || static_cast<char32_t>(c) == 0x2028 || static_cast<char32_t>(c) == 0x2029;
  }

  bool ends_with(std::string_view suffix) const {
    return word_.size() >= suffix.size() && std::equal(suffix.rbegin(), suffix.rend(), word_.rbegin());
  }

  /// Whether the first `length` units are what the expressions' (.+?) takes: something, without a line's end.
  bool fits(std::size_t length) const {
    return length > 0 && std::none_of(word_.begin(), word_.begin() + static_cast<std::ptrdiff_t>(length), ends_line);
  }

  /// What stands before `suffix`, if the word ends with it and anything does.
  std::optional<View> before(std::string_view suffix) const {
    if (!ends_with(suffix) || !fits(word_.size() - suffix.size())) return std::nullopt;
    return View(word_).substr(0, word_.size() - suffix.size());
  }

  // Runs of consonants (C: one that is no vowel, then all up to the next vowel or y) and vowels (V: a vowel or y, then
  // all vowels). Each gives the place behind the run at `at`, or nothing if there is none.
  static std::optional<std::size_t> consonants(View text, std::size_t at) {
    if (at >= text.size() || is_vowel(text[at])) return std::nullopt;
    ++at;
    while (at < text.size() && !is_vowel_or_y(text[at])) ++at;
    return at;
  }

  static std::optional<std::size_t> vowels(View text, std::size_t at) {
    if (at >= text.size() || !is_vowel_or_y(text[at])) return std::nullopt;
    ++at;
    while (at < text.size() && is_vowel(text[at])) ++at;
    return at;
  }

  /// Behind [C](VC){pairs}, or nothing if the text does not begin so.
  static std::optional<std::size_t> measure(View text, int pairs) {
    std::size_t at = consonants(text, 0).value_or(0);
    for (int pair = 0; pair < pairs; ++pair) {
      const std::optional<std::size_t> behind_vowels = vowels(text, at);
      if (!behind_vowels) return std::nullopt;
      const std::optional<std::size_t> behind = consonants(text, *behind_vowels);
      if (!behind) return std::nullopt;
      at = *behind;
    }
    return at;
  }

  static bool has_measure_1(View text) { return measure(text, 1).has_value(); }
  static bool has_measure_2(View text) { return measure(text, 2).has_value(); }

  static bool is_measure_1(View text) {
    const std::optional<std::size_t> behind = measure(text, 1);
    return behind && (*behind == text.size() || vowels(text, *behind) == text.size());
  }

  static bool has_vowel(View text) { return vowels(text, consonants(text, 0).value_or(0)).has_value(); }

  /// C, one vowel, one more that is none of a e i o u w x y: "hop", "fil".
  static bool is_short(View text) {
    const std::optional<std::size_t> at = consonants(text, 0);
    if (!at || *at + 2 != text.size() || !is_vowel_or_y(text[*at])) return false;
    const Unit last = text.back();
    return !is_vowel_or_y(last) && last != 'w' && last != 'x';
  }

  void drop_plural() {
    const std::size_t size = word_.size();
    if ((ends_with("sses") && fits(size - 4)) || (ends_with("ies") && fits(size - 3))) {
      word_.resize(size - 2);
    } else if (ends_with("s") && size >= 3 && word_[size - 2] != 's' && fits(size - 2)) {
      word_.pop_back();
    }
  }

  void drop_past() {
    if (const std::optional<View> stem = before("eed")) {
      if (has_measure_1(*stem) && !ends_line(word_.back())) word_.pop_back();
      return;
    }
    std::optional<View> stem = before("ed");
    if (!stem) stem = before("ing");
    if (!stem || !has_vowel(*stem)) return;
    word_.resize(stem->size());
    const bool wants_e = ends_with("at") || ends_with("bl") || ends_with("iz");
    if (!wants_e && ends_in_double()) {
      word_.pop_back();
    } else if (wants_e || is_short(word_)) {
      word_.push_back('e');
    }
  }

  bool ends_in_double() const {
    if (word_.size() < 2) return false;
    const Unit last = word_.back();
    return last == word_[word_.size() - 2] && !is_vowel_or_y(last) && last != 'l' && last != 's' && last != 'z' &&
           !ends_line(last);
  }

  /// The longest of the suffixes that the word ends with counts; shorter ones are not tried.
  template <std::size_t Count>
  const Replacement* longest(const Suffixes<Count>& suffixes) const {
    const Replacement* found = nullptr;
    for (const Replacement& candidate : suffixes.ending_with(static_cast<char32_t>(word_.back()))) {
      if (before(candidate.suffix) && (found == nullptr || candidate.suffix.size() > found->suffix.size())) {
        found = &candidate;
      }
    }
    return found;
  }

  template <std::size_t Count>
  void replace(const Suffixes<Count>& suffixes, bool (*condition)(View)) {
    const Replacement* found = longest(suffixes);
    if (found == nullptr) return;
    const std::size_t size = word_.size() - found->suffix.size();
    if (!condition(View(word_).substr(0, size))) return;
    word_.resize(size);
    word_.append(found->by.begin(), found->by.end());
  }

  void drop_long_suffix() {
    if (longest(step_4) != nullptr) {
      replace(step_4, &Stemmer::has_measure_2);
    } else if ((ends_with("sion") || ends_with("tion")) && fits(word_.size() - 4) &&
               has_measure_2(View(word_).substr(0, word_.size() - 3))) {
      word_.resize(word_.size() - 3);
    }
  }

  void drop_final_e() {
    const std::optional<View> stem = before("e");
    if (stem && (has_measure_2(*stem) || (is_measure_1(*stem) && !is_short(*stem)))) word_.pop_back();
  }

  Text word_;
};

}  // namespace

/// The last letters of all that the steps take off a word.
constexpr ByteSet last_letters = ByteSet::of("cdegilmnrstuy");

std::string stem(std::string_view word) {
  if (word.empty() || !last_letters.contains(word.back())) return std::string(word);
  if (is_ascii(word)) return Stemmer<char>(std::string(word)).run();
  return to_utf8(Stemmer<char16_t>(to_utf16(word)).run());
}

}  // namespace hindsight
