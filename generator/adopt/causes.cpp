#include "adopt/causes.hpp"

#include <algorithm>
#include <re2/re2.h>

#include "adopt/event_words.hpp"
#include "adopt/facts.hpp"
#include "adopt/term_classes.hpp"
#include "adopt/time_contradictions.hpp"
#include "base/text.hpp"

namespace hindsight {
namespace {

constexpr std::size_t most_causes = 2;
constexpr std::size_t most_factors = 8;
constexpr std::size_t longest_phrase = 400;

bool holds(std::string_view text, const RE2& pattern) { return RE2::PartialMatch(text, pattern); }

/// How much a sentence sounds like a cause.
int cause_score(std::string_view text) {
  static const RE2 names_cause(
      "(?i)\\b(?:(?:root|primary|main|underlying|real|actual) (?:cause|reason)s?\\b[^.]{0,60}\\b(?:was|is|were|are|to "
      "be|as)|(?:was|were|is|been|being) caused by|caused by|cause of|"
      "stem(?:s|med) from|result(?:s|ed) from|originated|attributed to|(?:issue|problem|cause) (?:was|is) that|turned "
      "out|so (?:\\w+ ){0,3}(?:stopped|failed|broke|crashed|hung|went down))\\b");
  static const RE2 connects(
      "(?i)\\b(?:because|due to|since|as a result|led to|leading to|lead to|result(?:ed|ing|s)? in|reason|meant "
      "that|which meant|"
      "caus(?:ed|es|ing)|triggered|prevented|preventing|broke|so that)\\b");
  static const RE2 lacks(
      "(?i)(?:\\b(?:not|never|no|missing|wrong|incorrect(?:ly)?|misconfigur\\w+|bug|flaw|fail(?:ed|ure|s)|lack\\w*|"
      "without|mistake\\w*|"
      "accident\\w*|unaware|forgot\\w*|expired|outdated|out[- ]of[- ]date|exceed\\w*|exhaust\\w*|too "
      "(?:many|low|high|much|few|small)|"
      "incompatible|deadlock|leak|limit|overload\\w*|did not|does not|human "
      "error|conflict\\w*|corrupt\\w*|unexpected\\w*|invalid|deleted|"
      "changed?|removed|reached)\\b|n't\\b|n’t\\b)");
  int score = holds(text, names_cause) ? 4 : 0;
  score += holds(text, connects) ? 2 : 0;
  score += holds(text, lacks) ? 1 : 0;
  return score;
}

bool introduces(std::string_view text) {
  static const RE2 help("(?i)^(?:>|note:|example|we identified the following|the following|here (?:is|are)|see )");
  constexpr std::size_t short_text = 70;
  return (text.ends_with(':') && text.size() < short_text) || text.ends_with('?') || holds(text, help) ||
         says_nothing(text);
}

/// "Root cause: a rule" without the label; "**Title**: detail" stays.
std::string without_label(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon < 40 && label_named(text.substr(0, colon))) text = text.substr(colon + 1);
  return shorten(trim(text), longest_phrase);
}

/// What hardly ever is anything but a trigger: a slip, an attack, a power cut, an expired certificate.
bool tells_trigger(std::string_view text) {
  const std::optional<std::string_view> name = trigger_class(text);
  return name == "certificate-expiry" || name == "attack" || name == "hardware" ||
         (name == "manual-operation" && tells_change(text));
}

std::vector<const Sentence*> sentences_of(const DocumentText& document, Section section) {
  std::vector<const Sentence*> found;
  for (const Sentence& sentence : document.sentences) {
    if (sentence.section == section && sentence.text.size() > 12 && !introduces(sentence.text))
      found.push_back(&sentence);
  }
  return found;
}

/// "The cause was identified as a change that uncovered a flaw" names two causes: what happened, and what lay in wait.
std::vector<std::string> causes_named(std::string_view sentence) {
  static const RE2 pair(
      "(?i)\\b(?:cause|reason)\\b[^.]{0,60}?\\b(?:was|is|as|be)\\s+((?:an?|the)\\s[^.;]+?),?\\s+(?:that|which)\\s+"
      "(?:uncovered|exposed|revealed|unmasked|surfaced)\\s+((?:an?|the)\\s[^.;]+)");
  std::string change;
  std::string flaw;
  if (RE2::PartialMatch(sentence, pair, &change, &flaw)) return {change, flaw};
  return {std::string(sentence)};
}

/// The items of a list, else the most telling sentences in their order.
std::vector<SaidPhrase> telling(const std::vector<const Sentence*>& sentences, std::string_view rule,
                                std::size_t most = most_causes) {
  if (sentences.empty()) return {};
  std::vector<const Sentence*> picked;
  std::vector<const Sentence*> by_score = sentences;
  const auto score_of = [&](const Sentence* sentence) {
    const bool opens_item = sentence->is_item && sentence->begins_block;
    return cause_score(sentence->text) * 2 + (opens_item ? 7 : 0) + (sentence == sentences.front() ? 3 : 0);
  };
  std::ranges::stable_sort(by_score, std::ranges::greater(), score_of);
  for (const Sentence* sentence : by_score) {
    const bool is_telling = cause_score(sentence->text) > 0 || (sentence->is_item && sentence->begins_block);
    if (picked.size() < most && (is_telling || picked.empty())) picked.push_back(sentence);
  }
  std::ranges::sort(picked, {}, [](const Sentence* sentence) { return sentence->line; });
  std::vector<SaidPhrase> phrases;
  for (const Sentence* sentence : picked) {
    const Confidence confidence = cause_score(sentence->text) > 0 ? Confidence::stated : Confidence::guessed;
    for (const std::string& cause : causes_named(sentence->text)) {
      if (phrases.size() < most)
        phrases.push_back({without_label(cause), sentence->line, std::string(rule), confidence});
    }
  }
  return phrases;
}

/// Five whys: the last answers are the root.
bool asks_why(const DocumentText& document) {
  return std::ranges::any_of(document.parts, [](const SectionPart& part) {
    return part.section == Section::root_causes && part.heading != nullptr &&
           normal_heading(part.heading->text).ends_with("whys");
  });
}

/// Chat pasted as a timeline holds guesses and, among them, the explanation: the one that names what lacked and what
/// came of it.
std::vector<SaidPhrase> told_in_timeline(const DocumentText& document) {
  constexpr int explanation = 5;
  std::optional<Sentence> found;
  for (Sentence& sentence : find_timeline_sentences(document.parts)) {
    const int score = cause_score(sentence.text);
    if (score >= explanation && !introduces(sentence.text) && (!found || score > cause_score(found->text)))
      found = std::move(sentence);
  }
  if (!found) return {};
  return {{without_label(found->text), found->line, "timeline", Confidence::guessed}};
}

/// The words of a section, its sentences joined while they are few.
std::vector<SaidPhrase> first_words_of(const std::vector<const Sentence*>& sentences, std::string_view rule) {
  if (sentences.empty()) return {};
  return {{without_label(sentences.front()->text), sentences.front()->line, std::string(rule), Confidence::stated}};
}

/// The change right before the incident began; if nothing says when it began, the first change.
std::vector<SaidPhrase> change_in_timeline(const BodyTimeline& timeline, const IncidentTimes& times) {
  const std::optional<SaidTime>& start = times.of(Milestone::started);
  const TimelineEntry* found = nullptr;
  for (std::size_t at = 0; at < timeline.entries.size(); ++at) {
    const TimelineEntry& entry = timeline.entries[at];
    const std::string& words = timeline.words[at];
    const bool is_start = start && start->line == entry.line;
    const bool is_later = start && timeline.times[at] && comparable(start->time, *timeline.times[at]) &&
                          order_of(*timeline.times[at]) > order_of(start->time);
    if (is_later) break;
    if (!tells_recovery(words) && !tells_repair(words) && tells_change(words) && !tells_user_report(words) &&
        !(found != nullptr && tells_alarm(words)))
      found = &entry;
    if (is_start || tells_failure(words) || (!start && found != nullptr)) break;
  }
  if (found == nullptr) return {};
  return {{shorten(found->event.text, longest_phrase), found->line, "change in the timeline", Confidence::guessed}};
}

}  // namespace

