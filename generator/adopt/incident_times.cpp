#include "adopt/incident_times.hpp"

#include <algorithm>
#include <re2/re2.h>
#include <utility>

#include "adopt/durations.hpp"
#include "adopt/event_words.hpp"
#include "adopt/facts.hpp"
#include "adopt/zone_words.hpp"
#include "base/text.hpp"

using std::chrono::days;
using std::chrono::minutes;

namespace hindsight {
namespace {

/// How sure a source is; the smallest wins.
enum Rank { label_rank, mark_rank, impact_range, other_range, sentence_rank, computed_rank, entry_rank, title_rank, last_resort };

Confidence confidence_of(Rank rank) {
  if (rank <= other_range) return Confidence::stated;
  return rank == computed_rank ? Confidence::computed : Confidence::guessed;
}

/// A time for comparisons: on its day, or on the first of days.
seconds order_of(const WrittenTime& time) {
  if (!time.date) return time.clock.value_or(seconds(0));
  const Resolution resolution = resolve(time, TimeZone());
  return resolution.moment ? resolution.moment->at.time_since_epoch() : Instant(*time.date).time_since_epoch();
}

bool comparable(const WrittenTime& a, const WrittenTime& b) {
  return a.date.has_value() == b.date.has_value() && a.clock && b.clock;
}

/// Collects candidates and keeps the surest of each milestone.
class Candidates {
 public:
  void add(Milestone milestone, Rank rank, const WrittenTime& time, int line, std::string_view words,
           std::string_view rule) {
    const auto index = static_cast<std::size_t>(milestone);
    if (ranks_[index] <= rank && times_.of(milestone)) return;
    ranks_[index] = rank;
    times_.of(milestone) = SaidTime{time, line, std::string(words), std::string(rule), confidence_of(rank)};
  }

  /// A day alone does not count: any time of that day is better.
  bool has(Milestone milestone) const { return times_.of(milestone) && times_.of(milestone)->time.clock; }
  Rank rank(Milestone milestone) const { return ranks_[static_cast<std::size_t>(milestone)]; }
  IncidentTimes& times() { return times_; }
  const IncidentTimes& times() const { return times_; }

 private:
  IncidentTimes times_;
  std::array<Rank, all_milestones.size()> ranks_{};
};

/// Sentences that tell of the incident itself, not of lessons or of what could be.
bool tells_of_incident(Section section) {
  return section == Section::summary || section == Section::impact || section == Section::none ||
         section == Section::detection || section == Section::resolution || section == Section::root_causes;
}

class TimeFinder {
 public:
  TimeFinder(const DocumentText& document, const DocumentClock& clock, const BodyTimeline& timeline)
      : document_(document), clock_(clock), timeline_(timeline) {}

  IncidentTimes find() {
    read_labels();
    read_marks();
    read_ranges();
    read_durations();
    compute_from_duration();
    read_entries();
    read_sentences();
    compute_end();
    read_title();
    return std::move(found_.times());
  }

 private:
  /// What a time in prose leaves out: its day from the sentence or the document, its zone from the document.
  WrittenTime complete(WrittenTime time, const std::optional<Date>& date) const {
    if (!time.date) time.date = date;
    if (!time.date && clock_.date) time.date = clock_.date->value;
    if (time.clock && !time.zone && !time.offset && clock_.zone) {
      if (time.date) {
        time.zone = clock_.zone->value.zone;
      } else {
        time.offset = clock_.zone->value.offset;
      }
    }
    return time;
  }

  static WrittenTime with_offset(WrittenTime time, const ReadTime& read) {
    if (!time.date && time.zone) {
      time.zone.reset();
      time.offset = read.zone_offset;
    }
    return time;
  }

  WrittenTime end_of(const ReadTime& read, const WrittenTime& begin, const std::optional<Date>& date) const {
    WrittenTime end = complete(*read.until, read.until->date ? std::nullopt : begin.date ? begin.date : date);
    if (end.date && !read.until->date && *end.clock < *begin.clock) *end.date += days(1);
    if (!end.zone && !end.offset) {
      end.zone = begin.zone;
      end.offset = begin.offset;
    }
    return with_offset(end, read);
  }

