#include "adopt/owners.hpp"

#include <algorithm>
#include <array>
#include <re2/re2.h>
#include <vector>

#include "base/byte_set.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

namespace hindsight {
namespace {

constexpr std::size_t longest_owner = 60;

/// Words that stand where names stand, and are none.
constexpr auto no_names = std::to_array<std::string_view>({
    "action",        "actions",      "alerting",       "alerts",        "all",         "automation",    "background",
    "backend",       "cause",        "communication",  "completed",     "context",     "could",         "critical",
    "database",      "decision",     "deployment",     "detection",     "details",     "documentation", "done",
    "due",           "example",      "extra",          "follow-up",     "followup",    "frontend",      "future",
    "general",       "goal",         "high",           "how",           "immediate",   "impact",        "important",
    "improvement",   "improvements", "infrastructure", "investigation", "issue",       "item",          "items",
    "later",         "learning",     "long",           "low",           "maintenance", "medium",        "mitigation",
    "monitoring",    "must",         "next",           "none",          "note",        "notes",         "now",
    "observability", "open",         "operations",     "optional",      "other",       "owner",         "people",
    "pending",       "performance",  "planned",        "prevention",    "priority",    "problem",       "process",
    "question",      "reliability",  "remediation",    "research",      "resolution",  "resources",     "root",
    "security",      "severity",     "short",          "should",        "solution",    "status",        "summary",
    "support",       "task",         "tasks",          "technical",     "testing",     "tests",         "ticket",
    "timeline",      "todo",         "tooling",        "tools",         "training",    "trigger",       "update",
    "updates",       "urgent",       "warning",        "what",          "why",         "wip",
});

/// Capitals that mean things, not people.
constexpr auto no_initials = std::to_array<std::string_view>(
    {"ADR",  "API",  "AWS", "CDN",  "CI",   "CLI", "CMS", "CPU", "CSS", "CVE",  "DB",   "DNS", "ES",
     "FAQ",  "GCP",  "GPU", "HTML", "HTTP", "IAM", "ID",  "IP",  "JS",  "JSON", "JVM",  "K8S", "LB",
     "MTTD", "MTTR", "N/A", "OK",   "OKR",  "OOM", "OS",  "PR",  "QA",  "RAM",  "RDS",  "RFC", "SDK",
     "SLA",  "SLI",  "SLO", "SQL",  "SSH",  "SSL", "TBC", "TBD", "TCP", "TLS",  "TODO", "TTL", "UI",
     "URL",  "UTC",  "UX",  "VM",   "VPC",  "VPN", "WAF", "WIP", "XSS", "YAML"});

constexpr ByteSet capitals = ByteSet().with('A', 'Z');
constexpr ByteSet letters = capitals.with('a', 'z');

bool consists_of(std::string_view text, const ByteSet& bytes) {
  return std::ranges::all_of(text, [&](char c) { return bytes.contains(c); });
}

bool is_initials(std::string_view word) {
  return word.size() >= 2 && word.size() <= 4 && consists_of(word, capitals) &&
         std::ranges::find(no_initials, word) == no_initials.end();
}

bool is_handle(std::string_view word) {
  static constexpr ByteSet in_words = letters.with('0', '9').with("_");
  static constexpr ByteSet in_handles = in_words.with(".-");
  return word.size() > 1 && word.front() == '@' && in_words.contains(word[1]) &&
         consists_of(word.substr(2), in_handles);
}

/// "Kelly", "O’Brien", "J."
bool is_name_word(std::string_view word) {
  static constexpr ByteSet in_names = letters.with("'.-");
  if (is_ascii(word)) return !word.empty() && capitals.contains(word.front()) && consists_of(word, in_names);
  static const RE2 pattern("\\p{Lu}[\\p{L}'’.-]*");  // not made for ASCII: Unicode's letters make it a large one
  return RE2::FullMatch(word, pattern);
}

/// What goes on a name: "van", "Kelly", "(Joe)".
bool is_further_name_word(std::string_view word) {
  static constexpr auto particles = std::to_array<std::string_view>(
      {"de", "da", "di", "van", "von", "der", "den", "la", "le", "el", "al", "bin", "ter"});
  const bool in_brackets = word.size() > 2 && word.starts_with('(') && word.ends_with(')');
  return is_name_word(in_brackets ? word.substr(1, word.size() - 2) : word) ||
         std::ranges::find(particles, word) != particles.end();
}

bool is_name(std::string_view words) {
  constexpr std::size_t most_words = 4;
  const std::vector<std::string_view> parts = split(words.substr(words.starts_with('@') ? 1 : 0), ' ');
  if (parts.size() > most_words || !is_name_word(parts.front())) return false;
  if (!std::all_of(parts.begin() + 1, parts.end(), is_further_name_word)) return false;
  for (const std::string_view word : split(words, ' ')) {
    if (std::ranges::find(no_names, to_lower_ascii(word)) != no_names.end()) return false;
  }
  return words.find(' ') != std::string_view::npos || is_initials(words) ||
         std::ranges::find(no_initials, words) == no_initials.end();
}

/// Without a colon behind, and without remarks: "RK - for planning", "GE (/RK supporting)".
std::string without_remark(std::string_view label) {
  std::string text = collapse_spaces(label);
  if (text.find_first_of(" (:") == std::string::npos) return text;
  static const RE2 remark("\\s+[-–—]\\s.*$|\\s*\\([/,a-z][^)]*\\)\\s*$|\\s*:\\s*$");
  while (RE2::Replace(&text, remark, "")) {
  }
  return text;
}

/// The owners that a label names, one a line.
std::string one_a_line(const std::string& text) {
  static constexpr ByteSet marks = ByteSet::of(",&/+");
  const bool may_be_several =
      std::ranges::any_of(text, [](char c) { return marks.contains(c); }) || text.find("and") != std::string::npos;
  if (!may_be_several) return text;
  static const RE2 separator("\\s*(?:,|&|/|\\+|\\band\\b)\\s*");
  std::string lines = text;
  RE2::GlobalReplace(&lines, separator, "\n");
  return lines;
}

/// "@Joseph Kelly" is a name written as a mention; "@kelly" is a handle.
std::string without_mention(const std::string& text) {
  return text.starts_with('@') && text.find(' ') != std::string::npos ? text.substr(1) : text;
}

}  // namespace

std::optional<std::string> owner_named(std::string_view label) {
  const std::string text = without_remark(label);
  if (text.empty() || text.size() > longest_owner) return std::nullopt;
  const std::string parts = one_a_line(text);
  for (const std::string_view part : split(parts, '\n')) {
    if (part.empty()) continue;
    if (!is_handle(part) && !is_name(part)) return std::nullopt;
  }
  return without_mention(text);
}

std::optional<std::string> initials_named(std::string_view label) {
  const std::string text = without_remark(label);
  const std::string parts = one_a_line(text);
  for (const std::string_view part : split(parts, '\n')) {
    if (!is_handle(part) && !is_initials(part)) return std::nullopt;
  }
  return text;
}

std::optional<OwnedText> take_owner(std::string_view text) {
  // Each has the owner and the rest, in either order.
  static const RE2 named_behind(
      "(?i)^(.*?)\\s*[-–—,;(\\[]\\s*(?:owner|assignee|assigned "
      "to|responsible|dri)\\s*[:=]?\\s+([^()\\[\\]]+?)\\s*[)\\]]?\\.?$");
  static const RE2 bracket_behind("^(.*\\S)\\s*[(\\[]([^()\\[\\]]+)[)\\]]\\s*\\.?$");
  static const RE2 dash_behind(
      "^(.*\\S)\\s+[-–—]\\s+(@[\\w.-]+(?:\\s*(?:,|&|and)\\s*@[\\w.-]+)*|[A-Z]{2,4}(?:\\s*[/"
      ",&]\\s*[A-Z]{2,4})*)\\s*\\.?$");
  static const RE2 bracket_before("^[(\\[]([^()\\[\\]]+)[)\\]]\\s*[:-]?\\s*(.+)$");
  static const RE2 colon_before(
      "^(@[\\w.-]+(?:\\s*(?:,|&|/|and)\\s*@[\\w.-]+)*|[A-Z]{2,4}(?:\\s*[/,&]\\s*[A-Z]{2,4})*)\\s*:\\s+(.+)$");
  static const RE2 handle_before("^(@[\\w][\\w.-]*)\\s+(?:to\\s+)?(.+)$");
  std::string rest;
  std::string owner;
  if (RE2::FullMatch(text, named_behind, &rest, &owner) && !rest.empty() && owner.size() <= longest_owner) {
    return OwnedText{without_mention(std::string(trim(owner))), rest};
  }
  for (const RE2* pattern : {&bracket_behind, &dash_behind}) {
    if (!RE2::FullMatch(text, *pattern, &rest, &owner)) continue;
    if (const auto named = initials_named(owner)) return OwnedText{*named, rest};
  }
  for (const RE2* pattern : {&bracket_before, &colon_before, &handle_before}) {
    if (!RE2::FullMatch(text, *pattern, &owner, &rest)) continue;
    if (const auto named = initials_named(owner)) return OwnedText{*named, rest};
  }
  return std::nullopt;
}

}  // namespace hindsight
