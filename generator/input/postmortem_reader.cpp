#include "input/postmortem_reader.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/escape.hpp"
#include "base/files.hpp"
#include "base/names.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "base/url.hpp"
#include "input/field_aliases.hpp"
#include "input/fields.hpp"
#include "input/time_reader.hpp"
#include "markdown/markdown.hpp"

namespace hindsight {
namespace {

constexpr std::size_t longest_id = 80;

bool is_id_character(char c) { return is_letter(c) || is_digit(c) || c == '.' || c == '-' || c == '_'; }

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= longest_id && std::ranges::all_of(text, is_id_character) &&
         text.front() != '.';
}

Prose prose_of(std::string_view text) {
  InlineMarkdown rendered = render_inline(trim(text));
  if (rendered.html == escape_html(rendered.text)) return {std::move(rendered.text), {}, std::nullopt};
  return {std::move(rendered.text), std::move(rendered.html), std::nullopt};
}

/// An alias as a path below the site: no leading slash, a folder means its index.html. Empty if it is none: hosts keep
/// names with a dot in front for themselves, and so do we.
std::string alias_path(std::string_view alias) {
  while (alias.starts_with('/')) alias.remove_prefix(1);
  std::string path = resolve_inside("", alias);
  if (path.starts_with('.') || path.find("/.") != std::string::npos || problem_of_name(path)) return {};
  if (!path.empty() && extension_of(path) != "html") path += "/index.html";
  return path;
}

/// Reads one front matter; the methods are in the order of the schema.
class FrontMatterReader {
 public:
  FrontMatterReader(const YamlValue& mapping, const SiteConfig& config, Postmortem& postmortem,
                    Diagnostics& diagnostics)
      : config_(config),
        diagnostics_(diagnostics),
        fields_(mapping, postmortem.file, diagnostics, postmortem_aliases()),
        postmortem_(postmortem) {}

  void read() {
    read_identity();
    read_classification();
    read_times();
    read_terms();
    read_people();
    read_action_items();
    read_relations();
    read_publication();
    fields_.report_unknown();
  }

 private:
  void mark(std::string_view field, const YamlValue& value) {
    postmortem_.add_origin({field, value.line, value.column, nullptr, false});
  }

  /// A text field, with its origin.
  std::optional<std::string> text(std::string_view field) {
    const YamlValue* value = fields_.scalar(field);
    if (value == nullptr || trim(value->text).empty()) return std::nullopt;
    mark(field, *value);
    return std::string(trim(value->text));
  }

  template <class Enumeration>
  std::optional<Enumeration> one_of(std::string_view field) {
    const std::optional<Enumeration> found = fields_.one_of<Enumeration>(field);
    if (found) mark(field, *fields_.take(field));
    return found;
  }

  void read_identity() {
    if (const auto id = text("id")) {
      if (is_id(*id)) {
        postmortem_.id = *id;
      } else {
        diagnostics_.add(Rule::bad_id, postmortem_.location_of("id"), "id is \"" + shorten(*id, 60) + "\"",
                         "1 to 80 letters, digits, dots, - or _, and no dot in front");
      }
    }
    if (auto title = text("title")) postmortem_.title = collapse_spaces(*title);
    if (const auto summary = text("summary")) postmortem_.summary = prose_of(*summary);
    if (const auto impact = text("impact")) postmortem_.impact = prose_of(*impact);
  }

  void read_classification() {
    read_status();
    if (const auto kind = one_of<IncidentKind>("kind")) postmortem_.kind = *kind;
    read_severity();
    postmortem_.detected_by = one_of<DetectedBy>("detected_by");
  }