  void read_label(Label label, const std::string& label_words, const std::string& value, int line) {
    constexpr std::size_t longest_value = 100;
    std::vector<FoundTime> times = find_times(value, clock_.hints);
    std::erase_if(times, [](const FoundTime& time) { return !time.read.time.clock && !time.read.time.date; });
    if (times.empty() || times.front().begin > 30 || (value.size() > longest_value && label != Label::date)) return;
    ReadTime read = times.front().read;
    if (const auto zone = read.time.zone ? std::nullopt : find_zone(label_words); zone && read.time.clock) {
      read.time.zone = zone->zone;
      read.zone_offset = zone->offset;
    }
    const WrittenTime time = with_offset(complete(read.time, std::nullopt), read);
    const bool is_day = !time.clock;
    switch (label) {
      case Label::detection:
        if (times.front().begin < 3) add_timed(Milestone::detected, time, line, value);
        break;
      case Label::date:
      case Label::duration:
        if (!read.until) break;
        found_.add(Milestone::started, label_rank, time, line, value, "label");
        found_.add(Milestone::mitigated, impact_range, end_of(read, time, time.date), line, value, "label");
        break;
      case Label::started:
        found_.add(Milestone::started, is_day ? last_resort : label_rank, time, line, value, "label");
        if (read.until) found_.add(Milestone::mitigated, impact_range, end_of(read, time, time.date), line, value, "label");
        break;
      case Label::detected: add_timed(Milestone::detected, time, line, value); break;
      case Label::acknowledged: add_timed(Milestone::acknowledged, time, line, value); break;
      case Label::mitigated: add_timed(Milestone::mitigated, time, line, value); break;
      case Label::resolved: add_timed(Milestone::resolved, time, line, value); break;
      case Label::ended:
        if (is_day) break;
        found_.add(Milestone::mitigated, impact_range, time, line, value, "label");
        found_.add(Milestone::resolved, impact_range, time, line, value, "label");
        break;
      default: break;
    }
  }

  void add_timed(Milestone milestone, const WrittenTime& time, int line, const std::string& value) {
    if (time.clock) found_.add(milestone, label_rank, time, line, value, "label");
  }

  void read_labels() {
    for (const Fact& fact : document_.facts) {
      if (fact.section != Section::timeline) read_label(fact.label, fact.words, fact.value, fact.line);
    }
    // "First detected 2021-05-10 12:15" in a list of key events, wherever the longer timeline is.
    for (const SectionPart& part : document_.parts) {
      if (part.section != Section::timeline) continue;
      const RawTimeline raw = read_timeline_blocks(part, document_.html, clock_.hints);
      for (const RawEntry& entry : raw.entries) {
        const std::optional<Label> label = label_named(entry.entry.event.text);
        if (label && entry.time.read && entry.time.read->time.date) read_label(*label, "", entry.entry.written, entry.entry.line);
      }
    }
  }

  /// OUTAGE BEGINS, INCIDENT ENDS: the first beginning, the last end.
  void read_marks() {
    for (std::size_t at = 0; at < timeline_.entries.size(); ++at) {
      const bool is_zero = timeline_.entries[at].written.starts_with("T") && timeline_.is_zero[at] && timeline_.times[at];
      if (is_zero) found_.add(Milestone::started, mark_rank, *timeline_.times[at], timeline_.entries[at].line, timeline_.entries[at].written, "T0");
    }
    for (std::size_t at = 0; at < timeline_.entries.size(); ++at) {
      const TimelineEntry& entry = timeline_.entries[at];
      if (!entry.milestone || !timeline_.times[at] || !timeline_.times[at]->clock) continue;
      const bool is_end = *entry.milestone == Milestone::mitigated || *entry.milestone == Milestone::resolved;
      if (is_end && found_.has(*entry.milestone) && found_.rank(*entry.milestone) == mark_rank)
        found_.times().of(*entry.milestone).reset();
      const std::string words = entry.written.empty() ? entry.event.text : entry.written;
      found_.add(*entry.milestone, mark_rank, *timeline_.times[at], entry.line, words, "marked entry");
      if (*entry.milestone == Milestone::resolved && !found_.has(Milestone::mitigated))
        found_.add(Milestone::mitigated, entry_rank, *timeline_.times[at], entry.line, words, "marked entry");
    }
  }

