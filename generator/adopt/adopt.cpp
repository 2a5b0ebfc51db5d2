#include "adopt/adopt.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "adopt/action_items.hpp"
#include "adopt/action_table_reader.hpp"
#include "adopt/evidence.hpp"
#include "adopt/facts.hpp"
#include "adopt/propose.hpp"
#include "adopt/sections.hpp"
#include "adopt/shape.hpp"
#include "adopt/term_classes.hpp"
#include "adopt/timeline.hpp"
#include "base/text.hpp"
#include "model/action_items.hpp"

namespace hindsight {
namespace {

constexpr std::size_t longest_title_line = 120;

/// A field's first evidence counts; the others are among the proposals.
void infer(Postmortem& postmortem, std::string_view field, const Evidence& evidence) {
  postmortem.add_origin({field, evidence.line, 1, std::make_shared<const Evidence>(evidence), true});
}

/// What stands in a section of its own name is the document's own, not inferred.
void note(Postmortem& postmortem, std::string_view field, const Evidence& evidence) {
  postmortem.add_origin({field, evidence.line, 1, std::make_shared<const Evidence>(evidence), false});
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

/// "Postmortem incident report", "0x19. Postmortem": it says what the document is, not what happened.
bool is_generic(std::string_view title) {
  static const std::set<std::string_view> words = {"post",  "mortem", "postmortem",    "incident", "report",
                                                   "retro", "x",      "retrospective", "review",   "rca",
                                                   "root",  "cause",  "analysis"};
  const std::string normal = normal_heading(title);
  return std::ranges::all_of(split(normal, ' '), [](std::string_view word) { return words.contains(word); });
}

/// The heading right below a generic one, if it is a title.
const Block* title_below(const Outline& outline, std::size_t title) {
  for (std::size_t at = title + 1; at < outline.size(); ++at) {
    if (outline[at].kind != Block::Kind::heading) continue;
    const bool is_next = at == title + 1 && outline[at].level == outline[title].level + 1;
    return is_next && section_named(outline[at].text) == Section::none && !label_named(outline[at].text) ? &outline[at]
                                                                                                         : nullptr;
  }
  return nullptr;
}

/// The title, and what becomes of the heading that bears it: the page prints it above the body, not in it once more.
void adopt_title(Postmortem& postmortem, const Article& article, const SourceLines& source) {
  const Block* heading = article.title ? &article.outline[*article.title] : nullptr;
  if (heading != nullptr && is_generic(heading->text)) {
    const Block* below = title_below(article.outline, *article.title);
    if (below != nullptr) heading = below;
  }
  const std::string text = heading == nullptr ? "" : collapse_spaces(heading->text);
  if (postmortem.title.empty() && heading != nullptr) {
    postmortem.title = text;
    infer(postmortem, "title", source.quote(heading->line, text, "heading", Confidence::stated));
  }
  if (heading != nullptr && equals_ignoring_case(text, postmortem.title)) {
    postmortem.typed_blocks.push_back({TypedBlock::Kind::title, heading->outer, 0, 0});
  }
  if (!postmortem.title.empty()) return;
  postmortem.title = collapse_spaces(first_line_of(article.outline));
  if (!postmortem.title.empty()) {
    const int line = article.outline.front().line;
    infer(postmortem, "title", source.quote(line, postmortem.title, "first line", Confidence::guessed));
  }
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

void adopt_prose(Postmortem& postmortem, const std::vector<SectionPart>& parts, const SourceLines& source) {
  const auto adopt = [&](std::string_view field, Section section, Prose& prose) {
    if (!prose.empty()) return;
    const auto part = std::ranges::find(parts, section, &SectionPart::section);
    const Block* block = part == parts.end() ? nullptr : first_statement(*part);
    if (block == nullptr || trim(block->text).empty()) return;
    prose = prose_of(*block, collapse_spaces(block->text));
    note(postmortem, field, source.quote(block->line, prose.text, "section", Confidence::stated));
  };
  adopt("summary", Section::summary, postmortem.summary);
  adopt("impact", Section::impact, postmortem.impact);
  adopt("detection", Section::detection, postmortem.detection);
  adopt("resolution", Section::resolution, postmortem.resolution);
}

/// A label gives the text where no section does: "Summary | It was down |".
void adopt_labelled_prose(Postmortem& postmortem, const Proposals& said) {
  const auto adopt = [&](std::string_view field, Prose& prose, const std::optional<ProposedText>& proposed) {
    if (!prose.empty() || !proposed) return;
    prose.text = collapse_spaces(proposed->value);
    note(postmortem, field, proposed->evidence);
  };
  adopt("summary", postmortem.summary, said.summary);
  adopt("impact", postmortem.impact, said.impact);
}

/// Takes a milestone over, or reports that a marked entry of the timeline contradicts front matter.
void adopt_milestone(Postmortem& postmortem, const Proposals& said, Milestone milestone, const TimeZone& zone) {
  const auto& proposed = said.times[static_cast<std::size_t>(milestone)];
  if (!proposed || !proposed->value.date || postmortem.origin(field_of(milestone)) != nullptr) return;
  const std::optional<Moment> moment = resolve(proposed->value, zone).moment;
  if (!moment) return;
  postmortem.time(milestone) = moment;
  infer(postmortem, field_of(milestone), proposed->evidence);
}

void report_contradiction(const Postmortem& postmortem, const TimelineEntry& entry, Diagnostics& diagnostics) {
  const std::string_view field = field_of(*entry.milestone);
  const std::optional<Moment>& time = postmortem.time(*entry.milestone);
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

/// An incident of which only the day is known still belongs to that day.
void adopt_day(Postmortem& postmortem, const Proposals& said, const TimeZone& zone) {
  const std::optional<Proposed<Date>>& date = said.date;
  const bool is_dated = std::ranges::any_of(postmortem.times, [](const auto& time) { return time.has_value(); });
  if (!date || is_dated || postmortem.origin("started_at") != nullptr) return;
  postmortem.time(Milestone::started) = resolve({date->value, {}, {}, {}, false, false}, zone).moment;
  infer(postmortem, "started_at", date->evidence);
}

/// Whether there are more entries than site.yml allows, which is then reported at the first that is too many.
template <class Entry>
bool exceeds(const std::vector<Entry>& entries, std::size_t most, std::string_view what, std::string_view key,
             const Postmortem& postmortem, Diagnostics& diagnostics) {
  if (entries.size() <= most) return false;
  diagnostics.add(Rule::too_many_entries, {postmortem.file, entries[most].line, 0},
                  with_thousands(static_cast<long>(entries.size())) + " " + std::string(what),
                  "at most " + with_thousands(static_cast<long>(most)),
                  "attach a log as a file, or raise limits." + std::string(key) + " in site.yml");
  return true;
}

void adopt_timeline(Postmortem& postmortem, BodyTimeline timeline, const SourceLines& source, const SiteConfig& config,
                    Diagnostics& diagnostics) {
  const std::size_t most = config.limits.timeline_entries;
  if (exceeds(timeline.entries, most, "timeline entries", "timeline_entries", postmortem, diagnostics)) return;
  for (const Milestone milestone : all_milestones) {
    const TimelineEntry* entry = entry_of(timeline.entries, milestone);
    if (entry != nullptr) report_contradiction(postmortem, *entry, diagnostics);
  }
  if (!postmortem.timeline.empty() || timeline.entries.empty()) return;
  const TimelineEntry& first = timeline.entries.front();
  note(postmortem, "timeline", source.quote(first.line, first.written, "timeline", Confidence::stated));
  postmortem.timeline = std::move(timeline.entries);
  std::ranges::move(timeline.blocks, std::back_inserter(postmortem.typed_blocks));
}

void adopt_severity(Postmortem& postmortem, const Proposals& said, const SiteConfig& config) {
  const std::optional<ProposedText>& severity = said.severity;
  if (!severity || postmortem.origin("severity") != nullptr) return;
  const std::vector<TermDefinition>& severities = config.severities();
  const TermDefinition* found = find_definition(severities, severity->value);
  if (found == nullptr) return;
  postmortem.severity = static_cast<std::size_t>(found - severities.data());
  infer(postmortem, "severity", severity->evidence);
}

/// The site's own term for a phrase: one whose name or alias stands in it, else the class of the starter vocabulary, if
/// the site has no vocabulary or lists it.
std::optional<std::string> term_for(const SiteConfig& config, TermKind kind, const std::string& phrase) {
  const std::vector<TermDefinition>& vocabulary = config.vocabulary(kind);
  const std::optional<std::string_view> name =
      kind == TermKind::trigger ? trigger_class(phrase) : root_cause_class(phrase);
  if (!name) return std::nullopt;
  if (vocabulary.empty()) return std::string(*name);
  const TermDefinition* listed = find_definition(vocabulary, *name);
  return listed == nullptr ? std::nullopt : std::optional(listed->name);
}

void adopt_terms(Postmortem& postmortem, const SiteConfig& config, TermKind kind, std::string_view field,
                 const std::vector<ProposedText>& proposed) {
  std::vector<std::string>& names = postmortem.terms[index_of(kind)];
  if (postmortem.origin(field) != nullptr || !names.empty()) return;
  for (const ProposedText& text : proposed) {
    std::optional<std::string> name = text.value;
    if (kind != TermKind::service) {
      name = term_for(config, kind, text.value);
    } else if (const TermDefinition* listed = find_definition(config.vocabulary(kind), text.value)) {
      name = listed->name;
    }
    if (!name || std::ranges::find(names, *name) != names.end()) continue;
    names.push_back(*name);
    infer(postmortem, field, text.evidence);
  }
}

void adopt_lists(Postmortem& postmortem, const Proposals& said) {
  const auto adopt = [&](std::vector<std::string>& values, std::string_view field,
                         const std::vector<ProposedText>& proposed) {
    if (!values.empty()) return;
    for (const ProposedText& text : proposed) {
      values.push_back(text.value);
      infer(postmortem, field, text.evidence);
    }
  };
  adopt(postmortem.authors, "authors", said.authors);
  adopt(postmortem.contributing_factors, "contributing_factors", said.contributing_factors);
}

void adopt_detector(Postmortem& postmortem, const Proposals& said) {
  const std::optional<ProposedText>& proposed = said.detected_by;
  if (!proposed || postmortem.detected_by) return;
  postmortem.detected_by = from_name<DetectedBy>(proposed->value);
  infer(postmortem, "detected_by", proposed->evidence);
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
                   const SourceLines& source, Diagnostics& diagnostics) {
  std::vector<ActionItem> items;
  std::vector<TypedBlock> blocks;
  for (const SectionPart* part : action_parts(parts)) {
    BodyActions found = read_action_items(*part, config.tickets);
    for (TypedBlock& block : found.blocks) block.first += items.size();
    std::ranges::move(found.items, std::back_inserter(items));
    std::ranges::move(found.blocks, std::back_inserter(blocks));
  }
  for (ActionItem& item : items) item.line = source.place(item.line, item.title.text);
  if (exceeds(items, config.limits.action_items, "action items", "action_items", postmortem, diagnostics)) return;
  if (postmortem.origin("action_items") != nullptr) {
    for (const ActionItem& item : items) report_disagreement(postmortem, item, diagnostics);
    return;
  }
  if (items.empty()) return;
  const ActionItem& first = items.front();
  note(postmortem, "action_items", source.quote(first.line, first.title.text, "section", Confidence::stated));
  postmortem.action_items = std::move(items);
  std::ranges::move(blocks, std::back_inserter(postmortem.typed_blocks));
}

/// In the order of the body. A list may read as a timeline and as action items: it is printed as what it was first.
void sort_blocks(std::vector<TypedBlock>& blocks) {
  std::ranges::stable_sort(blocks, {}, [](const TypedBlock& block) { return block.range.begin; });
  std::size_t end = 0;
  std::erase_if(blocks, [&](const TypedBlock& block) {
    const bool overlaps = block.range.begin < end;
    if (!overlaps) end = block.range.end;
    return overlaps;
  });
}

/// All of a site's postmortems are in memory at once: none keeps room that it grew into and did not fill.
void release_room(Postmortem& postmortem) {
  postmortem.timeline.shrink_to_fit();
  postmortem.action_items.shrink_to_fit();
  postmortem.typed_blocks.shrink_to_fit();
  postmortem.body.html.shrink_to_fit();
  postmortem.body.slots.shrink_to_fit();
  postmortem.body.headings.shrink_to_fit();
  postmortem.origins.shrink_to_fit();
}

}  // namespace

Adopted adopt_body(Postmortem postmortem, Article article, std::string_view source, const SiteConfig& config,
                   Scope scope, Diagnostics& diagnostics) {
  const SourceLines lines(source);
  adopt_title(postmortem, article, lines);
  const Outline outline = shaped(std::move(article.outline));
  const std::vector<SectionPart> parts = cut_sections(outline);
  const TimeZone& zone = postmortem.timezone ? *postmortem.timezone : config.timezone;
  Reading reading = read_body({parts, lines, article.text.html}, postmortem, zone, scope, diagnostics);
  const Proposals& said = reading.proposals;
  adopt_prose(postmortem, parts, lines);
  adopt_labelled_prose(postmortem, said);
  for (const Milestone milestone : all_milestones) adopt_milestone(postmortem, said, milestone, zone);
  adopt_day(postmortem, said, zone);
  adopt_timeline(postmortem, std::move(reading.timeline), lines, config, diagnostics);
  adopt_severity(postmortem, said, config);
  adopt_terms(postmortem, config, TermKind::service, "services", said.services);
  adopt_terms(postmortem, config, TermKind::trigger, "triggers", said.triggers);
  adopt_terms(postmortem, config, TermKind::root_cause, "root_causes", said.root_causes);
  adopt_lists(postmortem, said);
  adopt_detector(postmortem, said);
  adopt_actions(postmortem, parts, config, lines, diagnostics);
  name_action_items(postmortem.action_items);
  sort_blocks(postmortem.typed_blocks);
  postmortem.body = std::move(article.text);
  postmortem.said_triggers = said.triggers;
  postmortem.said_root_causes = said.root_causes;
  release_room(postmortem);
  return {std::move(postmortem), std::move(reading.proposals)};
}

}  // namespace hindsight