std::vector<SaidPhrase> find_triggers(const DocumentText& document, const BodyTimeline& timeline,
                                      const IncidentTimes& times) {
  std::vector<SaidPhrase> found = first_words_of(sentences_of(document, Section::trigger), "section");
  if (!found.empty()) return found;
  for (const Fact& fact : document.facts) {
    if (fact.label == Label::trigger)
      return {{shorten(fact.value, longest_phrase), fact.line, "label", Confidence::stated}};
  }
  static const RE2 names_trigger("(?i)\\b(?:triggered by|trigger (?:was|is|of))\\b");
  static const RE2 tells_after(
      "(?i)\\b(?:caused by|due to|because|after (?:a|an|the|we|our|today|yesterday|\\w+ing)|following "
      "(?:a|an|the)|when (?:a|an|the|we)|"
      "as a result of|led to|resulted in|we (?:\\w+ )?(?:deployed|released|changed|deleted|merged|upgraded))\\b");
  for (const Sentence& sentence : document.sentences) {
    if (holds(sentence.text, names_trigger))
      return {{shorten(sentence.text, longest_phrase), sentence.line, "sentence", Confidence::stated}};
  }
  found = change_in_timeline(timeline, times);
  if (!found.empty()) return found;
  for (const Sentence& sentence : document.sentences) {
    const bool account = sentence.section == Section::summary || sentence.section == Section::root_causes ||
                         sentence.section == Section::none || sentence.section == Section::detection;
    if (account && holds(sentence.text, tells_after) && tells_change(sentence.text))
      return {{shorten(sentence.text, longest_phrase), sentence.line, "sentence", Confidence::guessed}};
  }
  for (const Sentence& sentence : document.sentences) {
    if (sentence.section == Section::impact || sentence.section == Section::resolution) continue;
    if (!tells_trigger(sentence.text)) continue;
    return {{shorten(sentence.text, longest_phrase), sentence.line, "words of a trigger", Confidence::guessed}};
  }
  return {};
}