  /// "unavailable between 09:29 and 10:00 UTC": from the first to the last of an impact section, else of the summary.
  void read_ranges() {
    static const RE2 range_before("(?i)\\b(?:between|from|duration|since|window|hours? of)\\b[^.;]{0,24}$");
    for (const Rank rank : {impact_range, other_range}) {
      std::optional<WrittenTime> last;
      for (const Sentence& sentence : document_.sentences) {
        const bool in_impact = sentence.section == Section::impact;
        const bool is_label = label_at(sentence.text) == Label::duration || label_at(sentence.text) == Label::date;
        if ((rank == impact_range) != (in_impact || is_label) || !tells_of_incident(sentence.section)) continue;
        if (!in_impact && !is_label && !tells_failure(sentence.text)) continue;
        std::optional<Date> date;
        for (const FoundTime& found : find_times(sentence.text, clock_.hints)) {
          if (found.read.time.date) date = found.read.time.date;
          if (!found.read.until || !found.read.time.clock) continue;
          const std::string_view before = std::string_view(sentence.text).substr(0, found.begin);
          if (!RE2::PartialMatch(before, range_before) && !is_label) continue;
          add_range(sentence, found, date, rank, last);
        }
      }
      if (last && found_.has(Milestone::started)) break;
    }
  }

  void add_range(const Sentence& sentence, const FoundTime& found, const std::optional<Date>& date, Rank rank,
                 std::optional<WrittenTime>& last) {
    const std::string words = sentence.text.substr(found.begin, found.end - found.begin);
    const WrittenTime whole = complete(found.read.time, date);
    const WrittenTime begin = with_offset(whole, found.read);
    const WrittenTime end = end_of(found.read, whole, date);
    found_.add(Milestone::started, rank, begin, sentence.line, words, "range");
    if (last && order_of(end) <= order_of(*last)) return;
    if (last && found_.rank(Milestone::mitigated) == rank) found_.times().of(Milestone::mitigated).reset();
    found_.add(Milestone::mitigated, rank, end, sentence.line, words, "range");
    last = end;
  }

  static std::optional<Label> label_at(std::string_view text) {
    const std::size_t colon = text.find(':');
    return colon == std::string_view::npos || colon > 40 ? std::nullopt : label_named(text.substr(0, colon));
  }

  /// A label's length before one in a sentence; the time to resolve before that to repair.
  void read_durations() {
    std::optional<Said<seconds>>& duration = found_.times().duration;
    for (const Label label : {Label::duration, Label::time_to_resolve}) {
      for (const Fact& fact : document_.facts) {
        const std::optional<FoundDuration> found = fact.label == label ? find_duration(fact.value) : std::nullopt;
        if (!found || found->length < minutes(1)) continue;
        if (duration && (label == Label::duration || duration->rule != "label of a measure")) continue;
        duration = Said<seconds>{found->length, fact.line,
                                 fact.value.substr(found->begin, found->end - found->begin),
                                 label == Label::duration ? "label" : "label of a measure"};
      }
      if (duration) return;
    }
    for (const Sentence& sentence : document_.sentences) {
      if (!duration) read_duration(sentence);
    }
  }