  /// Other tools call the state of the incident `status`, so each word is taken for what it means.
  void read_status() {
    for (const std::string_view field : {"status", "state"}) {
      const YamlValue* value = fields_.scalar(field);
      if (value == nullptr) continue;
      const std::string_view word = trim(value->text);
      if (const auto status = from_name<DocumentStatus>(word); status && field == "status") {
        postmortem_.status = *status;
      } else if (const auto state = from_name<State>(word)) {
        postmortem_.stated_state = *state;
      } else if (field == "status") {
        fields_.not_allowed(field, *value, Names<DocumentStatus>::values, Rule::status_word);
        continue;
      } else {
        fields_.not_allowed(field, *value, Names<State>::values, Rule::status_word);
        continue;
      }
      mark(field, *value);
    }
  }

  void read_severity() {
    const YamlValue* value = fields_.scalar("severity");
    if (value == nullptr || says_unknown(value->text)) return;
    const std::vector<TermDefinition>& severities = config_.severities();
    if (const TermDefinition* found = find_definition(severities, value->text)) {
      postmortem_.severity = static_cast<std::size_t>(found - severities.data());
      mark("severity", *value);
      return;
    }
    std::vector<std::string_view> names;
    for (const TermDefinition& severity : severities) names.emplace_back(severity.name);
    fields_.not_allowed("severity", *value, names);
  }

  /// Of Hugo and Jekyll: when the page was written, mostly on the day of the incident. One that can't be read is no
  /// error: it is not ours.
  void read_date() {
    const YamlValue* value = fields_.scalar("date");
    if (value == nullptr) return;
    const ScannedTime scanned = scan_time(trim(value->text));
    postmortem_.date = scanned.time ? scanned.time->date : scan_date(trim(value->text).substr(0, 10));
    if (postmortem_.date) mark("date", *value);
  }

  void read_times() {
    read_date();
    bool zone_is_set = config_.timezone_is_set;
    if (const auto name = text("timezone")) {
      postmortem_.timezone = TimeZone::find(*name);
      zone_is_set = true;
      if (!postmortem_.timezone) {
        diagnostics_.add(Rule::time_zone_unknown, postmortem_.location_of("timezone"),
                         "timezone is \"" + shorten(*name, 60) + "\"", "an IANA name such as Europe/Berlin or UTC");
      }
    }
    TimeReader reader(postmortem_.timezone.value_or(config_.timezone), zone_is_set, diagnostics_);
    std::optional<Moment> previous;
    for (const Milestone milestone : all_milestones) {
      const std::string_view field = field_of(milestone);
      const YamlValue* value = fields_.scalar(field);
      if (value == nullptr) continue;
      mark(field, *value);
      postmortem_.time(milestone) = reader.read(field, value->text, fields_.at(*value), previous);
      if (postmortem_.time(milestone)) previous = postmortem_.time(milestone);
    }
    read_timeline(reader);
  }

  void read_timeline(TimeReader& reader) {
    const YamlValue* list = fields_.take("timeline");
    if (list == nullptr) return;
    mark("timeline", *list);
    std::optional<Moment> previous = postmortem_.time(Milestone::started);
    for (const YamlValue* item :
         fields_.mappings("timeline", {config_.limits.timeline_entries, "limits.timeline_entries"})) {
      FieldReader entry_fields(*item, postmortem_.file, diagnostics_, timeline_aliases());
      TimelineEntry entry;
      entry.line = item->line;
      if (const YamlValue* at = entry_fields.scalar("at")) {
        entry.written = trim(at->text);
        entry.at = reader.read("at", at->text, entry_fields.at(*at), previous);
        if (entry.at) previous = entry.at;
      }
      entry.event = prose_of(entry_fields.text("event").value_or(""));
      entry.milestone = read_milestone(entry_fields);
      entry.link = read_url(entry_fields, "link");
      entry_fields.report_unknown();
      if (!entry.event.empty()) postmortem_.timeline.push_back(std::move(entry));
    }
  }

