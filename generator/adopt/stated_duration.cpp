#include "adopt/stated_duration.hpp"

#include <array>
#include <re2/re2.h>
#include <utility>

#include "adopt/durations.hpp"
#include "adopt/facts.hpp"
#include "adopt/word_look.hpp"
#include "base/text.hpp"

using std::chrono::minutes;

namespace hindsight {
namespace {

class DurationFinder {
 public:
  DurationFinder(const DocumentText& document, const BodyTimeline& timeline)
      : document_(document), timeline_(timeline) {}

  std::optional<Said<seconds>> find() {
    read_durations();
    return std::move(duration_);
  }

 private:
  /// A label's length before one in a sentence; the time to resolve before that to repair.
  void read_durations() {
    std::optional<Said<seconds>>& duration = duration_;
    for (const Label label : {Label::duration, Label::time_to_resolve}) {
      for (const Fact& fact : document_.facts) {
        const std::optional<FoundDuration> found = fact.label == label ? find_duration(fact.value) : std::nullopt;
        if (!found || found->length < minutes(1)) continue;
        if (duration && (label == Label::duration || duration->rule != "label of a measure")) continue;
        duration = Said<seconds>{found->length, fact.line, fact.value.substr(found->begin, found->end - found->begin),
                                 label == Label::duration ? "label" : "label of a measure"};
      }
      if (duration) return;
    }
    read_title();
    for (const Sentence& sentence : document_.sentences) {
      if (!duration) read_duration(sentence);
    }
    for (std::size_t at = 0; at < timeline_.entries.size() && !duration; ++at) {
      static const RE2 total("(?i)\\btotal (?:down|outage|impact)");
      static constexpr WordLook look(std::to_array<std::string_view>({"total"}));
      if (!look.may_be_in(timeline_.words[at]) || !RE2::PartialMatch(timeline_.words[at], total)) continue;
      read_duration({timeline_.words[at], timeline_.entries[at].line, Section::impact, false, false, {}});
    }
  }

  /// "2019-04-03, 30min outage of the hub"
  void read_title() {
    static const RE2 outage("(?i)^\\s*(?:\\w+ )?(?:outage|downtime|disruption|interruption)\\b");
    const std::optional<FoundDuration> found = find_duration(document_.title);
    if (!found || !RE2::PartialMatch(std::string_view(document_.title).substr(found->end), outage)) return;
    duration_ = Said<seconds>{found->length, document_.title_line,
                              document_.title.substr(found->begin, found->end - found->begin), "title"};
  }

  void read_duration(const Sentence& sentence) {
    static const RE2 before(
        "(?i)\\b(?:last(?:ed|ing)|outage|downtime|unavailable|down|offline|inaccessible|unable|interruption|disruption|"
        "degrad\\w+|"
        "affect\\w+|impact\\w*|duration|incident|not (?:available|accessible|working))\\b[^.;]{0,60}?$");
    static const RE2 behind("(?i)^\\s*(?:of )?(?:outage|downtime|disruption|interruption|unavailability|service)\\b");
    static const RE2 is_part(
        "(?i)\\b(?:took|takes?|until|before|alert\\w*|fires?|retr\\w+|every|timeout|within|up to|bounded|unknown "
        "length|at maximum)\\b");
    if (!tells_of_incident(sentence.section) || sentence.section == Section::detection ||
        sentence.section == Section::root_causes)
      return;
    const std::optional<FoundDuration> found = find_duration(sentence.text);
    if (!found || found->length < minutes(1) || RE2::PartialMatch(sentence.text, is_part)) return;
    const std::string_view text = sentence.text;
    const std::string_view head = text.substr(0, found->begin);
    if (!RE2::PartialMatch(head, before) && !RE2::PartialMatch(text.substr(found->end), behind) &&
        !(sentence.section == Section::impact && trim(to_lower_ascii(head)) == "for"))
      return;
    duration_ =
        Said<seconds>{found->length, sentence.line, std::string(text.substr(found->begin, found->end - found->begin)),
                      found->approximate ? "sentence, about" : "sentence"};
  }

  const DocumentText& document_;
  const BodyTimeline& timeline_;
  std::optional<Said<seconds>> duration_;
};

}  // namespace

std::optional<Said<seconds>> find_stated_duration(const DocumentText& document, const BodyTimeline& timeline) {
  return DurationFinder(document, timeline).find();
}

bool tells_of_incident(Section section) {
  return section == Section::summary || section == Section::impact || section == Section::none ||
         section == Section::detection || section == Section::resolution || section == Section::root_causes;
}

}  // namespace hindsight