  void read_duration(const Sentence& sentence) {
    static const RE2 before(
        "(?i)\\b(?:last(?:ed|ing)|outage|downtime|unavailable|down|offline|inaccessible|unable|interruption|disruption|degrad\\w+|"
        "affect\\w+|impact\\w*|duration|incident|not (?:available|accessible|working))\\b[^.;]{0,60}?$");
    static const RE2 behind("(?i)^\\s*(?:of )?(?:outage|downtime|disruption|interruption|unavailability|service)\\b");
    static const RE2 is_part("(?i)\\b(?:took|takes?|until|before|alert\\w*|fires?|retr\\w+|every|timeout|within|up to|bounded|unknown length|at maximum)\\b");
    if (!tells_of_incident(sentence.section) || sentence.section == Section::detection || sentence.section == Section::root_causes) return;
    const std::optional<FoundDuration> found = find_duration(sentence.text);
    if (!found || found->length < minutes(1) || RE2::PartialMatch(sentence.text, is_part)) return;
    const std::string_view text = sentence.text;
    const std::string_view head = text.substr(0, found->begin);
    if (!RE2::PartialMatch(head, before) && !RE2::PartialMatch(text.substr(found->end), behind) &&
        !(sentence.section == Section::impact && trim(to_lower_ascii(head)) == "for"))
      return;
    found_.times().duration = Said<seconds>{found->length, sentence.line, std::string(text.substr(found->begin, found->end - found->begin)),
                                            found->approximate ? "sentence, about" : "sentence"};
  }

  /// The entry that stands the stated duration before the last, or behind the first.
  void compute_from_duration() {
    const std::optional<Said<seconds>>& duration = found_.times().duration;
    if (!duration || duration->rule == "sentence, about") return;
    const auto& start = found_.times().of(Milestone::started);
    const std::vector<std::size_t> timed = timed_entries();
    if (timed.size() < 2) return;
    if (start && !found_.has(Milestone::mitigated)) {
      for (const std::size_t at : timed) add_if_distant(start->time, at, duration->value, Milestone::mitigated, at);
    } else if (!start) {
      for (const std::size_t at : timed) {
        if (at != timed.back()) add_if_distant(*timeline_.times[at], timed.back(), duration->value, Milestone::started, at);
      }
    }
  }

  void add_if_distant(const WrittenTime& begin, std::size_t end, seconds length, Milestone milestone, std::size_t entry) {
    if (!comparable(begin, *timeline_.times[end]) || order_of(*timeline_.times[end]) - order_of(begin) != length) return;
    found_.add(milestone, computed_rank, *timeline_.times[entry], timeline_.entries[entry].line,
               timeline_.entries[entry].written, "stated duration");
  }

  std::vector<std::size_t> timed_entries() const {
    std::vector<std::size_t> timed;
    for (std::size_t at = 0; at < timeline_.entries.size(); ++at) {
      if (timeline_.times[at] && timeline_.times[at]->clock) timed.push_back(at);
    }
    return timed;
  }

  void add_entry(Milestone milestone, std::size_t at, Rank rank, std::string_view rule) {
    const bool takes_end = (milestone == Milestone::mitigated || milestone == Milestone::resolved) && timeline_.untils[at];
    found_.add(milestone, rank, takes_end ? *timeline_.untils[at] : *timeline_.times[at], timeline_.entries[at].line,
               timeline_.entries[at].written, rule);
  }

  bool is_before_start(std::size_t at) const {
    const auto& start = found_.times().of(Milestone::started);
    return start && comparable(start->time, *timeline_.times[at]) &&
           order_of(*timeline_.times[at]) < order_of(start->time);
  }

  /// Entries by what their words usually mean.
  void read_entries() {
    const std::vector<std::size_t> timed = timed_entries();
    read_first_entries(timed);
    read_last_entries(timed);
  }

