#include "adopt/action_status.hpp"

#include <array>
#include <re2/re2.h>
#include <utility>

#include "adopt/word_look.hpp"
#include "base/byte_run.hpp"
#include "base/text.hpp"

namespace hindsight {
namespace {

struct StatusWords {
  RE2 words;
  ActionStatus status;
};

#define DONE_WORDS \
  "(?:already |now )?(?:done|completed?|accomplished|finished|fixed|closed|resolved|merged|implemented)"
#define TODO_WORDS "(?:to-?do|open|not started|pending|planned|new|backlog|outstanding)"
#define DOING_WORDS "(?:doing|in[- ]progress|started|ongoing|wip|in[- ]review|underway)"
#define DROPPED_WORDS "(?:rejected|dropped|cancell?ed|abandoned|discarded)"
#define WONTDO_WORDS "(?:wont-?do|won'?t do|won'?t fix|wontfix|" DROPPED_WORDS "|decided (?:not to do|against))"
#define ANY_STATUS DONE_WORDS "|" TODO_WORDS "|" DOING_WORDS "|" WONTDO_WORDS

/// Cheap, for most texts: a bracket, a sign (they begin with these bytes), or a word.
bool may_hold_mark(std::string_view text) {
  static constexpr WordLook words(std::to_array<std::string_view>(
      {"todo", "done", "wip", "progress", "wontfix", "completed", "fixed", "merged", "decided"}));
  if (words.may_be_in(text)) return true;
  take_plain(text, [](auto c) { return (c == '(') | (c == '[') | (c == 0xE2) | (c == 0xF0); });
  return !text.empty();
}

}  // namespace

std::optional<ActionStatus> status_named(std::string_view words) {
  constexpr std::size_t longest = 24;
  if (trim(words).size() > longest) return std::nullopt;
  static const StatusWords table[] = {
      {"(?i)" DONE_WORDS "[.!]?|✅|✔️?|☑️?|\\[x\\]", ActionStatus::done},
      {"(?i)" TODO_WORDS "|⬜|☐|\\[ \\]", ActionStatus::todo},
      {"(?i)" DOING_WORDS "|🚧", ActionStatus::doing},
      {"(?i)" WONTDO_WORDS "|❌", ActionStatus::wontdo},
      {"(?i)unknown|not stated|\\?", ActionStatus::unknown},
  };
  const std::string text(trim(words));
  for (const StatusWords& entry : table) {
    if (RE2::FullMatch(text, entry.words)) return entry.status;
  }
  return std::nullopt;
}

MarkedStatus take_status(std::string_view text) {
  if (!may_hold_mark(text)) return {std::nullopt, collapse_spaces(text), ""};
  // What each of the patterns below needs, for all the texts that have none of it.
  static const RE2 any_mark("[(\\[✅☑✔❌🚧]|TODO|DONE|WIP|IN PROGRESS|(?i:WONTFIX|done|completed|fixed|merged|decided)");
  if (!RE2::PartialMatch(text, any_mark)) return {std::nullopt, collapse_spaces(text), ""};
  // In brackets anywhere at the edges, in capitals at the edges, or "- done in …" at the end.
  static const RE2 patterns[] = {
      "(?i)^\\s*[(\\[]\\s*(" ANY_STATUS ")\\b[^)\\]]*[)\\]][\\s:.-]*",
      "(?i)[\\s.]*[(\\[]\\s*(" ANY_STATUS ")\\b[^)\\]]*[)\\]]\\s*\\.?\\s*$",
      "^\\s*(TODO|DONE|WIP|IN PROGRESS|WONTFIX|✅|☑️?|✔️?|❌|🚧)[\\s:.-]*",
      "[\\s:,-]*\\b(TODO|DONE|WIP|IN PROGRESS|WONTFIX)\\s*$",
      "\\s*(✅|☑️?|✔️?|❌|🚧)\\s*$",
      "(?i)\\s+[-–—]\\s*(done|completed|fixed)(?:\\s+(?:in|by|with|on)\\b.*)?$",
      "(?i)[\\s.,;–—-]+(?:this|it) (?:has|have|was|is) (?:already |now )?(?:been )?(done|fixed|merged)\\.?$",
      "(?i)[\\s.,;]+(?:discussed )?(?:but |and )?(?:we )?(decided (?:not to do|against))\\b[^.]*\\.?$",
  };
  MarkedStatus result{std::nullopt, std::string(text), ""};
  for (const RE2& pattern : patterns) {
    std::string word;
    if (!RE2::PartialMatch(result.text, pattern, &word)) continue;
    const std::optional<ActionStatus> status = status_named(word);
    if (!status) continue;
    if (!result.status) {
      result.status = status;
      result.mark = word;
    }
    RE2::Replace(&result.text, pattern, "");
  }
  result.text = collapse_spaces(result.text);
  return result;
}

std::optional<ActionType> type_named(std::string_view words) {
  using enum ActionType;
  static constexpr auto table = std::to_array<std::pair<std::string_view, ActionType>>({
      {"prevent", prevent},         {"prevention", prevent},        {"preventative", prevent}, {"preventive", prevent},
      {"mitigate", mitigate},       {"mitigation", mitigate},       {"mitigative", mitigate},  {"detect", detect},
      {"detection", detect},        {"detective", detect},          {"repair", repair},        {"correct", repair},
      {"corrective", repair},       {"correction", repair},         {"fix", repair},           {"process", process},
      {"investigate", investigate}, {"investigation", investigate}, {"other", other},
  });
  const std::string_view text = trim(words);
  const auto* const named = std::ranges::find_if(
      table, [&](std::string_view word) { return equals_ignoring_case(word, text); },
      &decltype(table)::value_type::first);
  return named == table.end() ? std::nullopt : std::optional(named->second);
}

}  // namespace hindsight
