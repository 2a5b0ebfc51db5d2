#include "adopt/propose.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "adopt/causes.hpp"
#include "adopt/document_clock.hpp"
#include "adopt/incident_times.hpp"
#include "adopt/people.hpp"
#include "adopt/service_names.hpp"
#include "adopt/severity_words.hpp"
#include "adopt/term_classes.hpp"
#include "adopt/time_contradictions.hpp"

namespace hindsight {
namespace {

/// Whether a field is to be looked for.
using Wanted = std::function<bool(std::string_view field)>;

/// The four times that make up an incident: whoever states them all has no need of what the text says of any, unless
/// something else is found by them.
bool wants_times(const Wanted& wanted) {
  static constexpr std::array<std::string_view, 6> fields = {"started_at",  "detected_at", "mitigated_at",
                                                             "resolved_at", "triggers",    "detected_by"};
  return std::ranges::any_of(fields, wanted);
}

/// Whether more than times is to be found in the prose of all sections.
bool wants_prose(const Wanted& wanted) {
  static constexpr std::array<std::string_view, 5> fields = {"severity", "services", "triggers", "root_causes",
                                                             "detected_by"};
  return wants_times(wanted) || std::ranges::any_of(fields, wanted);
}

/// Turns what was said into proposals that quote the source.
class Proposer {
 public:
  Proposer(const SourceLines& source, const DocumentText& document, const Wanted& wanted)
      : source_(source), document_(document), wanted_(wanted) {}

  void propose_times(const IncidentTimes& times, const DocumentClock& clock) {
    for (const Milestone milestone : all_milestones) {
      const std::optional<SaidTime>& said = times.of(milestone);
      if (!said) continue;
      proposals_.times[static_cast<std::size_t>(milestone)] = {
          said->time, source_.quote(said->line, said->words, said->rule, said->confidence)};
    }
    if (times.duration) proposals_.duration = proposed(*times.duration, times.duration->value, Confidence::stated);
    propose_date(times, clock);
  }

  void propose_date(const IncidentTimes& times, const DocumentClock& clock) {
    const std::optional<SaidTime>& start = times.of(Milestone::started);
    if (start && start->time.date) {
      proposals_.date = {*start->time.date, source_.quote(start->line, start->words, start->rule, start->confidence)};
    } else if (clock.date && clock.date->line > 0) {
      proposals_.date = proposed(*clock.date, clock.date->value, Confidence::stated);
    } else if (clock.date) {
      proposals_.date = {clock.date->value, {0, clock.date->words, clock.date->rule, Confidence::guessed}};
    }
  }

  void propose_texts(const IncidentTimes& times, const BodyTimeline& timeline) {
    if (wanted_("authors")) {
      for (const Said<std::string>& author : find_authors(document_))
        proposals_.authors.push_back(proposed(author, author.value, Confidence::stated));
    }
    if (wanted_("severity")) propose_severity();
    if (wanted_("services")) proposals_.services = phrases(find_services(document_));
    if (wanted_("triggers")) proposals_.triggers = phrases(find_triggers(document_, timeline, times));
    if (wanted_("root_causes")) proposals_.root_causes = phrases(find_root_causes(document_));
    if (wanted_("contributing_factors")) {
      proposals_.contributing_factors = phrases(find_contributing_factors(document_));
    }
    for (const Fact& fact : document_.facts) {
      if (fact.label == Label::status && !proposals_.status)
        proposals_.status = {fact.value, source_.quote(fact.line, fact.value, "label", Confidence::stated)};
      if (fact.label == Label::summary && !proposals_.summary && !fact.is_heading)
        proposals_.summary = {fact.value, source_.quote(fact.line, fact.value, "label", Confidence::stated)};
      if (fact.label == Label::impact && !proposals_.impact && !fact.is_heading)
        proposals_.impact = {fact.value, source_.quote(fact.line, fact.value, "label", Confidence::stated)};
    }
    if (wanted_("detected_by")) propose_detector(times, timeline);
  }

  Proposals take() { return std::move(proposals_); }

 private:
  template <class Value, class Said>
  Proposed<Value> proposed(const Said& said, const Value& value, Confidence confidence) const {
    return {value, source_.quote(said.line, said.words, said.rule, confidence)};
  }

  std::vector<ProposedText> phrases(const std::vector<SaidPhrase>& said) const {
    std::vector<ProposedText> texts;
    for (const SaidPhrase& phrase : said)
      texts.push_back({phrase.text, source_.quote(phrase.line, phrase.text, phrase.rule, phrase.confidence)});
    return texts;
  }

