#include "adopt/incident_times.hpp"

#include <algorithm>
#include <re2/re2.h>
#include <utility>

#include "adopt/event_words.hpp"
#include "adopt/facts.hpp"
#include "adopt/prose_times.hpp"
#include "adopt/stated_duration.hpp"
#include "adopt/time_candidates.hpp"
#include "adopt/time_contradictions.hpp"
#include "adopt/zone_words.hpp"
#include "base/text.hpp"

using std::chrono::days;
using std::chrono::minutes;

namespace hindsight {
namespace {

class TimeFinder {
 public:
  TimeFinder(const DocumentText& document, const DocumentClock& clock, const BodyTimeline& timeline)
      : document_(document), clock_(clock), timeline_(timeline), completer_(clock), told_(timeline.entries.size()) {}

  IncidentTimes find() {
    read_labels();
    read_marks();
    read_time_ranges(document_, completer_, found_);
    found_.times().duration = find_stated_duration(document_, timeline_);
    compute_from_duration();
    read_entries();
    read_time_sentences(document_, completer_, found_);
    compute_end();
    read_title();
    return std::move(found_.times());
  }

 private:
  void read_label(Label label, const std::string& label_words, const std::string& value,
                  const std::vector<FoundTime>& times, int line) {
    constexpr std::size_t longest_value = 100;
    const auto found =
        std::ranges::find_if(times, [](const FoundTime& time) { return time.read.time.clock || time.read.time.date; });
    if (found == times.end() || found->begin > 30 || (value.size() > longest_value && label != Label::date)) return;
    ReadTime read = found->read;
    if (const auto zone = read.time.zone ? std::nullopt : find_zone(label_words); zone && read.time.clock) {
      read.time.zone = zone->zone;
      read.zone_offset = zone->offset;
    }
    const WrittenTime time = completer_.with_offset(completer_.complete(read.time, std::nullopt), read);
    const bool is_day = !time.clock;
    constexpr auto longest_incident = days(30);
    const bool is_slip =
        time.date && clock_.date && std::chrono::abs(*time.date - clock_.date->value) > longest_incident;
    if (is_slip) return;
    switch (label) {
      case Label::detection:
        if (found->begin < 3) add_timed(Milestone::detected, time, line, value);
        break;
      case Label::date:
      case Label::duration:
        if (!read.until) break;
        found_.add(Milestone::started, label_rank, time, line, value, "label");
        found_.add(Milestone::mitigated, impact_range, completer_.end_of(read, time, time.date), line, value, "label");
        break;
      case Label::started:
        found_.add(Milestone::started, is_day ? last_resort : label_rank, time, line, value, "label");
        if (read.until)
          found_.add(Milestone::mitigated, impact_range, completer_.end_of(read, time, time.date), line, value,
                     "label");
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
      if (fact.section != Section::timeline) read_label(fact.label, fact.words, fact.value, fact.times, fact.line);
    }
    for (const LabelledTime& time : timeline_.labelled) {
      read_label(time.label, "", time.written, find_times(time.written, clock_.hints), time.line);
    }
  }