  static std::optional<Milestone> read_milestone(FieldReader& fields) {
    static constexpr auto allowed =
        std::to_array<std::string_view>({"started", "detected", "acknowledged", "mitigated", "resolved", "note"});
    const YamlValue* value = fields.scalar("kind");
    if (value == nullptr || trim(value->text) == "note") return std::nullopt;
    const std::optional<Milestone> milestone = from_name<Milestone>(trim(value->text));
    if (!milestone) fields.not_allowed("kind", *value, allowed);
    return milestone;
  }

  static std::string read_url(FieldReader& fields, std::string_view field) {
    const YamlValue* value = fields.scalar(field);
    if (value == nullptr) return {};
    if (classify_url(value->text) == UrlKind::web) return encode_url(value->text);
    fields.diagnostics().add(Rule::value_not_allowed, fields.at(*value),
                             std::string(field) + " is \"" + shorten(value->text, 60) + "\"",
                             "an http or https address");
    return {};
  }

  void read_terms() {
    static constexpr auto kinds = std::to_array<std::pair<TermKind, std::string_view>>({
        {TermKind::trigger, "triggers"},
        {TermKind::root_cause, "root_causes"},
        {TermKind::service, "services"},
        {TermKind::team, "teams"},
        {TermKind::tag, "tags"},
    });
    for (const auto& [kind, field] : kinds) {
      const std::vector<const YamlValue*> values = fields_.scalars(field);
      for (const YamlValue* value : values) add_term(kind, field, *value);
      if (!values.empty()) mark(field, *values.front());
    }
    postmortem_.contributing_factors = fields_.texts("contributing_factors");
  }

  void add_term(TermKind kind, std::string_view field, const YamlValue& value) {
    std::string name = collapse_spaces(value.text);
    if (name.empty()) return;
    const std::vector<TermDefinition>& vocabulary = config_.vocabulary(kind);
    if (const TermDefinition* listed = find_definition(vocabulary, name)) {
      name = listed->name;
    } else if (!vocabulary.empty()) {
      report_unlisted(field, name, value, vocabulary);
    }
    std::vector<std::string>& names = postmortem_.terms[index_of(kind)];
    if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
  }

  void report_unlisted(std::string_view field, const std::string& name, const YamlValue& value,
                       const std::vector<TermDefinition>& vocabulary) {
    std::vector<std::string_view> names;
    for (const TermDefinition& term : vocabulary) names.emplace_back(term.name);
    const auto close = nearest(name, names);
    const std::string found = std::string(field) + " has \"" + shorten(name, 60) + "\"";
    if (close) {
      diagnostics_.add(Rule::near_miss_term, fields_.at(value), found, "a term of site.yml's vocabulary",
                       "did you mean \"" + std::string(*close) + "\"?");
    } else {
      diagnostics_.add(Rule::unlisted_term, fields_.at(value), found, "a term of site.yml's vocabulary",
                       "it gets its own page; list it in site.yml to describe it");
    }
  }

  std::vector<std::string> people(std::string_view field) {
    const std::vector<const YamlValue*> values = fields_.scalars(field);
    if (!values.empty()) mark(field, *values.front());
    return fields_.texts(field);
  }

  void read_people() {
    postmortem_.authors = people("authors");
    postmortem_.responders = people("responders");
  }

  void read_action_items() {
    const YamlValue* list = fields_.take("action_items");
    if (list == nullptr) return;
    mark("action_items", *list);
    TimeReader reader(config_.timezone, true, diagnostics_);
    for (const YamlValue* value :
         fields_.mappings("action_items", {config_.limits.action_items, "limits.action_items"})) {
      FieldReader item_fields(*value, postmortem_.file, diagnostics_, action_item_aliases());
      ActionItem item;
      item.line = value->line;
      item.title = prose_of(item_fields.text("title").value_or(""));
      item.type = item_fields.one_of<ActionType>("type");
      item.status = item_fields.one_of<ActionStatus>("status").value_or(ActionStatus::unknown);
      item.priority = item_fields.text("priority").value_or("");
      item.owner = item_fields.text("owner").value_or("");
      for (const auto& [field, date] :
           {std::pair{"due", &item.due}, {"opened", &item.opened}, {"closed", &item.closed}}) {
        if (const YamlValue* day = item_fields.scalar(field))
          *date = reader.read_date(field, day->text, item_fields.at(*day));
      }
      if (const auto ticket = item_fields.text("ticket")) {
        const bool is_url = classify_url(*ticket) == UrlKind::web;
        item.ticket = is_url ? ticket_at(encode_url(*ticket), "") : Ticket{"", *ticket};
      }
      item_fields.report_unknown();
      if (item.title.empty()) {
        diagnostics_.add(Rule::missing_field, {postmortem_.file, item.line, 0}, "an action item without title",
                         "title: what is to be done");
        continue;
      }
      postmortem_.action_items.push_back(std::move(item));
    }
  }

