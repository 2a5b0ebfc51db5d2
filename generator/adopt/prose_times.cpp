#include "adopt/prose_times.hpp"

#include <algorithm>
#include <re2/re2.h>
#include <string>
#include <vector>

#include "adopt/event_words.hpp"
#include "adopt/facts.hpp"
#include "adopt/stated_duration.hpp"
#include "adopt/time_contradictions.hpp"
#include "base/text.hpp"

namespace hindsight {
namespace {

class ProseReader {
 public:
  ProseReader(const DocumentText& document, const TimeCompleter& completer, TimeCandidates& found)
      : document_(document), completer_(completer), found_(found) {}

  /// "unavailable between 09:29 and 10:00 UTC": from the first to the last of an impact section, else of the summary.
  void read_ranges() {
    static const RE2 range_before("(?i)\\b(?:between|from|duration|since|window|hours? of)\\b[^.;]{0,24}$");
    for (const Rank rank : {impact_range, other_range}) {
      std::optional<WrittenTime> last;
      for (const Sentence& sentence : document_.sentences) {
        if (sentence.times.empty()) continue;
        const bool in_impact = sentence.section == Section::impact;
        const bool is_label = label_at(sentence.text) == Label::duration || label_at(sentence.text) == Label::date;
        if ((rank == impact_range) != (in_impact || is_label) || !tells_of_incident(sentence.section)) continue;
        if (!in_impact && !is_label && !tells_failure(sentence.text)) continue;
        std::optional<Date> date;
        for (const FoundTime& found : sentence.times) {
          if (found.read.time.date) date = found.read.time.date;
          if (!found.read.until || !found.read.time.clock) continue;
          constexpr std::size_t near = 80;  // a long sentence may hold thousands of times
          const std::size_t from = found.begin > near ? found.begin - near : 0;
          const std::string_view before = std::string_view(sentence.text).substr(from, found.begin - from);
          if (!RE2::PartialMatch(before, range_before) && !is_label) continue;
          add_range(sentence, found, date, rank, last);
        }
      }
      if (last && found_.has(Milestone::started)) break;
    }
  }

 private:
  void add_range(const Sentence& sentence, const FoundTime& found, const std::optional<Date>& date, Rank rank,
                 std::optional<WrittenTime>& last) {
    const std::string words = sentence.text.substr(found.begin, found.end - found.begin);
    const WrittenTime whole = completer_.complete(found.read.time, date);
    const WrittenTime begin = TimeCompleter::with_offset(whole, found.read);
    const WrittenTime end = completer_.end_of(found.read, whole, date);
    found_.add(Milestone::started, rank, begin, sentence.line, words, "range");
    if (last && order_of(end) <= order_of(*last)) return;
    if (last && found_.rank(Milestone::mitigated) == rank) found_.times().of(Milestone::mitigated).reset();
    found_.add(Milestone::mitigated, rank, end, sentence.line, words, "range");
    last = end;
  }

  static std::optional<Label> label_at(std::string_view text) {
    const std::size_t colon = text.find(':');
    return colon > 40 ? std::nullopt : label_named(text.substr(0, colon));
  }

 public:
  /// "At 10:13 we were back online", "All alerts first went off at 5:24 AM"; of a sentence with several times clause by
  /// clause.
  void read_sentences() {
    static const RE2 joint("(?:[,;]|\\s(?:and|then|but|before|until|while))\\s");
    for (const Sentence& sentence : document_.sentences) {
      if (!tells_of_incident(sentence.section)) continue;
      std::optional<Date> date;
      int clocks = 0;
      for (const FoundTime& found : sentence.times) {
        if (found.read.time.date && !date) date = found.read.time.date;
        clocks += found.read.time.clock ? 1 : 0;
      }
      if (clocks == 1) read_clause(sentence, date);
      if (clocks < 2) continue;
      std::string clauses = sentence.text;
      RE2::GlobalReplace(&clauses, joint, "\n");
      for (const std::string_view text : split(clauses, '\n')) {
        Sentence clause{std::string(text), sentence.line, sentence.section, sentence.is_item, false, {}};
        clause.times = find_times(clause.text, completer_.hints());
        read_clause(clause, date);
      }
    }
  }

 private:
  void read_clause(const Sentence& clause, const std::optional<Date>& date) {
    const auto has_clock = [](const FoundTime& found) { return found.read.time.clock.has_value(); };
    if (std::ranges::count_if(clause.times, has_clock) != 1) return;
    read_sentence(clause, *std::ranges::find_if(clause.times, has_clock), date);
  }

  void read_sentence(const Sentence& sentence, const FoundTime& found, const std::optional<Date>& date) {
    const WrittenTime time = TimeCompleter::with_offset(completer_.complete(found.read.time, date), found.read);
    const std::string words = sentence.text.substr(found.begin, found.end - found.begin);
    const auto add = [&](Milestone milestone) {
      if (!found_.has(milestone)) found_.add(milestone, sentence_rank, time, sentence.line, words, "sentence");
    };
    static const RE2 began(
        "(?i)\\b(?:began|begun|started|starting|start of|since|commenced|became|went "
        "down|occurred|experienced|generated|initiating)\\b");
    const bool failure = tells_failure(sentence.text);
    const bool recovery = tells_recovery(sentence.text);
    if (sentence.section == Section::detection || (tells_alarm(sentence.text) && !recovery)) {
      if (sentence.section == Section::detection ? tells_alarm(sentence.text) : failure) add(Milestone::detected);
    }
    const bool is_account = sentence.section == Section::summary || sentence.section == Section::impact ||
                            sentence.section == Section::none;
    if (is_account && failure && !recovery && RE2::PartialMatch(sentence.text, began)) add(Milestone::started);
    if (recovery && sentence.section != Section::detection) {
      add(Milestone::mitigated);
      add(Milestone::resolved);
    }
  }

  const DocumentText& document_;
  const TimeCompleter& completer_;
  TimeCandidates& found_;
};

}  // namespace

void read_time_ranges(const DocumentText& document, const TimeCompleter& completer, TimeCandidates& found) {
  ProseReader(document, completer, found).read_ranges();
}

void read_time_sentences(const DocumentText& document, const TimeCompleter& completer, TimeCandidates& found) {
  ProseReader(document, completer, found).read_sentences();
}

}  // namespace hindsight