  void propose_severity() {
    const auto severity = find_severity(document_);
    if (!severity) return;
    const Confidence confidence = severity->rule == "label" ? Confidence::stated : Confidence::guessed;
    proposals_.severity = proposed(*severity, severity->value, confidence);
  }

  /// Who noticed: what the section says of it, else the entry at which it was detected.
  void propose_detector(const IncidentTimes& times, const BodyTimeline& timeline) {
    for (const Sentence& sentence : document_.sentences) {
      if (sentence.section != Section::detection) continue;
      const std::optional<std::string_view> name = detector_class(sentence.text);
      if (!name) continue;
      proposals_.detected_by = {std::string(*name),
                                source_.quote(sentence.line, sentence.text, "section", Confidence::guessed)};
      return;
    }
    const std::optional<SaidTime>& detected = times.of(Milestone::detected);
    for (std::size_t at = 0; at < timeline.entries.size() && detected; ++at) {
      const TimelineEntry& entry = timeline.entries[at];
      if (entry.line != detected->line) continue;
      const std::optional<std::string_view> name = detector_class(timeline.words[at]);
      if (!name) return;
      proposals_.detected_by = {std::string(*name),
                                source_.quote(entry.line, entry.event.text, "timeline", Confidence::guessed)};
      return;
    }
  }

  const SourceLines& source_;
  const DocumentText& document_;
  const Wanted& wanted_;
  Proposals proposals_;
};

void place_times(IncidentTimes& times, const SourceLines& source) {
  for (std::optional<SaidTime>& time : times.times) {
    if (time) time->line = source.place(time->line, time->words);
  }
  if (times.duration) times.duration->line = source.place(times.duration->line, times.duration->words);
}

/// Front matter's start tells the day of an entry with its clock, and the day of a document that names none.
DocumentClock with_stated_start(DocumentClock clock, const Postmortem& postmortem) {
  const std::optional<Moment>& start = postmortem.time(Milestone::started);
  if (!start) return clock;
  const Date day = local_day_of(*start);
  if (!clock.date) clock.date = Said<Date>{day, postmortem.location_of("started_at").line, "", "front matter"};
  if (start->precision == Precision::day) return clock;
  WrittenTime anchor;
  anchor.date = day;
  anchor.clock = (start->at + start->offset) - Instant(day);
  clock.anchors.insert(clock.anchors.begin(), anchor);
  return clock;
}

}  // namespace

Reading read_body(const BodyText& body, const Postmortem& postmortem, const TimeZone& zone, Scope scope,
                  Diagnostics& diagnostics) {
  const Wanted wanted = [&](std::string_view field) {
    return scope == Scope::everything || postmortem.origin(field) == nullptr;
  };
  const auto wants_prose_of = [&, wants_all = wants_prose(wanted)](Section section) {
    return wants_all || (section == Section::contributing_factors && wanted("contributing_factors"));
  };
  DocumentText document{postmortem.title,
                        0,
                        postmortem.path,
                        std::nullopt,
                        body.parts,
                        find_facts(body.parts),
                        find_sentences(body.parts, wants_prose_of)};
  if (postmortem.date) {
    const int line = postmortem.location_of("date").line;
    document.stated_date = Said<Date>{*postmortem.date, line, "date", "front matter"};
  }
  if (postmortem.origin("title") != nullptr) document.title_line = postmortem.origin("title")->line;
  const DateHints hints = find_hints(document);
  read_times(document.facts, hints);
  read_times(document.sentences, hints);
  TimelineSource source = find_timeline(document.parts, body.html, hints);
  DocumentClock clock = with_stated_start(read_clock(document, source.raw, source.part, hints), postmortem);
  for (std::optional<Said<Date>>* date : {&clock.date, &clock.other_date}) {
    if (*date) (*date)->line = body.source.place((*date)->line, (*date)->words);
  }
  Reading reading;
  reading.timeline = place_timeline(std::move(source), clock, zone);
  for (TimelineEntry& entry : reading.timeline.entries) {
    entry.line = body.source.place(entry.line, entry.event.text);
  }
  IncidentTimes times;
  if (wants_times(wanted)) {
    times = find_incident_times(document, clock, reading.timeline);
    place_times(times, body.source);
    times = without_contradictions(std::move(times), clock, postmortem.file, diagnostics);
  }
  Proposer proposer(body.source, document, wanted);
  proposer.propose_times(times, clock);
  proposer.propose_texts(times, reading.timeline);
  reading.proposals = proposer.take();
  return reading;
}

}  // namespace hindsight