  /// OUTAGE BEGINS, INCIDENT ENDS: the first beginning, the last end.
  void read_marks() {
    for (std::size_t at = 0; at < timeline_.entries.size(); ++at) {
      const bool is_zero =
          timeline_.entries[at].written.starts_with("T") && timeline_.is_zero[at] && timeline_.times[at];
      if (is_zero)
        found_.add(Milestone::started, mark_rank, *timeline_.times[at], timeline_.entries[at].line,
                   timeline_.entries[at].written, "T0");
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

  /// The entry that stands the stated duration before the last, or behind the first.
  void compute_from_duration() {
    const std::optional<Said<seconds>>& duration = found_.times().duration;
    if (!duration || duration->rule == "sentence, about") return;
    const auto& start = found_.times().of(Milestone::started);
    const std::vector<std::size_t> timed = timed_entries();
    if (timed.size() < 2) return;
    if (start && !found_.has(Milestone::mitigated)) {
      for (const std::size_t at : timed) {
        if (may_be_end(at)) add_if_distant(start->time, at, duration->value, Milestone::mitigated, at);
      }
    } else if (!start) {
      for (const std::size_t at : timed) {
        if (at != timed.back())
          add_if_distant(*timeline_.times[at], timed.back(), duration->value, Milestone::started, at);
      }
    }
  }

  /// Nothing ends with an alarm or a failure.
  bool may_be_end(std::size_t at) {
    const EventWords& words = told(at);
    return words.recovery || (!words.alarm && !words.failure && !tells_user_report(timeline_.words[at]));
  }

  void add_if_distant(const WrittenTime& begin, std::size_t end, seconds length, Milestone milestone,
                      std::size_t entry) {
    if (!comparable(begin, *timeline_.times[end]) || order_of(*timeline_.times[end]) - order_of(begin) != length)
      return;
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
    const bool takes_end =
        (milestone == Milestone::mitigated || milestone == Milestone::resolved) && timeline_.untils[at];
    found_.add(milestone, rank, takes_end ? *timeline_.untils[at] : *timeline_.times[at], timeline_.entries[at].line,
               timeline_.entries[at].written, rule);
  }

  bool is_before_start(std::size_t at) const {
    const auto& start = found_.times().of(Milestone::started);
    return start && comparable(start->time, *timeline_.times[at]) &&
           order_of(*timeline_.times[at]) < order_of(start->time);
  }

  /// Asked more than once of an entry.
  const EventWords& told(std::size_t at) {
    std::optional<EventWords>& words = told_[at];
    if (!words) words = read_event_words(timeline_.words[at]);
    return *words;
  }

  /// Entries by what their words usually mean.
  void read_entries() {
    const std::vector<std::size_t> timed = timed_entries();
    read_first_entries(timed);
    read_acknowledgement(timed);
    read_last_entries(timed);
  }

  void read_first_entries(const std::vector<std::size_t>& timed) {
    read_first_failure(timed);
    const bool nobody_knows = std::ranges::any_of(
        document_.facts, [](const Fact& fact) { return fact.label == Label::time_to_detect && fact.value.empty(); });
    for (const std::size_t at : timed) {
      if (found_.has(Milestone::detected) || nobody_knows) break;
      if (told(at).alarm && !is_before_start(at))
        add_entry(Milestone::detected, at, entry_rank, "first alarm in the timeline");
    }
  }

  void read_first_failure(const std::vector<std::size_t>& timed) {
    if (found_.has(Milestone::started)) return;
    const auto first = std::ranges::find_if(timed, [&](std::size_t at) { return told(at).alarm || told(at).failure; });
    if (first == timed.end()) return;
    // Between a change and the first report of a user the impact began, nobody knows when.
    const auto is_change = [&](std::size_t at) { return told(at).change; };
    if (tells_user_report(timeline_.words[*first]) && std::any_of(timed.begin(), first, is_change)) return;
    if (tells_mere_report(timeline_.entries[*first].event.text)) return;
    add_entry(Milestone::started, *first, entry_rank, "first failure in the timeline");
  }

  /// Behind the detection only: an alert can't be acknowledged before.
  void read_acknowledgement(const std::vector<std::size_t>& timed) {
    const auto& detected = found_.times().of(Milestone::detected);
    for (const std::size_t at : timed) {
      if (!detected || found_.has(Milestone::acknowledged)) return;
      const WrittenTime& time = *timeline_.times[at];
      const bool is_behind = comparable(detected->time, time) && order_of(time) >= order_of(detected->time);
      if (is_behind && tells_acknowledgement(timeline_.words[at]))
        add_entry(Milestone::acknowledged, at, entry_rank, "acknowledged in the timeline");
    }
  }

  void read_last_entries(const std::vector<std::size_t>& timed) {
    std::optional<std::size_t> last;
    for (const std::size_t at : timed) {
      if (last && tells_closure(timeline_.words[at])) {
        add_entry(Milestone::resolved, at, entry_rank, "closed in the timeline");
        continue;
      }
      if (told(at).recovery && !is_before_start(at) && !denies_recovery(timeline_.words[at]) &&
          !(last && tells_the_world(timeline_.words[at])))
        last = at;
    }
    if (last) {
      add_entry(Milestone::mitigated, *last, entry_rank, "last recovery in the timeline");
      add_entry(Milestone::resolved, *last, entry_rank, "last recovery in the timeline");
    } else if (timed.size() >= 2 && !found_.has(Milestone::mitigated) && told(timed.back()).change) {
      add_entry(Milestone::mitigated, timed.back(), last_resort, "last entry of the timeline");
      add_entry(Milestone::resolved, timed.back(), last_resort, "last entry of the timeline");
    }
    const auto& mitigated = found_.times().of(Milestone::mitigated);
    if (mitigated && !found_.has(Milestone::resolved) && found_.rank(Milestone::mitigated) != label_rank) {
      found_.add(Milestone::resolved, last_resort, mitigated->time, mitigated->line, mitigated->words,
                 "end of the impact");
    }
  }

  /// "The mailing list is notified that it is fixed": afterwards.
  static bool tells_the_world(std::string_view words) {
    static const RE2 pattern(
        "(?i)\\b(?:mailing list|(?:is|are|was|were) (?:notified|informed|told)|post[- "
        "]?mortem|retro(?:spective)?|follow[- ]up|status page|tweet\\w*|announce\\w*|communicat\\w*|blog)\\b");
    return RE2::PartialMatch(words, pattern);
  }

  static bool denies_recovery(std::string_view words) {
    static const RE2 pattern(
        "(?i)\\b(?:still (?:failing|down|broken|not|seeing|does|doesn|don|isn|can)|not (?:yet|fully|completely))\\b");
    return RE2::PartialMatch(words, pattern);
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
        found_.add(Milestone::started, title_rank, completer_.complete(found.read.time, std::nullopt),
                   document_.title_line, document_.title, "title");
    }
  }

  const DocumentText& document_;
  const DocumentClock& clock_;
  const BodyTimeline& timeline_;
  TimeCompleter completer_;
  TimeCandidates found_;
  std::vector<std::optional<EventWords>> told_;  ///< of each entry, as far as asked
};

}  // namespace

IncidentTimes find_incident_times(const DocumentText& document, const DocumentClock& clock,
                                  const BodyTimeline& timeline) {
  return TimeFinder(document, clock, timeline).find();
}

}  // namespace hindsight