  void read_first_entries(const std::vector<std::size_t>& timed) {
    bool after_change = false;
    for (const std::size_t at : timed) {
      const std::string& words = timeline_.words[at];
      const bool alarm = tells_alarm(words);
      const bool is_change = tells_change(words) && !alarm && !tells_failure(words);
      if (!found_.has(Milestone::started) && !is_change && (alarm || tells_failure(words))) {
        // Between a change and the first report of a user the impact began, nobody knows when.
        if (after_change && tells_user_report(words)) break;
        add_entry(Milestone::started, at, entry_rank, "first failure in the timeline");
      }
      after_change = after_change || is_change;
      if (found_.has(Milestone::started)) break;
    }
    const bool nobody_knows = std::ranges::any_of(document_.facts, [](const Fact& fact) {
      return fact.label == Label::time_to_detect && fact.value.empty();
    });
    for (const std::size_t at : timed) {
      if (found_.has(Milestone::detected) || nobody_knows) break;
      if (tells_alarm(timeline_.words[at]) && !is_before_start(at)) add_entry(Milestone::detected, at, entry_rank, "first alarm in the timeline");
    }
  }

  void read_last_entries(const std::vector<std::size_t>& timed) {
    std::optional<std::size_t> last;
    for (const std::size_t at : timed) {
      if (tells_recovery(timeline_.words[at]) && !is_before_start(at) && !denies_recovery(timeline_.words[at]) && !(last && tells_the_world(timeline_.words[at]))) last = at;
    }
    if (last) {
      add_entry(Milestone::mitigated, *last, entry_rank, "last recovery in the timeline");
      add_entry(Milestone::resolved, *last, entry_rank, "last recovery in the timeline");
    } else if (timed.size() >= 2 && !found_.has(Milestone::mitigated) && tells_change(timeline_.words[timed.back()])) {
      add_entry(Milestone::mitigated, timed.back(), last_resort, "last entry of the timeline");
      add_entry(Milestone::resolved, timed.back(), last_resort, "last entry of the timeline");
    }
    const auto& mitigated = found_.times().of(Milestone::mitigated);
    if (mitigated && !found_.has(Milestone::resolved) && found_.rank(Milestone::mitigated) != label_rank) {
      found_.add(Milestone::resolved, last_resort, mitigated->time, mitigated->line, mitigated->words, "end of the impact");
    }
  }

  /// "The mailing list is notified that it is fixed": afterwards.
  static bool tells_the_world(std::string_view words) {
    static const RE2 pattern("(?i)\\b(?:mailing list|(?:is|are|was|were) (?:notified|informed|told)|post[- ]?mortem|retro(?:spective)?|follow[- ]up|status page|tweet\\w*|announce\\w*|communicat\\w*|blog)\\b");
    return RE2::PartialMatch(words, pattern);
  }

  static bool denies_recovery(std::string_view words) {
    static const RE2 pattern("(?i)\\b(?:still (?:failing|down|broken|not|seeing)|not (?:yet|fully|completely))\\b");
    return RE2::PartialMatch(words, pattern);
  }

  /// "At 10:13 we were back online", "All alerts first went off at 5:24 AM"; of a sentence with several times clause by
  /// clause.
  void read_sentences() {
    static const RE2 joint("(?:[,;]|\\s(?:and|then|but|before|until|while))\\s");
    for (const Sentence& sentence : document_.sentences) {
      if (!tells_of_incident(sentence.section)) continue;
      std::optional<Date> date;
      int clocks = 0;
      for (const FoundTime& found : find_times(sentence.text, clock_.hints)) {
        if (found.read.time.date && !date) date = found.read.time.date;
        clocks += found.read.time.clock ? 1 : 0;
      }
      if (clocks == 1) read_clause(sentence, date);
      if (clocks < 2) continue;
      std::string clauses = sentence.text;
      RE2::GlobalReplace(&clauses, joint, "\n");
      for (const std::string_view text : split(clauses, '\n')) {
        Sentence clause = sentence;
        clause.text = text;
        read_clause(clause, date);
      }
    }
  }

  void read_clause(const Sentence& clause, const std::optional<Date>& date) {
    std::vector<FoundTime> times = find_times(clause.text, clock_.hints);
    std::erase_if(times, [](const FoundTime& found) { return !found.read.time.clock; });
    if (times.size() == 1) read_sentence(clause, times.front(), date);
  }

