#include "adopt/action_text.hpp"

#include <algorithm>
#include <re2/re2.h>

#include "base/pattern.hpp"
#include "base/text.hpp"
#include "base/url.hpp"

namespace hindsight {
namespace {

std::optional<Ticket> ticket_by_pattern(const std::string& text, const std::vector<TicketPattern>& patterns) {
  for (const TicketPattern& pattern : patterns) {
    const std::optional<std::string> key = find_pattern(text, pattern.expression);
    if (key) return Ticket{encode_url(replace_all(pattern.url, "{ticket}", *key)), *key};
  }
  return std::nullopt;
}

/// What people call a link that is the ticket: its number, or a word that says nothing.
bool is_ticket_name(std::string_view text) {
  static const RE2 pattern(
      "(?i)[\\w./-]*[#!]\\d+|[A-Z][A-Z0-9]+-\\d+|(?:this |the |see )?(?:issue|pr|pull "
      "request|ticket|card|link|here|jira|bug|epic|story|trello)s?");
  return RE2::FullMatch(text, pattern) || bare_url_length(text) == text.size();
}

std::string_view without_separator(std::string_view text) {
  static const RE2 tail(
      "(?i)[\\s:;,(\\[<–—-]*(?:\\b(?:see|ticket|issue|tracked in|tracked by|via|in))?[\\s:;,(\\[<–—-]*$");
  re2::StringPiece match;
  if (!RE2::PartialMatch(text, RE2("(" + tail.pattern() + ")"), &match)) return text;
  return text.substr(0, text.size() - match.size());
}

}  // namespace

std::optional<Ticket> ticket_in(const Block& block, const std::vector<TicketPattern>& patterns) {
  for (const Span& span : block.spans) {
    if (span.kind != Span::Kind::link || classify_url(span.url) != UrlKind::web) continue;
    const std::string url = encode_url(span.url);
    return ticket_at(url, std::string_view(block.text).substr(span.begin, span.end - span.begin));
  }
  const std::size_t at = block.text.find("http");
  const std::size_t length = at == std::string::npos ? 0 : bare_url_length(std::string_view(block.text).substr(at));
  if (length > 0) return ticket_at(encode_url(std::string_view(block.text).substr(at, length)), "");
  if (auto by_pattern = ticket_by_pattern(block.text, patterns)) return by_pattern;
  // "owner/repository#12" can be nothing else, wherever it lives.
  static const RE2 short_form("(?:^|[\\s(\\[])([\\w.-]+/[\\w.-]+#\\d+)\\b");
  std::string key;
  const bool may_be_short = block.text.find('#') != std::string::npos;
  if (may_be_short && RE2::PartialMatch(block.text, short_form, &key)) return Ticket{"", key};
  return std::nullopt;
}

std::optional<Ticket> ticket_within(const Block& block, const std::vector<TicketPattern>& patterns) {
  std::optional<Ticket> ticket = ticket_in(block, patterns);
  for (const Block& child : block.children) {
    if (ticket) break;
    ticket = ticket_within(child, patterns);
  }
  return ticket;
}

std::string text_without_ticket(const Block& block) {
  const std::string_view text = trim(block.text);
  const auto offset = static_cast<std::size_t>(text.data() - block.text.data());
  std::string_view rest = text;
  for (const Span& span : block.spans) {
    if (span.kind != Span::Kind::link) continue;
    const std::string_view name = std::string_view(block.text).substr(span.begin, span.end - span.begin);
    const std::string_view behind = std::string_view(block.text).substr(span.end);
    if (trim(behind).size() <= 1 && span.begin >= offset && is_ticket_name(trim(name))) {
      rest = text.substr(0, span.begin - offset);
    }
  }
  const std::size_t space = rest.find_last_of(" \n(<");
  const std::string_view last = space == std::string_view::npos ? rest : rest.substr(space + 1);
  const std::size_t url_length = bare_url_length(last);
  if (url_length > 0 && last.size() - url_length <= 2) rest = rest.substr(0, rest.size() - last.size());
  if (rest.size() == text.size()) return std::string(text);
  rest = without_separator(rest);
  return std::string(rest.empty() ? text : rest);
}

bool is_placeholder(std::string_view text) {
  const std::string_view trimmed = trim(text);
  if (trimmed.empty() || trimmed == "-" || trimmed == "–" || trimmed == "—" || trimmed == "?") return true;
  for (const std::string_view word : {"n/a", "na", "tbd", "tba", "tbc", "none", "nothing", "none.", "n/a."}) {
    if (equals_ignoring_case(trimmed, word)) return true;
  }
  return false;
}

}  // namespace hindsight
