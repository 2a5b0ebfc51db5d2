#include "adopt/document_clock.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <re2/re2.h>
#include <utility>

#include "adopt/word_look.hpp"
#include "base/text.hpp"

namespace hindsight {
namespace {

constexpr std::size_t most_sentences = 2000;

/// One voice for a day.
struct Vote {
  Said<Date> said;
  int weight = 0;
};

std::string words_at(std::string_view text, const FoundTime& found) {
  return std::string(text.substr(found.begin, found.end - found.begin));
}

std::optional<FoundTime> first_date(const std::vector<FoundTime>& times) {
  const auto found = std::ranges::find_if(times, [](const FoundTime& time) { return time.read.time.date.has_value(); });
  return found == times.end() ? std::nullopt : std::optional(*found);
}

class Voting {
 public:
  explicit Voting(const DateHints& hints) : hints_(hints) {}

  void add(std::string_view text, int line, std::string_view rule, int weight) {
    add(text, find_times(text, hints_), line, rule, weight);
  }

  void add(std::string_view text, const std::vector<FoundTime>& times, int line, std::string_view rule, int weight) {
    const std::optional<FoundTime> found = first_date(times);
    if (found) votes_.push_back({{*found->read.time.date, line, words_at(text, *found), std::string(rule)}, weight});
  }

  void add(Date date, int line, const std::string& words, std::string_view rule, int weight) {
    votes_.push_back({{date, line, words, std::string(rule)}, weight});
  }

  /// The day with most weight, and the one behind it.
  std::vector<Said<Date>> result() const {
    std::map<Date, int> weights;
    for (const Vote& vote : votes_) weights[vote.said.value] += vote.weight;
    std::vector<Said<Date>> ranked;
    for (const Vote& vote : votes_) {
      const auto same = [&](const Said<Date>& said) { return said.value == vote.said.value; };
      if (std::ranges::none_of(ranked, same)) ranked.push_back(vote.said);
    }
    std::ranges::stable_sort(
        ranked, [&](const Said<Date>& a, const Said<Date>& b) { return weights[a.value] > weights[b.value]; });
    return ranked;
  }

