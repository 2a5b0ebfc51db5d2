#include "cli/adopt_json.hpp"

#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "model/durations.hpp"
#include "model/front_matter_text.hpp"

namespace hindsight {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json evidence_json(const Evidence& evidence) {
  return {{"line", evidence.line},
          {"quote", evidence.quote},
          {"rule", evidence.rule},
          {"confidence", name_of(evidence.confidence)}};
}

/// "T21:16-07:00": a clock time of which nobody says the day.
std::string clock_alone(const WrittenTime& time) {
  return "T" + format_clock(Instant(*time.clock)) + (time.offset ? format_offset(*time.offset) : "");
}

/// Writes one document; the methods are in the order of the object.
class Document {
 public:
  explicit Document(const NamedPostmortem& named)
      : postmortem_(named.postmortem), said_(named.proposals), severity_(named.severity) {}

  Json write() {
    add("title", text_or_null(postmortem_.title), "title");
    write_date();
    for (const Milestone milestone : all_milestones) write_time(milestone);
    write_duration();
    write_list("authors", postmortem_.authors, said_.authors);
    write_text("severity", said_.severity, severity_);
    write_text("status", said_.status, postmortem_.stated_state ? name_of(*postmortem_.stated_state) : "");
    write_list("services", postmortem_.terms[index_of(TermKind::service)], said_.services);
    write_trigger();
    write_list("root_causes", postmortem_.terms[index_of(TermKind::root_cause)], said_.root_causes);
    write_list("contributing_factors", postmortem_.contributing_factors, said_.contributing_factors);
    if (postmortem_.detected_by) add("detected_by", name_of(*postmortem_.detected_by), "detected_by");
    add("summary", text_or_null(postmortem_.summary.text), "summary");
    add("impact", text_or_null(postmortem_.impact.text), "impact");
    write_actions();
    write_timeline();
    json_["evidence"] = std::move(evidence_);
    return std::move(json_);
  }

 private:
  void add(std::string_view key, Json value, std::string_view field) {
    json_[std::string(key)] = std::move(value);
    const Origin* origin = postmortem_.origin(field);
    if (origin != nullptr && origin->evidence && !origin->evidence->quote.empty())
      evidence_[std::string(key)] = evidence_json(*origin->evidence);
  }

  /// The day that front matter's start states, else what the text says, else any time's day.
  void write_date() {
    const std::optional<Moment>& dated = dated_by(postmortem_);
    const bool is_stated = postmortem_.time(Milestone::started) && !postmortem_.is_inferred("started_at");
    json_["date"] = dated ? Json(format_date(local_day_of(*dated))) : Json(nullptr);
    if (is_stated || !said_.date) return;
    json_["date"] = format_date(said_.date->value);
    evidence_["date"] = evidence_json(said_.date->evidence);
  }

  void write_time(Milestone milestone) {
    const std::string key(name_of(milestone));
    const std::string_view field = field_of(milestone);
    const std::optional<Moment>& moment = postmortem_.time(milestone);
    const auto& said = said_.times[static_cast<std::size_t>(milestone)];
    json_[key] = nullptr;
    const bool is_day_of_guess = moment && moment->precision == Precision::day && postmortem_.is_inferred(field);
    if (moment && !is_day_of_guess) {
      add(key, local_time(*moment), field);
    } else if (said && !said->value.date && said->value.clock && postmortem_.origin(field) == nullptr) {
      json_[key] = clock_alone(said->value);
      evidence_[key] = evidence_json(said->evidence);
    }
  }

  std::string local_time(const Moment& moment) const {
    const Instant local = moment.at + moment.offset;
    std::string day = format_date(day_of(local));
    if (moment.precision == Precision::day) return day;
    const bool has_zone = !moment.assumes_zone || postmortem_.timezone;
    return day + "T" + format_clock(local) + (has_zone ? format_offset(moment.offset) : "");
  }

  /// As stated, else from the times.
  void write_duration() {
    const std::optional<seconds> computed = computed_duration();
    json_["duration_minutes"] = nullptr;
    if (said_.duration) {
      json_["duration_minutes"] = std::lround(static_cast<double>(said_.duration->value.count()) / 60);
      evidence_["duration_minutes"] = evidence_json(said_.duration->evidence);
    } else if (computed) {
      json_["duration_minutes"] = std::lround(static_cast<double>(computed->count()) / 60);
    }
  }

