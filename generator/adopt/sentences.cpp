#include "adopt/sentences.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "adopt/word_look.hpp"
#include "base/byte_run.hpp"
#include "base/byte_set.hpp"
#include "base/text.hpp"

namespace hindsight {
namespace {

bool is_upper(char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; }

bool is_white_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

/// "p.m.", "e.g.", "No.", "J." end no sentence by themselves.
bool ends_with_abbreviation(std::string_view text) {
  static constexpr auto abbreviations =
      std::to_array<std::string_view>({"a.m", "p.m", "e.g", "i.e", "etc", "vs",  "approx", "c",    "ca",   "no",
                                       "st",  "mr",  "mrs", "ms",  "dr",  "inc", "ltd",    "incl", "resp", "fig"});
  static constexpr ByteSet in_words = ByteSet::of("._").with('0', '9').with('A', 'Z').with('a', 'z');
  text.remove_suffix(1);  // the stop
  std::size_t begin = text.size();
  while (begin > 0 && in_words.contains(text[begin - 1])) --begin;
  const std::string_view word = text.substr(begin);
  if (word.size() == 1 && is_upper(word.front()) &&
      (begin == 0 || is_white_space(text[begin - 1]) || text[begin - 1] == '('))
    return true;
  return std::ranges::any_of(abbreviations,
                             [&](std::string_view short_word) { return equals_ignoring_case(word, short_word); });
}

/// Whether a sentence ends behind `at`, a full stop, question or exclamation mark.
bool ends_sentence(std::string_view text, std::size_t begin, std::size_t at) {
  std::size_t next = at + 1;
  while (next < text.size() && (text[next] == '"' || text[next] == ')' || text[next] == '*')) ++next;
  if (next >= text.size()) return true;
  if (text[next] != ' ' && text[next] != '\n') return false;
  while (next < text.size() && (text[next] == ' ' || text[next] == '\n')) ++next;
  if (next >= text.size()) return true;
  if (std::islower(static_cast<unsigned char>(text[next])) != 0) return false;
  const std::size_t from = at > begin + 12 ? at - 12 : begin;
  const bool is_stop = text[at] == '.' && ends_with_abbreviation(text.substr(from, at + 1 - from));
  return !is_stop ||
         (is_upper(text[next]) && (text[at - 1] == 'm' || text[at - 1] == 'M') && at > 1 && text[at - 2] == '.');
}

/// Whether lines were not broken to fit a width: then each break is the author's.
bool has_unwrapped_line(std::string_view text) {
  constexpr std::size_t widest_wrapped = 132;
  std::size_t begin = 0;
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', begin)) {
    if (end - begin > widest_wrapped) return true;
    begin = end + 1;
  }
  return text.size() - begin > widest_wrapped;
}

/// A line that breaks off early, before one that begins like a sentence: pasted pages have no other marks.
bool line_ends_sentence(std::string_view text, std::size_t line_begin, std::size_t at, bool is_unwrapped) {
  constexpr std::size_t short_line = 60;
  const bool next_begins = at + 1 < text.size() && (is_upper(text[at + 1]) || text[at + 1] == '*');
  return next_begins && (is_unwrapped || at - line_begin < short_line);
}

/// The sentences of a section's blocks.
class Reader {
 public:
  /// `only_times`: only of blocks that may tell a time or its zone.
  Reader(Section section, bool only_times, std::vector<Sentence>& out)
      : section_(section), only_times_(only_times), out_(out) {}

  void read(const Block& block) {
    switch (block.kind) {
      case Block::Kind::paragraph: add(block); break;
      case Block::Kind::item: add(block); [[fallthrough]];
      case Block::Kind::list:
      case Block::Kind::quote:
        for (const Block& child : block.children) read(child);
        break;
      default: break;
    }
  }

 private:
  void add(const Block& block) {
    static constexpr WordLook times(std::to_array<std::string_view>({"time"}));
    if (only_times_ && !has_digit(block.text) && !times.may_be_in(block.text)) return;
    bool begins = true;
    for (CutSentence& cut : cut_sentences(replace_all(block.text, "\u00A0", " "))) {
      out_.push_back(
          {std::move(cut.text), block.line + cut.line, section_, block.kind == Block::Kind::item, begins, {}});
      begins = false;
    }
  }

  Section section_;
  bool only_times_;
  std::vector<Sentence>& out_;
};

}  // namespace

constexpr auto ends_something = [](auto c) { return (c == '.') | (c == '?') | (c == '!') | (c == '\n'); };

std::vector<CutSentence> cut_sentences(std::string_view text) {
  std::vector<CutSentence> sentences;
  const bool is_unwrapped = has_unwrapped_line(text);
  std::size_t begin = 0;
  std::size_t line_begin = 0;
  int line = 0;
  int begin_line = 0;
  const auto cut = [&](std::size_t end) {
    std::string sentence = collapse_spaces(text.substr(begin, end - begin));
    if (!sentence.empty()) sentences.push_back({std::move(sentence), begin_line});
    begin = end;
    while (begin < text.size() && (text[begin] == ' ' || text[begin] == '\n')) {
      if (text[begin] == '\n') begin_line = line + 1;
      ++begin;
    }
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at < begin) {
      if (text[at] == '\n') {
        ++line;
        line_begin = at + 1;
      }
      continue;
    }
    begin_line = at == begin ? line : begin_line;
    std::string_view rest = text.substr(at);
    at += take_plain(rest, ends_something).size();
    if (rest.empty()) break;
    const char c = text[at];
    if ((c == '.' || c == '?' || c == '!') && ends_sentence(text, begin, at)) cut(at + 1);
    if (c == '\n') {
      if (line_ends_sentence(text, line_begin, at, is_unwrapped)) cut(at);
      ++line;
      line_begin = at + 1;
    }
  }
  if (begin < text.size()) cut(text.size());
  return sentences;
}

std::vector<Sentence> find_sentences(const std::vector<SectionPart>& parts, const WantsProse& wants_prose) {
  std::vector<Sentence> sentences;
  for (const SectionPart& part : parts) {
    if (part.section == Section::timeline || part.section == Section::action_items ||
        part.section == Section::lessons || part.section == Section::people) {
      continue;
    }
    Reader reader(part.section, !wants_prose(part.section), sentences);
    for (const Block* block : part.blocks) reader.read(*block);
  }
  return sentences;
}

void read_times(std::vector<Sentence>& sentences, const DateHints& hints) {
  for (Sentence& sentence : sentences) sentence.times = find_times(sentence.text, hints);
}

std::vector<Sentence> find_timeline_sentences(const std::vector<SectionPart>& parts) {
  std::vector<Sentence> sentences;
  for (const SectionPart& part : parts) {
    if (part.section != Section::timeline) continue;
    Reader reader(part.section, false, sentences);
    for (const Block* block : part.blocks) reader.read(*block);
  }
  return sentences;
}

}  // namespace hindsight
