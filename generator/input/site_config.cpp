#include "input/site_config.hpp"

#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/files.hpp"
#include "base/limits.hpp"
#include "base/pattern.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "base/url.hpp"
#include "input/fields.hpp"
#include "input/source.hpp"
#include "input/yaml.hpp"

namespace hindsight {

template <>
struct Names<InferredValues> {
  static constexpr std::array<std::string_view, 2> values = {"include", "exclude"};
};

template <>
struct Names<RemoteImages> {
  static constexpr std::array<std::string_view, 2> values = {"link", "allow"};
};

namespace {

constexpr const char* file_name = "site.yml";

/// Reads site.yml; the methods are in the order of the schema.
class SiteConfigReader {
 public:
  SiteConfigReader(const YamlValue& mapping, SiteConfig& config, Diagnostics& diagnostics)
      : config_(config), diagnostics_(diagnostics), fields_(mapping, file_name, diagnostics) {}

  void read() {
    if (auto title = fields_.text("title")) config_.title = collapse_spaces(*title);
    if (auto description = fields_.text("description")) config_.description = collapse_spaces(*description);
    config_.base_url = read_url("base_url");
    if (!config_.base_url.empty() && !config_.base_url.ends_with('/')) config_.base_url += '/';
    if (const auto url = fields_.text("edit_url")) {
      if (check_web_pattern("edit_url", *fields_.take("edit_url"), *url, "{path}")) config_.edit_url = *url;
    }
    if (auto language = fields_.text("language")) config_.language = *language;
    read_timezone();
    if (const auto images = fields_.one_of<RemoteImages>("remote_images")) config_.remote_images = *images;
    config_.ignore = fields_.texts("ignore");
    read_vocabularies();
    read_tickets();
    read_overdue_after();
    read_search();
    read_limits();
    read_metrics();
    read_rules();
    fields_.report_unknown();
  }

 private:
  std::string read_url(std::string_view field) {
    const YamlValue* value = fields_.scalar(field);
    if (value == nullptr || trim(value->text).empty()) return {};
    return check_web(field, *value, value->text) ? encode_url(value->text) : std::string();
  }

  bool check_web(std::string_view field, const YamlValue& value, std::string_view url) {
    if (classify_url(url) == UrlKind::web) return true;
    diagnostics_.add(Rule::value_not_allowed, fields_.at(value),
                     std::string(field) + " is \"" + shorten(url, 60) + "\"", "an http or https address");
    return false;
  }

  /// An address with a part that is put in later: never into the host, which an author could then choose.
  bool check_web_pattern(std::string_view field, const YamlValue& value, std::string_view url, std::string_view part) {
    if (host_of(url).find('{') == std::string_view::npos) {
      return check_web(field, value, replace_all(std::string(url), part, "x"));
    }
    diagnostics_.add(Rule::value_not_allowed, fields_.at(value),
                     std::string(field) + " is \"" + shorten(url, 60) + "\"",
                     "an http or https address with " + std::string(part) + " behind its host");
    return false;
  }

  void read_timezone() {
    const YamlValue* value = fields_.scalar("timezone");
    if (value == nullptr) return;
    const std::optional<TimeZone> zone = TimeZone::find(trim(value->text));
    if (!zone) {
      diagnostics_.add(Rule::time_zone_unknown, fields_.at(*value), "timezone is \"" + shorten(value->text, 60) + "\"",
                       "an IANA name such as Europe/Berlin or UTC");
      return;
    }
    config_.timezone = *zone;
    config_.timezone_is_set = true;
  }

  void read_vocabularies() {
    static constexpr auto fields = std::to_array<std::pair<TermKind, std::string_view>>({
        {TermKind::severity, "severities"},
        {TermKind::trigger, "triggers"},
        {TermKind::root_cause, "root_causes"},
        {TermKind::service, "services"},
        {TermKind::team, "teams"},
        {TermKind::tag, "tags"},
    });
    for (const auto& [kind, field] : fields) {
      std::vector<TermDefinition> vocabulary = read_vocabulary(field);
      if (!vocabulary.empty()) config_.vocabularies[index_of(kind)] = std::move(vocabulary);
    }
  }

