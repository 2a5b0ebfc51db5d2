// The reference pages in docs/ are generated: from the schemas and from the table of rules. UPDATE_EXPECTED=1 writes
// them.
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "base/limits.hpp"
#include "base/rules.hpp"
#include "base/text.hpp"
#include "base/url.hpp"
#include "markdown/raw_html.hpp"

namespace hindsight {
namespace {

using Json = nlohmann::ordered_json;

std::string path_of(const std::string& name) { return std::string(REPOSITORY) + "/" + name; }

std::string read(const std::string& name) {
  std::ifstream file(path_of(name));
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// Everything behind the line that says it is generated.
void check_generated(const std::string& name, const std::string& generated) {
  const std::string marker = "<!-- generated below this line -->\n";
  const std::string old = read(name);
  const std::size_t begin = old.find(marker);
  REQUIRE(begin != std::string::npos);
  const std::string wanted = old.substr(0, begin) + marker + "\n" + generated;
  if (std::getenv("UPDATE_EXPECTED") != nullptr) {
    std::ofstream(path_of(name)) << wanted;
  } else {
    CHECK_MESSAGE(old == wanted, name << " is not up to date: UPDATE_EXPECTED=1 ./dev test");
  }
}

std::string cell(std::string text) { return replace_all(std::move(text), "|", "\\|"); }

std::string code(const Json& value) {
  const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
  return "`" + cell(text) + "`";
}

std::string type_of(const Json& property) {
  if (property.contains("enum")) {
    std::string words;
    for (const Json& word : property["enum"]) {
      if (!word.is_null()) words += (words.empty() ? "" : ", ") + code(word);
    }
    return words;
  }
  if (property.contains("allOf")) {
    const std::string reference = property["allOf"][0]["$ref"];
    static const std::map<std::string, std::string> names = {{"text", "text"},       {"texts", "list of texts"},
                                                             {"time", "time"},       {"date", "date"},
                                                             {"url", "web address"}, {"vocabulary", "list of terms"}};
    return names.at(reference.substr(reference.rfind('/') + 1));
  }
  const Json& type = property["type"];
  const std::string first = type.is_array() ? type[0].get<std::string>() : type.get<std::string>();
  if (first == "array") return "list of mappings";
  if (first == "object") return "mapping";
  return first == "boolean" ? "true, false or a reason" : "text";
}

void add_table(std::string& text, const Json& properties) {
  text += "| field | value | meaning | example |\n|---|---|---|---|\n";
  for (const auto& [name, property] : properties.items()) {
    text += "| `" + name + "` | " + type_of(property) + " | " + cell(property["description"]);
    if (property.contains("default")) text += " Default: " + code(property["default"]) + ".";
    const bool is_list_of_mappings = property["examples"][0].is_array() && property["examples"][0][0].is_object();
    text += " | " + (is_list_of_mappings ? "see below" : code(property["examples"][0])) + " |\n";
  }
}

std::string schema_reference(const std::string& file) {
  const Json schema = Json::parse(read(file));
  std::string text;
  add_table(text, schema["properties"]);
  for (const auto& [name, property] : schema["properties"].items()) {
    if (!property.contains("items") || !property["items"].contains("properties")) continue;
    text += "\n### Items of `" + name + "`\n\n";
    add_table(text, property["items"]["properties"]);
  }
  if (schema["definitions"].contains("vocabulary")) {
    text += "\n### Terms of a vocabulary\n\n" + schema["definitions"]["vocabulary"]["description"].get<std::string>() +
            "\n\n";
    add_table(text, schema["definitions"]["vocabulary"]["items"]["oneOf"][1]["properties"]);
  }
  return text;
}

std::string rule_reference() {
  std::string text = "| rule | level | what was found | why, and what to do |\n|---|---|---|---|\n";
  for (const RuleInfo& info : all_rules()) {
    text += "| `" + std::string(info.id) + "` | " + std::string(level_name(info.level)) + " | " +
            cell(std::string(info.summary)) + " | " + cell(std::string(info.advice)) + " |\n";
  }
  return text;
}

std::string limit_reference() {
  std::string text = "| what | at most | raised in site.yml by | finding | why |\n|---|---|---|---|---|\n";
  for (const LimitRow& row : limit_table()) {
    const std::string raised_by = row.raised_by.empty() ? "–" : "`limits." + std::string(row.raised_by) + "`";
    text += "| " + row.what + " | " + row.most + " | " + raised_by + " | `" + std::string(row.rule) + "` | " +
            std::string(row.why) + " |\n";
  }
  return text;
}

std::string_view outcome_of(TagRule rule) {
  switch (rule) {
    case TagRule::keep_inline:
    case TagRule::keep_block:
    case TagRule::line_break: return "kept, without attributes";
    case TagRule::link:
    case TagRule::image: return "written anew";
    case TagRule::drop: return "left out, its content kept";
    case TagRule::show: return "shown as text";
  }
  return "";
}

std::string allow_list_reference() {
  std::string text = "| address | why |\n|---|---|\n";
  for (const AllowedScheme& scheme : allowed_schemes()) {
    text += "| `" + std::string(scheme.scheme) + ":` | " + std::string(scheme.why) + " |\n";
  }
  text +=
      "| a relative path | another postmortem or an attachment; it must not leave the content folder |\n"
      "| `#fragment` | a heading |\n"
      "| all others, `//host`, backslashes | shown as text (`blocked-url`) |\n"
      "\n| element | in a page | attributes that count | why |\n|---|---|---|---|\n";
  for (const AllowedTag& tag : allowed_tags()) {
    text += "| `" + std::string(tag.name) + "` | " + std::string(outcome_of(tag.rule)) + " | " +
            std::string(tag.attributes.empty() ? "–" : tag.attributes) + " | " + std::string(tag.why) + " |\n";
  }
  return text + "| all others | shown as text (`raw-html`) | – | nobody's script runs in a reader's browser |\n";
}

}  // namespace

TEST_CASE("docs: the reference of front matter is what the schema says") {
  check_generated("docs/front-matter.md", schema_reference("schema/postmortem.schema.json"));
}

TEST_CASE("docs: the reference of site.yml is what the schema says") {
  check_generated("docs/site-yml.md", schema_reference("schema/site.schema.json"));
}

TEST_CASE("docs: the table of what HTML and addresses may be is the allow-list") {
  check_generated("docs/allow-list.md", allow_list_reference());
}

TEST_CASE("docs: the table of limits is the limits' own, and each finding in it is a rule") {
  check_generated("docs/limits.md", limit_reference());
  for (const LimitRow& row : limit_table()) CHECK(find_rule(row.rule));
}

TEST_CASE("docs: the table of diagnostics is the table of rules") {
  check_generated("docs/diagnostics.md", rule_reference());
}

}  // namespace hindsight
