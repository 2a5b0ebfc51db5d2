#include "adopt/timeline.hpp"

#include <algorithm>
#include <utility>

#include "adopt/milestones.hpp"

using std::chrono::days;

namespace hindsight {
namespace {

/// Fewer entries under another heading are no timeline.
constexpr std::size_t least_unnamed = 3;

std::size_t entries_in_blocks(const RawTimeline& raw) {
  std::size_t count = 0;
  for (const TypedBlock& block : raw.blocks) count += block.count;
  return count;
}

/// "Started: 10:00", "Resolved: 10:40": facts, no timeline.
bool holds_labels(const RawTimeline& raw) {
  const auto labels = std::ranges::count_if(
      raw.entries, [](const RawEntry& entry) { return label_named(entry.entry.event.text).has_value(); });
  return labels * 2 >= static_cast<long>(raw.entries.size());
}

void add_labelled(const RawTimeline& raw, std::vector<LabelledTime>& labelled) {
  for (const RawEntry& entry : raw.entries) {
    if (!entry.time.read || !entry.time.read->time.date) continue;
    const std::optional<Label> label = label_named(entry.entry.event.text);
    if (label) labelled.push_back({*label, entry.entry.written, entry.entry.line});
  }
}

/// The time that T+5m counts from: one with its day above the entries.
std::optional<WrittenTime> zero_of(const SectionPart* part, const DocumentClock& clock) {
  std::vector<std::string_view> texts;
  if (part != nullptr && part->heading != nullptr) texts.push_back(part->heading->text);
  for (const Block* block : part == nullptr ? std::vector<const Block*>() : part->blocks) texts.push_back(block->text);
  for (const std::string_view text : texts) {
    for (const FoundTime& found : find_times(text, clock.hints)) {
      if (found.read.time.date && found.read.time.clock) return found.read.time;
    }
  }
  return std::nullopt;
}

WrittenTime later(WrittenTime time, seconds by) {
  const Instant at = Instant(*time.date) + *time.clock + by;
  time.date = day_of(at);
  time.clock = at - Instant(*time.date);
  return time;
}

bool may_hold_timeline(Section section) {
  return section != Section::timeline && section != Section::action_items && section != Section::lessons;
}

/// The zone that the document states for a time, in the time itself.
WrittenTime with_zone(WrittenTime time, const DocumentClock& clock) {
  if (time.zone || time.offset || !time.clock || !clock.zone) return time;
  if (time.date) {
    time.zone = clock.zone->value.zone;
  } else {
    time.offset = clock.zone->value.offset;
  }
  return time;
}

std::optional<WrittenTime> end_of_range(const RawEntry& raw, const std::optional<WrittenTime>& begin) {
  if (!begin || !raw.time.read || !raw.time.read->until || !raw.time.read->until->clock) return std::nullopt;
  WrittenTime end = *raw.time.read->until;
  if (!end.date && begin->date) {
    end.date = begin->date;
    if (*end.clock < *begin->clock) *end.date += days(1);
  }
  if (!end.zone && !end.offset) {
    end.zone = begin->zone;
    end.offset = begin->offset;
  }
  return end;
}

}  // namespace

TimelineSource find_timeline(const std::vector<SectionPart>& parts, std::string_view html, const DateHints& hints) {
  TimelineSource best;
  const auto take = [&](const SectionPart& part, RawTimeline raw) {
    best.part = &part;
    best.raw = std::move(raw);
  };
  for (const SectionPart& part : parts) {
    if (part.section != Section::timeline) continue;
    RawTimeline raw = read_timeline_blocks(part, html, hints);
    add_labelled(raw, best.labelled);
    if (best.part == nullptr || raw.entries.size() > best.raw.entries.size()) take(part, std::move(raw));
  }
  for (const SectionPart& part : parts) {
    if (!may_hold_timeline(part.section)) continue;
    RawTimeline raw = read_timeline_blocks(part, html, hints);
    const std::size_t count = holds_labels(raw) ? 0 : entries_in_blocks(raw);
    if (count >= least_unnamed && count * 2 > raw.entries.size() && count > best.raw.entries.size())
      take(part, std::move(raw));
  }
  return best;
}

BodyTimeline place_timeline(TimelineSource source, const DocumentClock& clock, const TimeZone& zone) {
  RawTimeline& raw = source.raw;
  const std::optional<WrittenTime> zero = zero_of(source.part, clock);
  TimelineContext context{std::nullopt, zone, clock.anchors, clock.clocks};
  if (clock.date) context.date = clock.date->value;
  std::vector<EntryTime> entry_times;
  entry_times.reserve(raw.entries.size());
  for (const RawEntry& entry : raw.entries) {
    entry_times.push_back(entry.time);
    entry_times.back().words = entry.words;
  }
  const std::vector<std::optional<WrittenTime>> times = place_in_order(std::move(entry_times), context);
  BodyTimeline timeline;
  timeline.entries.reserve(raw.entries.size());
  timeline.times.reserve(raw.entries.size());
  timeline.untils.reserve(raw.entries.size());
  timeline.words.reserve(raw.entries.size());
  for (std::size_t at = 0; at < raw.entries.size(); ++at) {
    RawEntry& entry = raw.entries[at];
    std::optional<WrittenTime> time = times[at];
    if (zero && entry.time.read && entry.time.read->is_relative) time = later(*zero, *entry.time.read->time.clock);
    if (time) time = with_zone(*time, clock);
    if (time && time->date) entry.entry.at = resolve(*time, zone).moment;
    timeline.is_zero.push_back(entry.time.read && entry.time.read->is_relative &&
                               entry.time.read->time.clock == seconds(0));
    timeline.untils.push_back(end_of_range(entry, time));
    timeline.times.push_back(std::move(time));
    timeline.words.push_back(std::move(entry.words));
    timeline.entries.push_back(std::move(entry.entry));
  }
  timeline.blocks = std::move(raw.blocks);
  timeline.labelled = std::move(source.labelled);
  mark_milestones(timeline.entries);
  return timeline;
}

}  // namespace hindsight
