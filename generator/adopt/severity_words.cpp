#include "adopt/severity_words.hpp"

#include <re2/re2.h>

#include "base/text.hpp"

namespace hindsight {
namespace {

#define SEVERITY_CODE "(?:SEV(?:ERITY)?|[SP])[ _‐‑-]?[0-5]"
#define SEVERITY_WORD "critical|high|major|medium|moderate|minor|low|blocker|trivial|urgent|severe"

std::optional<std::string> severity_of_value(std::string_view value) {
  static const RE2 code("(?i)^[\\s(\\[]*(" SEVERITY_CODE ")\\b");
  static const RE2 number("(?i)^\\s*(?:level\\s*|#)?([0-5])\\b");
  static const RE2 word("(?i)^\\s*(" SEVERITY_WORD ")\\b");
  std::string found;
  for (const RE2* pattern : {&code, &number, &word}) {
    if (RE2::PartialMatch(value, *pattern, &found)) return found;
  }
  return std::nullopt;
}

std::string with_plain_hyphen(std::string text) {
  return replace_all(replace_all(std::move(text), "‑", "-"), "‐", "-");
}

}  // namespace

std::optional<Said<std::string>> find_severity(const DocumentText& document) {
  for (const Fact& fact : document.facts) {
    if (fact.label != Label::severity) continue;
    if (offers_choice(fact.value)) continue;
    if (const auto value = severity_of_value(fact.value))
      return Said<std::string>{with_plain_hyphen(*value), fact.line, *value, "label"};
  }
  static const RE2 code("\\b(SEV[ _-]?[0-5]|sev[_-]?[0-5]|Sev[ _-]?[0-5])\\b");
  static const RE2 speaks(
      "(?i)\\bseverity(?: level)?(?: of this incident| of the incident)?\\s*(?:is|was|of|:|as|=|set "
      "to|at)?\\s*(?:an?\\s+|level\\s+)?(" SEVERITY_CODE "|[0-5]|" SEVERITY_WORD ")\\b");
  static const RE2 adjective("(?i)\\b(?:this|a|was a|as a)\\s+(critical|major|minor|" SEVERITY_CODE
                             ")[- ](?:severity )?(?:incident|outage)\\b");
  std::string found;
  if (RE2::PartialMatch(document.title, code, &found))
    return Said<std::string>{found, document.title_line, found, "title"};
  static const RE2 choice("(?i)(?:" SEVERITY_CODE "|" SEVERITY_WORD ")\\s*[/|]\\s*(?:" SEVERITY_CODE "|" SEVERITY_WORD
                          ")");
  for (const Sentence& sentence : document.sentences) {
    if (RE2::PartialMatch(sentence.text, choice)) continue;
    for (const RE2* pattern : {&speaks, &code, &adjective}) {
      if (RE2::PartialMatch(sentence.text, *pattern, &found))
        return Said<std::string>{found, sentence.line, found, "sentence"};
    }
  }
  return std::nullopt;
}

}  // namespace hindsight
