#include "adopt/people.hpp"

#include <algorithm>
#include <re2/re2.h>

#include "adopt/facts.hpp"
#include "base/text.hpp"

namespace hindsight {
namespace {

constexpr std::size_t most_authors = 12;

bool is_job(std::string_view part) {
  static const RE2 pattern(
      "(?i)\\b(?:engineer(?:ing)?|manager|lead|developer|head|sre|director|officer|architect|analyst|consultant|"
      "administrator|admin|"
      "devops|operations|support|owner|student|intern|designer|specialist|chief|vp|cto|ceo|president|of|at|digital|"
      "department|company|"
      "ministry|senior|junior|staff|product|technical|software|writer)\\b");
  return RE2::PartialMatch(part, pattern);
}

bool is_person(std::string_view part) {
  static const RE2 full(
      "\\p{Lu}[\\p{L}'’.-]*(?: "
      "(?:\\(\\p{Lu}[\\p{L}'’.-]*\\)|\\p{Lu}[\\p{L}'’.-]*|de|da|di|van|von|der|den|la|le|el|al|bin|ter)){0,4}");
  static const RE2 handle("[A-Za-z][\\w-]*(?:\\.[\\w-]+)?");
  return part.size() <= 60 && (RE2::FullMatch(part, full) || RE2::FullMatch(part, handle)) && !is_job(part);
}

}  // namespace

std::vector<std::string> names_in(std::string_view text) {
  std::string plain(text);
  static const RE2 mail("\\s*[<(\\[]?[\\w.+-]+@[\\w-]+\\.[\\w.-]+[>)\\]]?");
  static const RE2 brackets_behind("\\s*\\([^)]*\\)(\\s*(?:[,;\\n&]|$))");
  RE2::GlobalReplace(&plain, brackets_behind, "\\1");
  static const RE2 remark("\\s*\\((?:[a-z@/][^)]*)\\)|\\s+[-–—]\\s+[^,\\n]*");
  static const RE2 separator("\\s*(?:[,;&\\n|]|\\s(?:and|und|et)\\s|\\s\\+\\s)\\s*");
  RE2::GlobalReplace(&plain, mail, "");
  RE2::GlobalReplace(&plain, remark, "");
  RE2::GlobalReplace(&plain, "\\s*@", "\n");
  RE2::GlobalReplace(&plain, separator, "\n");
  std::vector<std::string> names;
  for (const std::string_view line : split(plain, '\n')) {
    std::string name = collapse_spaces(line);
    while (name.ends_with('.') || name.ends_with(':')) name.pop_back();
    if (!is_person(name) || says_nothing(name)) continue;
    if (std::ranges::find(names, name) == names.end() && names.size() < most_authors) names.push_back(std::move(name));
  }
  return names;
}

std::vector<Said<std::string>> find_authors(const DocumentText& document) {
  std::vector<Said<std::string>> authors;
  for (const Fact& fact : document.facts) {
    if (fact.label != Label::authors || fact.value.size() > 300) continue;
    for (std::string& name : names_in(fact.value)) {
      const std::string words = name;
      authors.push_back({std::move(name), fact.line, words, "label"});
    }
    if (!authors.empty()) return authors;
  }
  // "By @name, department" and "By the on-call person: Name" above the first section.
  static const RE2 by("(?i)^(?:written |posted |prepared )?by:?\\s+(?:the\\s+[\\w\\s-]{1,30}:\\s*)?(.{2,100})$");
  for (const SectionPart& part : document.parts) {
    if (part.section != Section::none) break;
    for (const Block* block : part.blocks) {
      if (block->kind != Block::Kind::paragraph) continue;
      int line = block->line - 1;
      for (const std::string_view text : split_lines(block->text)) {
        ++line;
        std::string rest;
        const std::string_view trimmed = trim(text);
        if (!RE2::FullMatch(trimmed, by, &rest)) continue;
        for (const std::string& name : names_in(rest)) authors.push_back({name, line, name, "line"});
        if (!authors.empty()) return authors;
      }
    }
  }
  return authors;
}

}  // namespace hindsight
