#include "fuzz.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "base/unicode.hpp"
#include "input/document.hpp"
#include "input/postmortem_reader.hpp"
#include "input/source.hpp"
#include "markdown/markdown.hpp"
#include "model/consistency.hpp"
#include "model/visible_names.hpp"
#include "tools/active_content.hpp"

namespace hindsight::fuzz {
namespace {

constexpr Date today = std::chrono::sys_days(std::chrono::year(2026) / 6 / 1);

void check_range(const HtmlRange& range, std::string_view html, std::string_view what) {
  if (range.begin > range.end || range.end > html.size()) fail("a range outside the body", what);
}

void check_prose(const Prose& prose, std::string_view html, std::string_view what) {
  if (prose.range) check_range(*prose.range, html, what);
  check_html(prose.html);
}

void check_address(std::string_view url) {
  if (!oracle::is_allowed_address(url)) fail("an address", url);
}

void check_evidence(const Evidence& evidence, int lines) {
  if (evidence.line < 0 || evidence.line > lines) fail("evidence outside the text", evidence.quote);
}

}  // namespace

void fail(std::string_view what, std::string_view detail) {
  std::fprintf(stderr, "INVARIANT: %.*s: %.*s\n", static_cast<int>(what.size()), what.data(),
               static_cast<int>(detail.size()), detail.data());
  std::abort();
}

ReadText read_text(std::string bytes, const SiteConfig& config, Scope scope) {
  ReadText result;
  const SourceFile source = clean_source(std::move(bytes), "fuzz.md", result.diagnostics);
  if (find_invalid_utf8(source.text)) fail("text that is not UTF-8");
  const Document document = split_document(source, result.diagnostics);
  Postmortem stated = read_front_matter(document, "fuzz.md", "fuzz.md", config, result.diagnostics);
  Article article = render_markdown(document.body, {"fuzz.md", document.body_line, false}, result.diagnostics);
  Adopted adopted = adopt_body(std::move(stated), std::move(article), source.text, config, scope, result.diagnostics);
  Postmortem named = with_visible_names(std::move(adopted.postmortem), result.diagnostics);
  result.proposals = std::move(adopted.proposals);
  result.postmortem = without_implausible_times(std::move(named), today, result.diagnostics);
  check_consistency(result.postmortem, today, result.diagnostics);
  result.text = source.text;
  const auto lines = static_cast<int>(std::ranges::count(result.text, '\n')) + 1;
  for (const Origin& origin : result.postmortem.origins) {
    if (origin.line < 0 || origin.line > lines) fail("an origin outside the text", origin.field);
    if (origin.evidence) check_evidence(*origin.evidence, lines);
  }
  return result;
}

void check_diagnostics(const Diagnostics& diagnostics, std::string_view text) {
  const auto lines = static_cast<int>(std::ranges::count(text, '\n')) + 1;
  for (const Diagnostic& finding : diagnostics.all()) {
    const int line = finding.location.line;
    if (line < 0 || line > lines) fail("a finding outside the text", rule_info(finding.rule).id);
    if (finding.location.column < 0) fail("a finding before the line", rule_info(finding.rule).id);
    if (finding.found.empty()) fail("a finding that says nothing", rule_info(finding.rule).id);
    for (const std::string* part : {&finding.found, &finding.wanted, &finding.hint}) {
      if (find_invalid_utf8(*part)) fail("a finding that is not UTF-8", rule_info(finding.rule).id);
      if (part->size() > 4000) fail("a finding that goes on for pages", rule_info(finding.rule).id);
    }
  }
}

void check_html(std::string_view html) {
  if (html.empty()) return;
  if (find_invalid_utf8(html)) fail("HTML that is not UTF-8");
  const std::vector<std::string> findings = oracle::find_active_content(html, oracle::Scope::body);
  if (!findings.empty()) fail(findings.front(), html);
}

void check_postmortem(const Postmortem& postmortem) {
  if (count_control_characters(postmortem.title).count > 0 || count_invisible_characters(postmortem.title).count > 0)
    fail("a title with characters that nobody can see", postmortem.title);
  const std::string_view html = postmortem.body.html;
  check_html(html);
  for (const LinkSlot& slot : postmortem.body.slots) {
    check_range(slot.element, html, "slot");
    check_range(slot.content, html, "slot content");
    if (slot.at > html.size()) fail("a slot outside the body", slot.target);
    check_address(slot.target);
  }
  std::size_t end = 0;
  for (const TypedBlock& block : postmortem.typed_blocks) {
    check_range(block.range, html, "block");
    if (block.range.begin < end) fail("blocks that overlap");
    end = block.range.end;
    const std::size_t all = block.kind == TypedBlock::Kind::timeline       ? postmortem.timeline.size()
                            : block.kind == TypedBlock::Kind::action_items ? postmortem.action_items.size()
                                                                           : 0;
    if (block.first + block.count > all) fail("a block of entries that do not exist");
  }
  for (const Prose* prose : {&postmortem.summary, &postmortem.impact, &postmortem.detection, &postmortem.resolution}) {
    check_prose(*prose, html, "prose");
  }
  for (const TimelineEntry& entry : postmortem.timeline) {
    check_prose(entry.event, html, "event");
    check_address(entry.link);
    for (const Detail& detail : entry.details) check_range(detail.range, html, "event detail");
  }
  for (const ActionItem& item : postmortem.action_items) {
    check_prose(item.title, html, "action");
    for (const Detail& detail : item.details) check_range(detail.range, html, "action detail");
    if (item.ticket) check_address(item.ticket->url);
  }
  check_address(postmortem.source);
  const auto is_id_character = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
           c == '_';
  };
  const bool is_id = !postmortem.id.empty() && postmortem.id.size() <= 80 && postmortem.id.front() != '.' &&
                     std::ranges::all_of(postmortem.id, is_id_character);
  if (!is_id) fail("an id that is no file name", postmortem.id);
}

}  // namespace hindsight::fuzz
