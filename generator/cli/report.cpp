#include "cli/report.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/escape.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

namespace hindsight {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* documentation = "docs/diagnostics.md";

/// "severity is "SEV9"; wanted: one of SEV1, SEV2".
std::string sentence_of(const Diagnostic& item) {
  return item.wanted.empty() ? item.found : item.found + "; wanted: " + item.wanted;
}

std::string place_of(const Location& location) {
  std::string place = location.file;
  if (location.line > 0) place += fmt::format(":{}", location.line);
  if (location.line > 0 && location.column > 0) place += fmt::format(":{}", location.column);
  return place;
}

/// The terminal's colours, or nothing.
class Palette {
 public:
  explicit Palette(bool colour) : colour_(colour) {}

  std::string level(Level level, std::string_view text) const {
    constexpr std::array<std::string_view, 3> codes = {"1;31", "33", "36"};
    return paint(codes[static_cast<std::size_t>(level)], text);
  }
  std::string bold(std::string_view text) const { return paint("1", text); }
  std::string dim(std::string_view text) const { return paint("2", text); }

 private:
  std::string paint(std::string_view code, std::string_view text) const {
    return colour_ ? fmt::format("\033[{}m{}\033[0m", code, text) : std::string(text);
  }

  bool colour_;
};

std::string count_text(const Diagnostics& diagnostics) {
  std::set<std::string> files;
  for (const Diagnostic& item : diagnostics.all()) files.insert(item.location.file);
  if (files.empty()) return "no findings";
  return fmt::format("{}, {}, {} in {}", counted(diagnostics.count(Level::error), "error"),
                     counted(diagnostics.count(Level::warning), "warning"),
                     counted(diagnostics.count(Level::hint), "hint"), counted(static_cast<long>(files.size()), "file"));
}

void print_text(std::ostream& out, const Diagnostics& diagnostics, const Palette& palette, bool with_hints) {
  std::map<Rule, int> by_rule;
  const Diagnostic* previous = nullptr;
  for (const Diagnostic& item : diagnostics.all()) {
    if (item.level == Level::hint && !with_hints) continue;
    if (previous != nullptr && previous->location.file != item.location.file) out << '\n';
    previous = &item;
    ++by_rule[item.rule];
    out << palette.bold(safe_for_terminal(place_of(item.location))) << ": "
        << palette.level(item.level, level_name(item.level)) << ": " << safe_for_terminal(sentence_of(item)) << ' '
        << palette.dim(fmt::format("[{}]", rule_info(item.rule).id)) << '\n';
    if (!item.hint.empty()) out << "    hint: " << safe_for_terminal(item.hint) << '\n';
  }
  if (diagnostics.all().empty()) return;
  if (previous != nullptr) out << '\n';
  for (const auto& [rule, count] : by_rule) out << fmt::format("{:6}  {}\n", count, rule_info(rule).id);
  const bool has_more = !with_hints && diagnostics.count(Level::hint) > 0;
  out << count_text(diagnostics) << (has_more ? " (hindsight check lists the hints)\n" : "\n");
}

/// GitHub's own escapes for workflow commands: without them a value could end its command and begin another.
std::string github_escape(std::string_view text, bool is_property) {
  std::string result = safe_for_terminal(text);
  result = replace_all(std::move(result), "%", "%25");
  if (!is_property) return result;
  result = replace_all(std::move(result), ":", "%3A");
  return replace_all(std::move(result), ",", "%2C");
}

void print_github(std::ostream& out, const Diagnostics& diagnostics) {
  constexpr std::array<std::string_view, 3> commands = {"error", "warning", "notice"};
  for (const Diagnostic& item : diagnostics.all()) {
    out << fmt::format("::{} file={}", commands[static_cast<std::size_t>(item.level)],
                       github_escape(item.location.file, true));
    if (item.location.line > 0) out << ",line=" << item.location.line;
    if (item.location.line > 0 && item.location.column > 0) out << ",col=" << item.location.column;
    out << fmt::format(",title={}::{}", rule_info(item.rule).id, github_escape(sentence_of(item), false));
    if (!item.hint.empty()) out << "%0Ahint: " << github_escape(item.hint, false);
    out << '\n';
  }
}

Json gitlab_json(const Diagnostics& diagnostics) {
  constexpr std::array<std::string_view, 3> severities = {"critical", "minor", "info"};
  Json report = Json::array();
  for (const Diagnostic& item : diagnostics.all()) {
    const std::string text = sentence_of(item) + (item.hint.empty() ? "" : " (" + item.hint + ")");
    const std::string identity = fmt::format("{}\n{}\n{}", rule_info(item.rule).id, item.location.file, item.found);
    report.push_back(
        {{"description", text},
         {"check_name", rule_info(item.rule).id},
         {"fingerprint", fmt::format("{:016x}", hash64(identity))},
         {"severity", severities[static_cast<std::size_t>(item.level)]},
         {"location", {{"path", item.location.file}, {"lines", {{"begin", std::max(item.location.line, 1)}}}}}});
  }
  return report;
}

Json plain_json(const Diagnostics& diagnostics) {
  Json items = Json::array();
  for (const Diagnostic& item : diagnostics.all()) {
    items.push_back({{"rule", rule_info(item.rule).id},
                     {"level", level_name(item.level)},
                     {"file", item.location.file},
                     {"line", item.location.line},
                     {"column", item.location.column},
                     {"found", item.found},
                     {"wanted", item.wanted},
                     {"hint", item.hint}});
  }
  return {{"errors", diagnostics.count(Level::error)},
          {"warnings", diagnostics.count(Level::warning)},
          {"hints", diagnostics.count(Level::hint)},
          {"diagnostics", std::move(items)}};
}

/// Brackets in a message would be links.
std::string plain_sarif_text(std::string text) {
  text = replace_all(replace_all(std::move(text), "\\", "\\\\"), "[", "\\[");
  return replace_all(std::move(text), "]", "\\]");
}

Json sarif_json(const Diagnostics& diagnostics) {
  constexpr std::array<std::string_view, 3> levels = {"error", "warning", "note"};
  Json rules = Json::array();
  for (const RuleInfo& info : all_rules()) {
    rules.push_back(
        {{"id", info.id}, {"shortDescription", {{"text", info.summary}}}, {"help", {{"text", info.advice}}}});
  }
  Json results = Json::array();
  for (const Diagnostic& item : diagnostics.all()) {
    Json region = {{"startLine", std::max(item.location.line, 1)}};
    if (item.location.column > 0) region["startColumn"] = item.location.column;
    const std::string text = sentence_of(item) + (item.hint.empty() ? "" : ". Hint: " + item.hint);
    results.push_back(
        {{"ruleId", rule_info(item.rule).id},
         {"level", levels[static_cast<std::size_t>(item.level)]},
         {"message", {{"text", plain_sarif_text(text)}}},
         {"locations",
          {{{"physicalLocation",
             {{"artifactLocation", {{"uri", escape_url_path(item.location.file)}}}, {"region", region}}}}}}});
  }
  return {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
          {"version", "2.1.0"},
          {"runs",
           {{{"tool", {{"driver", {{"name", "Hindsight"}, {"informationUri", documentation}, {"rules", rules}}}}},
             {"results", results}}}}};
}

}  // namespace

void print_report(std::ostream& out, const Diagnostics& diagnostics, ReportFormat format, bool colour,
                  bool with_hints) {
  switch (format) {
    case ReportFormat::text: return print_text(out, diagnostics, Palette(colour), with_hints);
    case ReportFormat::github: return print_github(out, diagnostics);
    case ReportFormat::gitlab:
      out << gitlab_json(diagnostics).dump(1, ' ', true, Json::error_handler_t::replace) << '\n';
      return;
    case ReportFormat::json:
      out << plain_json(diagnostics).dump(1, ' ', true, Json::error_handler_t::replace) << '\n';
      return;
    case ReportFormat::sarif:
      out << sarif_json(diagnostics).dump(1, ' ', true, Json::error_handler_t::replace) << '\n';
      return;
  }
}

std::string safe_for_terminal(std::string_view text) {
  std::string result = printable(text);
  std::ranges::replace_if(
      result, [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return result;
}

}  // namespace hindsight
