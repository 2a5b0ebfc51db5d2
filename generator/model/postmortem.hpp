#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/rich_text.hpp"
#include "base/time.hpp"
#include "model/config.hpp"
#include "model/names.hpp"
#include "model/proposal.hpp"
#include "model/ticket.hpp"

namespace hindsight {

/// A text field that people read.
struct Prose {
  std::string text;                ///< plain text
  std::string html;                ///< the same with inline Markdown rendered, safe; empty if that changes nothing
  std::optional<HtmlRange> range;  ///< from the body: where it stands in Postmortem::body

  bool empty() const { return text.empty(); }
};

/// The points of an incident's clock, in order.
enum class Milestone { started, detected, acknowledged, mitigated, resolved };

inline constexpr std::array all_milestones = {Milestone::started, Milestone::detected, Milestone::acknowledged,
                                              Milestone::mitigated, Milestone::resolved};

enum class DocumentStatus { draft, review, final_version };
enum class State { ongoing, mitigated, resolved, closed };
enum class IncidentKind { incident, near_miss, drill };
enum class DetectedBy { monitoring, user, staff, vendor };
enum class Visibility { internal, public_page };
enum class ActionType { prevent, mitigate, detect, repair, process, investigate, other };

/// `unknown`: the document does not say. Never shown as open or done.
enum class ActionStatus { todo, doing, done, wontdo, unknown };

template <>
struct Names<Milestone> {
  static constexpr std::array<std::string_view, 5> values = {"started", "detected", "acknowledged", "mitigated",
                                                             "resolved"};
};

template <>
struct Names<DocumentStatus> {
  static constexpr std::array<std::string_view, 3> values = {"draft", "review", "final"};
};

template <>
struct Names<State> {
  static constexpr std::array<std::string_view, 4> values = {"ongoing", "mitigated", "resolved", "closed"};
};

template <>
struct Names<IncidentKind> {
  static constexpr std::array<std::string_view, 3> values = {"incident", "near-miss", "drill"};
};

template <>
struct Names<DetectedBy> {
  static constexpr std::array<std::string_view, 4> values = {"monitoring", "user", "staff", "vendor"};
};

template <>
struct Names<Visibility> {
  static constexpr std::array<std::string_view, 2> values = {"internal", "public"};
};

template <>
struct Names<ActionType> {
  static constexpr std::array<std::string_view, 7> values = {"prevent", "mitigate",    "detect", "repair",
                                                             "process", "investigate", "other"};
};

template <>
struct Names<ActionStatus> {
  static constexpr std::array<std::string_view, 5> values = {"todo", "doing", "done", "wontdo", "unknown"};
};

/// A part of a timeline entry or action item in the body that no field holds: a further cell, a paragraph.
struct Detail {
  std::string label;  ///< of a cell: its column's header; may be empty
  HtmlRange range;    ///< in Postmortem::body
};

struct TimelineEntry {
  std::optional<Moment> at;  ///< none if the document gives no date or no readable time
  std::string written;       ///< the time as the document has it
  Prose event;
  std::vector<Detail> details;
  std::optional<Milestone> milestone;
  std::string link;  ///< a checked URL; may be empty
  int line = 0;
};

struct ActionItem {
  std::string id;  ///< from the title, unique in its postmortem: editing one item leaves the others' alone
  Prose title;
  ActionStatus status = ActionStatus::unknown;
  std::string status_mark;  ///< what in the body says so: "(already completed)", "[x]"; empty for front matter
  std::optional<ActionType> type;
  std::string priority;
  std::string owner;
  std::optional<Date> due;
  std::optional<Date> opened;
  std::optional<Date> closed;
  std::optional<Ticket> ticket;
  std::vector<Detail> details;
  int line = 0;
};

/// Where a field's value was read.
struct Origin {
  std::string_view field;  ///< its canonical name, a constant
  int line = 0;
  int column = 0;
  std::shared_ptr<const Evidence> evidence;  ///< of what was read from the body, else null
  bool inferred = false;                     ///< nothing states the value
};

/// A part of the body that the page prints in its own way: the heading that is the title (above the body), and the
/// tables and lists that are the timeline or action items: entries [first, first + count).
struct TypedBlock {
  enum class Kind { title, timeline, action_items };

  Kind kind = Kind::timeline;
  HtmlRange range;  ///< in Postmortem::body
  std::size_t first = 0;
  std::size_t count = 0;
};

/// One incident, as its document tells it.
struct Postmortem {
  std::string id;
  std::string path;  ///< of the document below the content folder, with / between parts
  std::string file;  ///< of the document below the site's root: what messages name
  bool has_front_matter = false;

  std::string title;
  Prose summary;
  Prose impact;
  Prose detection;   ///< how it was noticed; from the body's section
  Prose resolution;  ///< what stopped it; from the body's section
  DocumentStatus status = DocumentStatus::final_version;
  std::optional<State> stated_state;
  IncidentKind kind = IncidentKind::incident;
  std::optional<std::size_t> severity;  ///< index into SiteConfig::severities
  std::array<std::optional<Moment>, all_milestones.size()> times;
  std::optional<TimeZone> timezone;
  std::optional<Date> date;  ///< front matter's `date` of other tools: a hint at the day, no start
  std::optional<DetectedBy> detected_by;
  /// Names by TermKind, canonical where the vocabulary has them; severity's is empty (see `severity`).
  std::array<std::vector<std::string>, all_term_kinds.size()> terms;
  std::vector<ProposedText> said_triggers;     ///< in the body's words, where front matter does not state them
  std::vector<ProposedText> said_root_causes;  ///< likewise
  std::vector<std::string> contributing_factors;
  std::vector<std::string> authors;
  std::vector<std::string> responders;
  std::vector<TimelineEntry> timeline;
  std::vector<ActionItem> action_items;
  std::string recurrence_of;  ///< an id
  std::string duplicate_of;   ///< an id
  std::vector<std::string> related;
  std::optional<std::string> excluded_because;  ///< set: left out of metrics; the text may be empty
  Visibility visibility = Visibility::internal;
  std::vector<std::string> aliases;
  std::string source;  ///< a checked URL

  RichText body;
  std::vector<TypedBlock> typed_blocks;  ///< by range
  std::vector<Origin> origins;           ///< by field, each at most once

  const std::optional<Moment>& time(Milestone milestone) const { return times[static_cast<std::size_t>(milestone)]; }
  std::optional<Moment>& time(Milestone milestone) { return times[static_cast<std::size_t>(milestone)]; }

  const Origin* origin(std::string_view field) const;
  void add_origin(Origin origin);  ///< a field's first counts
  bool is_inferred(std::string_view field) const;

  /// Where messages about `field` point: its value, or the top of the file.
  Location location_of(std::string_view field) const;
};

/// Without the evidence of what the document states itself, which no page shows.
Postmortem without_quotes(Postmortem postmortem);

/// The field that holds a milestone: "started_at".
std::string_view field_of(Milestone milestone);

/// The field that holds the terms of a kind: "root_causes".
std::string_view field_of(TermKind kind);

/// The state as stated, else what the times prove. A missing end does not prove that an incident is ongoing: nobody may
/// have written it down.
std::optional<State> state_of(const Postmortem& postmortem);

/// The time that dates an incident: its start, else the earliest milestone that is known.
const std::optional<Moment>& dated_by(const Postmortem& postmortem);

bool is_open(ActionStatus status);  ///< todo or doing

}  // namespace hindsight