  void read_sentence(const Sentence& sentence, const FoundTime& found, const std::optional<Date>& date) {
    const WrittenTime time = with_offset(complete(found.read.time, date), found.read);
    const std::string words = sentence.text.substr(found.begin, found.end - found.begin);
    const auto add = [&](Milestone milestone) {
      if (!found_.has(milestone)) found_.add(milestone, sentence_rank, time, sentence.line, words, "sentence");
    };
    static const RE2 began("(?i)\\b(?:began|begun|started|starting|start of|since|commenced|became|went down|occurred|experienced|generated|initiating)\\b");
    const bool failure = tells_failure(sentence.text);
    const bool recovery = tells_recovery(sentence.text);
    if (sentence.section == Section::detection || (tells_alarm(sentence.text) && !recovery)) {
      if (sentence.section == Section::detection ? tells_alarm(sentence.text) : failure) add(Milestone::detected);
    }
    const bool is_account = sentence.section == Section::summary || sentence.section == Section::impact || sentence.section == Section::none;
    if (is_account && failure && !recovery && RE2::PartialMatch(sentence.text, began)) add(Milestone::started);
    if (recovery && sentence.section != Section::detection) {
      add(Milestone::mitigated);
      add(Milestone::resolved);
    }
  }

  /// Of an incident without a timeline: its beginning and how long it lasted.
  void compute_end() {
    const std::optional<Said<seconds>>& duration = found_.times().duration;
    const auto& start = found_.times().of(Milestone::started);
    const bool is_exact = duration && (duration->rule == "label" || duration->rule == "sentence");
    if (!is_exact || !found_.has(Milestone::started) || !start->time.date || !timeline_.entries.empty()) return;
    if (found_.has(Milestone::mitigated) || found_.has(Milestone::resolved)) return;
    const Instant end = Instant(*start->time.date) + *start->time.clock + duration->value;
    WrittenTime time = start->time;
    time.date = day_of(end);
    time.clock = end - Instant(*time.date);
    found_.add(Milestone::mitigated, computed_rank, time, duration->line, duration->words, "start and duration");
  }

  /// "Incident: 2024-12-01 05-24-00"
  void read_title() {
    for (const FoundTime& found : find_times(document_.title, clock_.hints)) {
      if (found.read.time.date && found.read.time.clock)
        found_.add(Milestone::started, title_rank, complete(found.read.time, std::nullopt), document_.title_line, document_.title, "title");
    }
  }

  const DocumentText& document_;
  const DocumentClock& clock_;
  const BodyTimeline& timeline_;
  Candidates found_;
};

std::string described(Milestone milestone, const SaidTime& said) {
  return std::string(field_of(milestone)) + " in line " + std::to_string(said.line);
}

/// Drops the less sure of two times that stand the wrong way round.
void settle_order(IncidentTimes& times, const std::string& file, Diagnostics& diagnostics) {
  constexpr std::array order = {Milestone::started, Milestone::detected, Milestone::mitigated, Milestone::resolved};
  for (std::size_t later = 1; later < order.size(); ++later) {
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      std::optional<SaidTime>& first = times.of(order[earlier]);
      std::optional<SaidTime>& second = times.of(order[later]);
      if (!first || !second || !comparable(first->time, second->time)) continue;
      // To the minute: one of the two may have been written with seconds.
      if (order_of(first->time) < order_of(second->time) + minutes(1)) continue;
      const bool drops_first = first->confidence > second->confidence;
      diagnostics.add(Rule::implausible_inference, {file, drops_first ? first->line : second->line, 1},
                      "read as " + described(order[later], *second) + ", which is before " + described(order[earlier], *first),
                      "times in order", "the less certain one is left out; state both in front matter");
      (drops_first ? first : second).reset();
    }
  }
}

}  // namespace

IncidentTimes find_incident_times(const DocumentText& document, const DocumentClock& clock,
                                  const BodyTimeline& timeline, const std::string& file, Diagnostics& diagnostics) {
  IncidentTimes times = TimeFinder(document, clock, timeline).find();
  settle_order(times, file, diagnostics);
  return times;
}

}  // namespace hindsight
