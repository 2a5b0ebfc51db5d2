#include "adopt/adopt.hpp"

#include <algorithm>
#include <utility>

#include "adopt/action_items.hpp"
#include "adopt/action_table_reader.hpp"
#include "adopt/sections.hpp"
#include "adopt/shape.hpp"
#include "adopt/timeline.hpp"
#include "base/text.hpp"
#include "model/action_items.hpp"

namespace hindsight {
namespace {

constexpr std::size_t longest_title_line = 120;

void infer(Postmortem& postmortem, std::string_view field, int line, std::string_view quote) {
  postmortem.origins.emplace(field, Origin{line, 1, true, shorten(collapse_spaces(quote), 160)});
}

/// "2024-10-15_bulk-upload.md" as a title: "2024-10-15 bulk upload".
std::string title_of_path(std::string_view path) {
  std::string_view name = path.substr(path.rfind('/') + 1);
  name = name.substr(0, name.rfind('.'));
  std::string title;
  for (std::size_t at = 0; at < name.size(); ++at) {
    const bool in_number = at > 0 && at + 1 < name.size() && is_digit(name[at - 1]) && is_digit(name[at + 1]);
    title.push_back(name[at] == '_' || (name[at] == '-' && !in_number) ? ' ' : name[at]);
  }
  return collapse_spaces(title);
}

/// The first line of a document that has no heading above it, if it can be a title.
std::string_view first_line_of(const Outline& outline) {
  if (outline.empty() || outline.front().kind != Block::Kind::paragraph) return {};
  const std::string_view text = outline.front().text;
  const std::string_view line = trim(text.substr(0, text.find('\n')));
  const bool is_sentence = line.ends_with('.') || line.ends_with(':');
  return line.size() <= longest_title_line && !is_sentence ? line : std::string_view();
}

/// The title, and what becomes of the heading that bears it: the page prints it above the body, not in it once more.
void adopt_title(Postmortem& postmortem, const Article& article) {
  const Block* heading = article.title ? &article.outline[*article.title] : nullptr;
  const std::string text = heading == nullptr ? "" : collapse_spaces(heading->text);
  if (postmortem.title.empty() && heading != nullptr) {
    postmortem.title = text;
    infer(postmortem, "title", heading->line, text);
  }
  if (heading != nullptr && equals_ignoring_case(text, postmortem.title)) {
    postmortem.typed_blocks.push_back({TypedBlock::Kind::title, heading->outer, 0, 0});
  }
  if (!postmortem.title.empty()) return;
  postmortem.title = collapse_spaces(first_line_of(article.outline));
  if (!postmortem.title.empty()) infer(postmortem, "title", article.outline.front().line, postmortem.title);
  if (postmortem.title.empty()) postmortem.title = title_of_path(postmortem.path);
}

/// The first paragraph of a section, or the first item of its first list.
const Block* first_statement(const SectionPart& part) {
  for (const Block* block : part.blocks) {
    if (block->kind == Block::Kind::paragraph) return block;
    if (block->kind == Block::Kind::list && !block->children.empty()) return &block->children.front();
  }
  return nullptr;
}

void adopt_prose(Postmortem& postmortem, const std::vector<SectionPart>& parts) {
  const auto adopt = [&](std::string_view field, Section section, Prose& prose) {
    if (!prose.empty()) return;
    const auto part = std::ranges::find(parts, section, &SectionPart::section);
    const Block* block = part == parts.end() ? nullptr : first_statement(*part);
    if (block == nullptr || trim(block->text).empty()) return;
    prose = prose_of(*block, collapse_spaces(block->text));
    infer(postmortem, field, block->line, block->text);
  };
  adopt("summary", Section::summary, postmortem.summary);
  adopt("impact", Section::impact, postmortem.impact);
  adopt("detection", Section::detection, postmortem.detection);
  adopt("resolution", Section::resolution, postmortem.resolution);
}

/// Takes a milestone over from the timeline, or reports that it contradicts front matter.
void adopt_milestone(Postmortem& postmortem, const TimelineEntry& entry, Diagnostics& diagnostics) {
  const std::string_view field = field_of(*entry.milestone);
  std::optional<Moment>& time = postmortem.time(*entry.milestone);
  if (postmortem.origin(field) == nullptr) {
    time = entry.at;
    infer(postmortem, field, entry.line, entry.written + " " + entry.event.text);
    return;
  }
  const bool comparable = time && time->precision != Precision::day && !time->approximate && !entry.at->approximate;
  if (!comparable || postmortem.is_inferred(field)) return;
  const seconds difference = time->at > entry.at->at ? time->at - entry.at->at : entry.at->at - time->at;
  if (difference < std::chrono::minutes(1)) return;
  diagnostics.add(Rule::body_disagrees, {postmortem.file, entry.line, 1},
                  "the timeline says \"" + shorten(entry.event.text, 40) + "\" at " + format_time(*entry.at),
                  std::string(field) + " of front matter, " + format_time(*time),
                  "line " + std::to_string(postmortem.origin(field)->line) + " has the other value; a wrong zone?");
}

/// The entry that tells a milestone: the first beginning, the last end.
const TimelineEntry* entry_of(const std::vector<TimelineEntry>& entries, Milestone milestone) {
  const bool is_end = milestone == Milestone::mitigated || milestone == Milestone::resolved;
  const TimelineEntry* found = nullptr;
  for (const TimelineEntry& entry : entries) {
    const bool tells = entry.milestone == milestone && entry.at && entry.at->precision != Precision::day;
    if (tells && (is_end || found == nullptr)) found = &entry;
  }
  return found;
}

void adopt_timeline(Postmortem& postmortem, const std::vector<SectionPart>& parts, std::string_view html,
                    const TimeZone& zone, Diagnostics& diagnostics) {
  BodyTimeline timeline;
  for (const SectionPart& part : parts) {
    if (part.section != Section::timeline || !timeline.entries.empty()) continue;
    timeline = read_timeline(part, html, postmortem.time(Milestone::started), zone);
  }
  for (const Milestone milestone : all_milestones) {
    const TimelineEntry* entry = entry_of(timeline.entries, milestone);
    if (entry != nullptr) adopt_milestone(postmortem, *entry, diagnostics);
  }
  if (!postmortem.timeline.empty() || timeline.entries.empty()) return;
  infer(postmortem, "timeline", timeline.entries.front().line, timeline.entries.front().event.text);
  postmortem.timeline = std::move(timeline.entries);
  std::ranges::move(timeline.blocks, std::back_inserter(postmortem.typed_blocks));
}

void report_disagreement(const Postmortem& postmortem, const ActionItem& in_body, Diagnostics& diagnostics) {
  const auto same_title = [&](const ActionItem& item) {
    return equals_ignoring_case(item.title.text, in_body.title.text);
  };
  const auto stated = std::ranges::find_if(postmortem.action_items, same_title);
  const bool disagrees = stated != postmortem.action_items.end() && in_body.status != ActionStatus::unknown &&
                         stated->status != ActionStatus::unknown && stated->status != in_body.status;
  if (!disagrees) return;
  diagnostics.add(
      Rule::body_disagrees, {postmortem.file, in_body.line, 1},
      "action item \"" + shorten(in_body.title.text, 60) + "\" is " + std::string(name_of(in_body.status)) + " here",
      std::string(name_of(stated->status)) + ", as in front matter",
      "line " + std::to_string(stated->line) + " has the other value");
}

/// The sections that hold action items: those that say so, else whatever has a task list.
std::vector<const SectionPart*> action_parts(const std::vector<SectionPart>& parts) {
  std::vector<const SectionPart*> found;
  for (const SectionPart& part : parts) {
    if (part.section == Section::action_items) found.push_back(&part);
  }
  for (const SectionPart& part : parts) {
    if (found.empty() && part.section != Section::timeline && has_task_list(part)) found.push_back(&part);
  }
  return found;
}

void adopt_actions(Postmortem& postmortem, const std::vector<SectionPart>& parts, const SiteConfig& config,
                   Diagnostics& diagnostics) {
  std::vector<ActionItem> items;
  std::vector<TypedBlock> blocks;
  for (const SectionPart* part : action_parts(parts)) {
    BodyActions found = read_action_items(*part, config.tickets);
    for (TypedBlock& block : found.blocks) block.first += items.size();
    std::ranges::move(found.items, std::back_inserter(items));
    std::ranges::move(found.blocks, std::back_inserter(blocks));
  }
  if (postmortem.origin("action_items") != nullptr) {
    for (const ActionItem& item : items) report_disagreement(postmortem, item, diagnostics);
    return;
  }
  if (items.empty()) return;
  infer(postmortem, "action_items", items.front().line, items.front().title.text);
  postmortem.action_items = std::move(items);
  std::ranges::move(blocks, std::back_inserter(postmortem.typed_blocks));
}

}  // namespace

Postmortem adopt_body(Postmortem stated, Article article, const SiteConfig& config, Diagnostics& diagnostics) {
  Postmortem postmortem = std::move(stated);
  adopt_title(postmortem, article);
  const Outline outline = shaped(article.outline);
  const std::vector<SectionPart> parts = cut_sections(outline);
  adopt_prose(postmortem, parts);
  adopt_timeline(postmortem, parts, article.text.html, postmortem.timezone.value_or(config.timezone), diagnostics);
  adopt_actions(postmortem, parts, config, diagnostics);
  name_action_items(postmortem.action_items);
  std::ranges::sort(postmortem.typed_blocks, {}, [](const TypedBlock& block) { return block.range.begin; });
  postmortem.body = std::move(article.text);
  return postmortem;
}

}  // namespace hindsight
