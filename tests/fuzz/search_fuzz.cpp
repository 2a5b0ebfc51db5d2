// The tokenizer and the stemmer beside plain ones that are written from their definition, in JavaScript's terms.
#include "base/unicode.hpp"
#include "fuzz.hpp"
#include "reference_search.hpp"
#include "search/identifiers.hpp"
#include "search/stemmer.hpp"
#include "search/term.hpp"
#include "search/tokenizer.hpp"

using namespace hindsight;

namespace {

void check_tokens(const std::string& lowered) {
  const std::vector<Token> tokens = tokenize(lowered);
  const std::vector<reference::Token> wanted = reference::tokenize(to_utf16(lowered));
  if (tokens.size() != wanted.size()) fuzz::fail("another number of tokens", lowered);
  for (std::size_t index = 0; index < tokens.size(); ++index) {
    const bool same = to_utf16(tokens[index].text) == wanted[index].text &&
                      tokens[index].position.begin == wanted[index].begin &&
                      tokens[index].position.length == wanted[index].text.size();
    if (!same) fuzz::fail("another token", tokens[index].text);
  }
}

void check_stem(std::string_view word) {
  // The reference tries every way to split a word.
  if (word.size() > 120) return;
  const std::string stemmed = stem(word);
  const std::string wanted = to_utf8(reference::stem(to_utf16(word)));
  if (stemmed != wanted) fuzz::fail("another stem", std::string(word) + ": " + stemmed + ", not " + wanted);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = repair_utf8(fuzz::string_of(data, size));
  const std::string lowered = to_lower(text);
  check_tokens(lowered);
  for (const Token& token : tokenize(lowered)) {
    check_stem(token.text);
    const std::string_view trimmed = trim_token(token.text);
    if (reference::trim(to_utf16(token.text)) != to_utf16(trimmed)) fuzz::fail("another trimmed token", token.text);
    const auto term = term_of(token.text);
    if (term && !is_stop_word(trimmed) && *term != stem(trimmed)) fuzz::fail("another term", token.text);
  }
  for (const std::string& identifier : identifiers({text})) {
    if (identifier.empty() || find_invalid_utf8(identifier)) fuzz::fail("an identifier that is none", identifier);
  }
  if (before_in_utf16(text, lowered) != (to_utf16(text) < to_utf16(lowered))) fuzz::fail("another order", text);
  return 0;
}