std::vector<SaidPhrase> find_root_causes(const DocumentText& document) {
  std::vector<const Sentence*> sentences = sentences_of(document, Section::root_causes);
  if (asks_why(document) && sentences.size() > most_causes)
    sentences.erase(sentences.begin(), sentences.end() - static_cast<std::ptrdiff_t>(most_causes));
  const bool has_section = !sentences.empty();
  // What the summary calls the cause belongs to it; without a section, what sounds like one.
  const int least_score = has_section ? 4 : 3;
  const Sentence* account = nullptr;
  for (const Sentence& sentence : document.sentences) {
    const bool tells = sentence.section != Section::trigger && sentence.section != Section::root_causes &&
                       sentence.section != Section::contributing_factors && sentence.section != Section::impact;
    if (!tells || introduces(sentence.text)) continue;
    const int score = cause_score(sentence.text);
    if (score >= least_score && (account == nullptr || score > cause_score(account->text))) account = &sentence;
  }
  const std::vector<SaidPhrase> chat = account == nullptr ? told_in_timeline(document) : std::vector<SaidPhrase>();
  if (has_section) {
    const bool names_one = std::ranges::any_of(
        sentences, [&](const Sentence* sentence) { return cause_score(sentence->text) >= least_score; });
    const bool adds = !asks_why(document) && !names_one;
    if (account != nullptr && adds) sentences.push_back(account);
    if (chat.empty() || !adds) return telling(sentences, "section");
    std::vector<SaidPhrase> found = telling(sentences, "section", 1);
    found.push_back(chat.front());
    return found;
  }
  for (const Fact& fact : document.facts) {
    if (fact.label == Label::root_cause)
      return {{shorten(fact.value, longest_phrase), fact.line, "label", Confidence::stated}};
  }
  std::vector<SaidPhrase> found = chat;
  if (account != nullptr) found = telling({account}, "sentence");
  for (SaidPhrase& phrase : found) phrase.confidence = Confidence::guessed;
  for (SaidPhrase& factor : telling(sentences_of(document, Section::contributing_factors), "contributing factors")) {
    if (found.size() < most_causes) found.push_back(std::move(factor));
  }
  return found;
}

std::vector<SaidPhrase> find_contributing_factors(const DocumentText& document) {
  std::vector<SaidPhrase> factors;
  for (const Sentence* sentence : sentences_of(document, Section::contributing_factors)) {
    if (sentence->begins_block && factors.size() < most_factors)
      factors.push_back({shorten(sentence->text, longest_phrase), sentence->line, "section", Confidence::stated});
  }
  return factors;
}

}  // namespace hindsight