  std::optional<seconds> computed_duration() const {
    if (const std::optional<seconds> length = duration_of(postmortem_, Measure::downtime)) return length;
    const auto& start = said_.times[static_cast<std::size_t>(Milestone::started)];
    const auto& end = said_.times[static_cast<std::size_t>(Milestone::mitigated)];
    const bool are_clocks =
        start && end && !start->value.date && !end->value.date && start->value.clock && end->value.clock;
    if (!are_clocks) return std::nullopt;
    const seconds length = *end->value.clock - *start->value.clock;
    return length.count() < 0 ? length + std::chrono::days(1) : length;
  }

  void write_text(const std::string& key, const std::optional<ProposedText>& said, std::string_view stated) {
    const bool is_stated = !stated.empty() && !postmortem_.is_inferred(key);
    json_[key] = is_stated ? Json(stated) : said ? Json(said->value) : Json(nullptr);
    if (said && !is_stated) evidence_[key] = evidence_json(said->evidence);
  }

  /// The document's own words where it has some, else what front matter states. Evidence of further items: "key[1]".
  void write_list(const std::string& key, const std::vector<std::string>& stated,
                  const std::vector<ProposedText>& said) {
    json_[key] = Json::array();
    const bool is_stated = postmortem_.origin(key) != nullptr && !postmortem_.is_inferred(key);
    const bool are_classes = key == "root_causes";
    if (said.empty() || (is_stated && !are_classes)) {
      json_[key] = stated;
      return;
    }
    for (std::size_t at = 0; at < said.size(); ++at) {
      json_[key].push_back(said[at].value);
      evidence_[at == 0 ? key : fmt::format("{}[{}]", key, at)] = evidence_json(said[at].evidence);
    }
  }

  void write_trigger() {
    const std::vector<std::string>& stated = postmortem_.terms[index_of(TermKind::trigger)];
    json_["trigger"] = nullptr;
    if (!said_.triggers.empty()) {
      json_["trigger"] = said_.triggers.front().value;
      evidence_["trigger"] = evidence_json(said_.triggers.front().evidence);
    } else if (!stated.empty()) {
      json_["trigger"] = stated.front();
    }
    json_["triggers"] = stated;
  }

  void write_actions() {
    add("action_items", Json::array(), "action_items");
    for (const ActionItem& item : postmortem_.action_items) {
      Json ticket = nullptr;
      if (item.ticket) ticket = item.ticket->url.empty() ? item.ticket->label : item.ticket->url;
      json_["action_items"].push_back({{"title", item.title.text},
                                       {"owner", text_or_null(item.owner)},
                                       {"status", name_of(item.status)},
                                       {"ticket", std::move(ticket)},
                                       {"line", item.line}});
    }
  }

  void write_timeline() {
    const std::vector<TimelineEntry>& entries = postmortem_.timeline;
    Json first = nullptr;
    Json last = nullptr;
    if (!entries.empty()) {
      first = text_or_null(entries.front().written);
      last = text_or_null(entries.back().written);
    }
    json_["timeline_entries"] = {{"count", entries.size()}, {"first", std::move(first)}, {"last", std::move(last)}};
    add("timeline", Json::array(), "timeline");
    for (const TimelineEntry& entry : entries) {
      json_["timeline"].push_back({{"at", entry.at ? Json(local_time(*entry.at)) : Json(nullptr)},
                                   {"written", entry.written},
                                   {"kind", entry.milestone ? name_of(*entry.milestone) : "note"},
                                   {"event", entry.event.text},
                                   {"line", entry.line}});
    }
  }

  const Postmortem& postmortem_;
  const Proposals& said_;
  const std::string& severity_;
  Json json_ = Json::object();
  Json evidence_ = Json::object();
};

}  // namespace

std::string adopt_json(const std::vector<NamedPostmortem>& postmortems) {
  Json json = Json::object();
  for (const NamedPostmortem& named : postmortems) json[named.name] = Document(named).write();
  return json.dump(1) + "\n";
}

}  // namespace hindsight
