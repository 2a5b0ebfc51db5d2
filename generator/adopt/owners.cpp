#include "adopt/owners.hpp"

#include <algorithm>
#include <array>
#include <re2/re2.h>

#include "base/text.hpp"

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

bool is_initials(std::string_view word) {
  static const RE2 pattern("[A-Z]{2,4}");
  return RE2::FullMatch(word, pattern) && std::ranges::find(no_initials, word) == no_initials.end();
}

bool is_handle(std::string_view word) {
  static const RE2 pattern("@[\\w][\\w.-]*");
  return RE2::FullMatch(word, pattern);
}

bool is_name(std::string_view words) {
  static const RE2 pattern(
      "@?\\p{Lu}[\\p{L}'’.-]*(?: "
      "(?:\\(\\p{Lu}[\\p{L}'’.-]*\\)|\\p{Lu}[\\p{L}'’.-]*|de|da|di|van|von|der|den|la|le|el|al|bin|ter)){0,3}");
  if (!RE2::FullMatch(words, pattern)) return false;
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

/// "@Joseph Kelly" is a name written as a mention; "@kelly" is a handle.
std::string without_mention(const std::string& text) {
  return text.starts_with('@') && text.find(' ') != std::string::npos ? text.substr(1) : text;
}

}  // namespace

std::optional<std::string> owner_named(std::string_view label) {
  const std::string text = without_remark(label);
  if (text.empty() || text.size() > longest_owner) return std::nullopt;
  static const RE2 separator("\\s*(?:,|&|/|\\+|\\band\\b)\\s*");
  std::string parts = text;
  RE2::GlobalReplace(&parts, separator, "\n");
  for (const std::string_view part : split(parts, '\n')) {
    if (part.empty()) continue;
    if (!is_handle(part) && !is_name(part)) return std::nullopt;
  }
  return without_mention(text);
}

std::optional<std::string> initials_named(std::string_view label) {
  const std::string text = without_remark(label);
  static const RE2 separator("\\s*(?:,|&|/|\\+|\\band\\b)\\s*");
  std::string parts = text;
  RE2::GlobalReplace(&parts, separator, "\n");
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