 private:
  const DateHints& hints_;
  std::vector<Vote> votes_;
};

int weight_of(Label label) {
  switch (label) {
    case Label::date:
    case Label::started: return 3;
    case Label::detected:
    case Label::mitigated: return 2;
    case Label::resolved:
    case Label::ended: return 1;
    default: return 0;
  }
}

void vote_for_timeline(const RawTimeline& timeline, const SectionPart* part, const DateHints& hints, Voting& voting) {
  if (part != nullptr && part->heading != nullptr)
    voting.add(part->heading->text, part->heading->line, "timeline heading", 3);
  for (const RawEntry& raw : timeline.entries) {
    if (raw.time.day_line) {
      voting.add(*raw.time.day_line, raw.entry.line, "", "day line", 3);
      return;
    }
    if (!raw.time.read || !raw.time.read->time.date) continue;
    voting.add(*raw.time.read->time.date, raw.entry.line, raw.entry.written, "timeline", 3);
    return;
  }
  if (part == nullptr) return;
  for (const Block* block : part->blocks) {
    if (block->kind != Block::Kind::paragraph) continue;
    const std::vector<FoundTime> times = find_times(block->text, hints);
    if (!first_date(times)) continue;
    voting.add(block->text, times, block->line, "above the timeline", 3);
    return;
  }
}

void vote_for_day(const DocumentText& document, const RawTimeline& timeline, const SectionPart* part,
                  DocumentClock& clock) {
  Voting voting(clock.hints);
  for (const Fact& fact : document.facts) {
    if (const int weight = weight_of(fact.label); weight > 0 && fact.value.size() < 200)
      voting.add(fact.value, fact.times, fact.line, "label", weight);
  }
  vote_for_timeline(timeline, part, clock.hints, voting);
  voting.add(document.title, document.title_line, "title", 2);
  std::string path = document.path;
  std::ranges::replace(path, '_', ' ');
  voting.add(path, 0, "file name", 1);
  if (const auto& stated = document.stated_date)
    voting.add(stated->value, stated->line, stated->words, stated->rule, 1);
  int sentences = 0;
  for (const Sentence& sentence : document.sentences) {
    const bool tells = sentence.section == Section::summary || sentence.section == Section::impact ||
                       sentence.section == Section::none || sentence.section == Section::detection;
    static const RE2 another(
        "(?i)\\b(?:retro(?:spective)?|meeting|held|posted|published|last modified|updated on|written on|postmortem "
        "on|scheduled|follow-up|review(?:ed)? on)\\b");
    if (!tells || !first_date(sentence.times) || RE2::PartialMatch(sentence.text, another)) continue;
    voting.add(sentence.text, sentence.times, sentence.line, "sentence", 2);
    if (++sentences == 2) break;
  }
  const std::vector<Said<Date>> ranked = voting.result();
  if (!ranked.empty()) clock.date = ranked[0];
  if (ranked.size() > 1) clock.other_date = ranked[1];
}

/// The zone of the timeline: in its heading, in what stands above its entries, in its table's header, at an entry.
std::optional<Said<ZoneWord>> zone_of_timeline(const RawTimeline& timeline, const SectionPart* part) {
  if (part == nullptr) return std::nullopt;
  const auto said = [](std::string_view text, int line) -> std::optional<Said<ZoneWord>> {
    const std::optional<ZoneWord> zone = find_zone(text);
    if (!zone) return std::nullopt;
    return Said<ZoneWord>{*zone, line, std::string(text.substr(0, 60)), "timeline"};
  };
  if (part->heading != nullptr) {
    if (auto zone = said(part->heading->text, part->heading->line)) return zone;
  }
  const int first_line = timeline.entries.empty() ? 0 : timeline.entries.front().entry.line;
  for (const Block* block : part->blocks) {
    if (block->kind == Block::Kind::table && !block->children.empty()) {
      for (const Block& cell : block->children.front().children) {
        if (auto zone = said(cell.text, block->line)) return zone;
      }
    }
    int line = block->line - 1;
    for (const std::string_view text : split_lines(block->text)) {
      ++line;
      if (line >= first_line && !timeline.entries.empty()) break;
      if (auto zone = said(text, line)) return zone;
    }
    if (block->line >= first_line) break;
  }
  for (const RawEntry& raw : timeline.entries) {
    if (!raw.time.read || !raw.time.read->time.zone) continue;
    return Said<ZoneWord>{
        {*raw.time.read->time.zone, raw.time.read->zone_offset}, raw.entry.line, raw.entry.written, "timeline"};
  }
  return std::nullopt;
}

/// "All times are UTC" anywhere; else the zone of the first time that has one.
std::optional<Said<ZoneWord>> zone_of_prose(const DocumentText& document) {
  static const RE2 all_times("(?i)\\b(?:all|the)?\\s*(?:times?|timestamps?|timezone|time zone)\\b");
  static constexpr WordLook look(std::to_array<std::string_view>({"time"}));
  for (const Sentence& sentence : document.sentences) {
    if (sentence.text.size() > 200 || !look.may_be_in(sentence.text)) continue;
    const std::optional<ZoneWord> zone = find_zone(sentence.text);
    if (zone && RE2::PartialMatch(sentence.text, all_times))
      return Said<ZoneWord>{*zone, sentence.line, sentence.text, "sentence"};
  }
  const auto of_times = [](std::string_view text, const std::vector<FoundTime>& times,
                           int line) -> std::optional<Said<ZoneWord>> {
    for (const FoundTime& found : times) {
      if (found.read.time.clock && found.read.time.zone) {
        return Said<ZoneWord>{{*found.read.time.zone, found.read.zone_offset}, line, words_at(text, found), "time"};
      }
    }
    return std::nullopt;
  };
  for (const Fact& fact : document.facts) {
    if (auto zone = of_times(fact.value, fact.times, fact.line)) return zone;
  }
  for (const Sentence& sentence : document.sentences) {
    if (auto zone = of_times(sentence.text, sentence.times, sentence.line)) return zone;
  }
  return std::nullopt;
}

void collect_times(const std::vector<FoundTime>& times, DocumentClock& clock) {
  for (const FoundTime& found : times) {
    const WrittenTime& time = found.read.time;
    if (time.clock && time.date) clock.anchors.push_back(time);
    if (time.clock && found.read.has_half) clock.clocks.push_back(*time.clock);
    if (found.read.until && found.read.until->clock && found.read.has_half)
      clock.clocks.push_back(*found.read.until->clock);
  }
}

}  // namespace

DateHints find_hints(const DocumentText& document) {
  std::map<int, int> years;
  DateHints hints;
  const auto look = [&](std::string_view text) {
    if (!may_hold_whole_date(text)) return;
    for (const FoundTime& found : find_times(text)) {
      if (!found.read.time.date) continue;
      ++years[year_of(*found.read.time.date)];
      if (!hints.near) hints.near = found.read.time.date;
    }
  };
  look(document.title);
  for (const Fact& fact : document.facts) look(fact.value);
  for (const SectionPart& part : document.parts) {
    if (part.heading != nullptr) look(part.heading->text);
    for (const Block* block : part.blocks) look(block->text);
  }
  look(document.path);
  if (years.empty()) {
    for (const std::string* text : {&document.path, &document.title}) {
      static const RE2 year("\\b(20[0-4]\\d)\\b");
      int found = 0;
      if (text->find("20") != std::string::npos && RE2::PartialMatch(*text, year, &found)) hints.year = found;
    }
    return hints;
  }
  hints.year = std::ranges::max_element(years, {}, [](const auto& entry) { return entry.second; })->first;
  return hints;
}

DocumentClock read_clock(const DocumentText& document, const RawTimeline& timeline, const SectionPart* timeline_part,
                         DateHints hints) {
  DocumentClock clock;
  clock.hints = hints;
  vote_for_day(document, timeline, timeline_part, clock);
  clock.zone = zone_of_timeline(timeline, timeline_part);
  if (!clock.zone) clock.zone = zone_of_prose(document);
  collect_times(find_times(document.title, hints), clock);
  for (const Fact& fact : document.facts) collect_times(fact.times, clock);
  std::size_t count = 0;
  for (const Sentence& sentence : document.sentences) {
    if (++count > most_sentences) break;
    collect_times(sentence.times, clock);
  }
  return clock;
}

}  // namespace hindsight