  void read_relations() {
    postmortem_.recurrence_of = text("recurrence_of").value_or("");
    postmortem_.duplicate_of = text("duplicate_of").value_or("");
    const std::vector<const YamlValue*> related = fields_.scalars("related");
    if (!related.empty()) mark("related", *related.front());
    postmortem_.related = fields_.texts("related");
  }

  void read_publication() {
    if (const auto reason = text("exclude_from_metrics")) {
      const std::string word = to_lower_ascii(*reason);
      if (word != "false" && word != "no")
        postmortem_.excluded_because = word == "true" || word == "yes" ? "" : *reason;
    }
    if (const auto visibility = one_of<Visibility>("visibility")) postmortem_.visibility = *visibility;
    for (const YamlValue* value : fields_.scalars("aliases")) {
      mark("aliases", *value);
      std::string path = alias_path(trim(value->text));
      if (path.empty()) {
        diagnostics_.add(Rule::bad_alias, fields_.at(*value), "alias \"" + shorten(value->text, 60) + "\"",
                         "a path inside the site, such as old/name.html");
      } else {
        postmortem_.aliases.push_back(std::move(path));
      }
    }
    postmortem_.source = read_url(fields_, "source");
  }

  const SiteConfig& config_;
  Diagnostics& diagnostics_;
  FieldReader fields_;
  Postmortem& postmortem_;
};

}  // namespace

Postmortem read_front_matter(const Document& document, const std::string& path, const std::string& file,
                             const SiteConfig& config, Diagnostics& diagnostics) {
  Postmortem postmortem;
  postmortem.path = path;
  postmortem.file = file;
  postmortem.id = default_id(path);
  postmortem.has_front_matter = document.front_matter.has_value();
  if (document.front_matter) FrontMatterReader(*document.front_matter, config, postmortem, diagnostics).read();
  return postmortem;
}

std::string default_id(std::string_view path) {
  constexpr std::array says_nothing = {"index", "readme", "postmortem"};
  std::string_view name = path.substr(path.rfind('/') + 1);
  name = name.substr(0, name.rfind('.'));
  const bool vague =
      std::ranges::any_of(says_nothing, [&](const char* word) { return equals_ignoring_case(name, word); });
  if (vague && path.find('/') != std::string_view::npos) {
    const std::string_view folder = folder_of(path);
    name = folder.substr(folder.rfind('/') + 1);
  }
  const bool is_ascii = std::ranges::none_of(name, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  std::string id = is_ascii ? "" : slugify(name);
  bool after_replacement = true;
  for (const char c : is_ascii ? name : std::string_view()) {
    if (is_id_character(c) && !(c == '-' && after_replacement)) {
      id.push_back(c);
      after_replacement = false;
    } else if (!is_id_character(c) && !after_replacement) {
      if (id.back() != '-') id.push_back('-');
      after_replacement = true;
    }
  }
  if (id.size() > longest_id) id.resize(longest_id);
  while (!id.empty() && (id.back() == '-' || id.back() == '.')) id.pop_back();
  return is_id(id) ? id : "postmortem";
}

}  // namespace hindsight