  /// A list whose items are names, or mappings with a name.
  std::vector<TermDefinition> read_vocabulary(std::string_view field) {
    const YamlValue* list = fields_.take(field);
    if (list == nullptr) return {};
    if (list->kind != YamlValue::Kind::sequence) {
      diagnostics_.add(Rule::value_type, fields_.at(*list),
                       std::string(field) + " is " + std::string(kind_name(list->kind)),
                       "a list of terms, each a name or a mapping with `name`");
      return {};
    }
    if (list->items.size() > limit::vocabulary_terms) {
      diagnostics_.add(Rule::too_many_entries, fields_.at(list->items[limit::vocabulary_terms]),
                       std::string(field) + " has " + counted(static_cast<long>(list->items.size()), "term"),
                       "at most " + with_thousands(static_cast<long>(limit::vocabulary_terms)));
      return {};
    }
    std::vector<TermDefinition> vocabulary;
    std::map<std::string, std::string> slugs;
    for (const YamlValue& item : list->items) {
      std::optional<TermDefinition> term = read_term(field, item);
      if (!term) continue;
      const auto [owner, is_new] = slugs.emplace(slugify(term->name), term->name);
      if (is_new) {
        vocabulary.push_back(std::move(*term));
      } else {
        diagnostics_.add(Rule::output_collision, fields_.at(item),
                         "\"" + term->name + "\" would have the page of \"" + owner->second + "\"",
                         "names that differ in more than punctuation");
      }
    }
    return vocabulary;
  }

  std::optional<TermDefinition> read_term(std::string_view field, const YamlValue& item) {
    TermDefinition term;
    if (item.kind == YamlValue::Kind::scalar) {
      term.name = collapse_spaces(item.text);
    } else if (item.kind == YamlValue::Kind::mapping) {
      FieldReader fields(item, file_name, diagnostics_);
      term.name = collapse_spaces(fields.text("name").value_or(""));
      term.title = collapse_spaces(fields.text("title").value_or(""));
      term.description = collapse_spaces(fields.text("description").value_or(""));
      term.owner = fields.text("owner").value_or("");
      term.aliases = fields.texts("aliases");
      for (const YamlValue* link : fields.mappings("links")) read_link(*link, term);
      fields.report_unknown();
    }
    if (!term.name.empty()) return term;
    diagnostics_.add(Rule::value_type, fields_.at(item), std::string(field) + " has an item without a name",
                     "a name, or a mapping with `name`");
    return std::nullopt;
  }

  void read_link(const YamlValue& mapping, TermDefinition& term) {
    FieldReader fields(mapping, file_name, diagnostics_);
    const std::string title = fields.text("title").value_or("");
    const YamlValue* url = fields.scalar("url");
    if (url != nullptr && check_web("url", *url, url->text)) {
      const std::string address = encode_url(url->text);
      term.links.push_back({title.empty() ? address : title, address});
    }
    fields.report_unknown();
  }

  /// tickets: [{pattern: 'OPS-\\d+', url: 'https://…/{ticket}'}]
  void read_tickets() {
    for (const YamlValue* mapping : fields_.mappings("tickets")) {
      FieldReader fields(*mapping, file_name, diagnostics_);
      const YamlValue* pattern = fields.scalar("pattern");
      const YamlValue* url = fields.scalar("url");
      fields.report_unknown();
      if (pattern == nullptr || url == nullptr) {
        diagnostics_.add(Rule::value_type, fields_.at(*mapping), "tickets has an item without pattern or url",
                         "a pattern such as OPS-\\d+ and an address with {ticket} in it");
        continue;
      }
      if (const std::optional<std::string> problem = problem_of_pattern(pattern->text)) {
        diagnostics_.add(Rule::value_not_allowed, fields_.at(*pattern),
                         "pattern is \"" + shorten(pattern->text, 60) + "\": " + *problem,
                         "a regular expression in RE2's syntax");
        continue;
      }
      if (check_web_pattern("url", *url, url->text, "{ticket}")) {
        config_.tickets.push_back({pattern->text, url->text});
      }
    }
  }

  /// overdue_after: {SEV1: 15}
  void read_overdue_after() {
    const YamlValue* days = fields_.take("overdue_after");
    if (days == nullptr) return;
    config_.overdue_after.emplace();
    for (const auto& [key, value] : days->entries) {
      const TermDefinition* severity = find_definition(config_.severities(), key.text);
      int number = 0;
      const auto [end, error] = std::from_chars(value.text.data(), value.text.data() + value.text.size(), number);
      if (severity == nullptr) {
        std::vector<std::string_view> names;
        for (const TermDefinition& definition : config_.severities()) names.push_back(definition.name);
        fields_.not_allowed("overdue_after", key, names);
      } else if (error != std::errc() || end != value.text.data() + value.text.size() || number < 0) {
        diagnostics_.add(Rule::value_not_allowed, fields_.at(value),
                         key.text + " is \"" + shorten(value.text, 60) + "\"", "a number of days");
      } else {
        (*config_.overdue_after)[severity->name] = number;
      }
    }
  }

  /// search: {full_index_mb: 5}
  void read_search() {
    const YamlValue* search = fields_.mapping("search");
    if (search == nullptr) return;
    FieldReader fields(*search, file_name, diagnostics_);
    if (const auto megabytes = read_number(fields, "full_index_mb", 100'000)) {
      config_.full_search_index_limit = *megabytes * 1'000'000;
    }
    fields.report_unknown();
  }

  std::optional<std::size_t> read_number(FieldReader& fields, std::string_view field, std::size_t most) {
    const YamlValue* value = fields.scalar(field);
    if (value == nullptr) return std::nullopt;
    std::size_t number = 0;
    const char* const end = value->text.data() + value->text.size();
    const auto [stopped, error] = std::from_chars(value->text.data(), end, number);
    if (error == std::errc() && stopped == end && number <= most) return number;
    diagnostics_.add(Rule::value_not_allowed, fields_.at(*value),
                     std::string(field) + " is \"" + shorten(value->text, 60) + "\"",
                     "a number from 0 to " + std::to_string(most));
    return std::nullopt;
  }

  /// limits: {file_mb: 8, image_mb: 20, timeline_entries: 5000, action_items: 2000}
  void read_limits() {
    const YamlValue* limits = fields_.mapping("limits");
    if (limits == nullptr) return;
    FieldReader fields(*limits, file_name, diagnostics_);
    if (const auto size = read_number(fields, "file_mb", 64)) config_.limits.file_bytes = *size << 20;
    if (const auto size = read_number(fields, "image_mb", 1000)) config_.limits.image_bytes = *size << 20;
    if (const auto count = read_number(fields, "timeline_entries", 20'000)) config_.limits.timeline_entries = *count;
    if (const auto count = read_number(fields, "action_items", 20'000)) config_.limits.action_items = *count;
    fields.report_unknown();
  }

  /// metrics: {inferred: exclude}
  void read_metrics() {
    const YamlValue* metrics = fields_.mapping("metrics");
    if (metrics == nullptr) return;
    FieldReader fields(*metrics, file_name, diagnostics_);
    if (const auto inferred = fields.one_of<InferredValues>("inferred")) config_.inferred = *inferred;
    fields.report_unknown();
  }

  /// rules: {rule-id: error | warning | hint | off}. A rule that is an error by itself stays one.
  void read_rules() {
    static constexpr auto words = std::to_array<std::string_view>({"error", "warning", "hint", "off"});
    const YamlValue* rules = fields_.take("rules");
    if (rules == nullptr) return;
    std::vector<std::string_view> ids;
    for (const RuleInfo& info : all_rules()) {
      if (info.level != Level::error) ids.push_back(info.id);
    }
    for (const auto& [key, value] : rules->entries) {
      const auto id = std::ranges::find(ids, key.text);
      const auto word = std::ranges::find(words, value.text);
      if (id == ids.end()) {
        fields_.not_allowed("rules", key, ids);
      } else if (word == words.end()) {
        fields_.not_allowed(key.text, value, words);
      } else {
        const auto level = static_cast<std::size_t>(word - words.begin());
        config_.rule_levels[*find_rule(key.text)] =
            level == 3 ? std::nullopt : std::optional(static_cast<Level>(level));
      }
    }
  }

  SiteConfig& config_;
  Diagnostics& diagnostics_;
  FieldReader fields_;
};

SiteConfig default_config() {
  SiteConfig config;
  config.vocabularies[index_of(TermKind::severity)] = default_severities();
  return config;
}

}  // namespace

SiteConfig read_site_config(const std::filesystem::path& root, Diagnostics& diagnostics) {
  const std::filesystem::path path = root / file_name;
  if (!own_file_exists(path)) return default_config();
  return parse_site_config(read_source(path, file_name, diagnostics), diagnostics);
}

SiteConfig parse_site_config(const SourceFile& source, Diagnostics& diagnostics) {
  SiteConfig config = default_config();
  config.location = {file_name, 1, 1};
  const std::optional<YamlValue> value = parse_yaml(source.text, file_name, 1, diagnostics);
  if (!value || value->kind == YamlValue::Kind::null) return config;
  if (value->kind != YamlValue::Kind::mapping) {
    diagnostics.add(Rule::value_type, {file_name, value->line, value->column},
                    "site.yml is " + std::string(kind_name(value->kind)), "keys and values, such as title: …");
    return config;
  }
  SiteConfigReader(*value, config, diagnostics).read();
  return config;
}

}  // namespace hindsight
