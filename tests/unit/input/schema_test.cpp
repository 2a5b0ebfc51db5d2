// The published schemas and the readers must agree: what one refuses the other refuses.
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "base/text.hpp"
#include "input/postmortem_reader.hpp"
#include "input/yaml.hpp"

namespace hindsight {
namespace {

using Json = nlohmann::json;

Json load_json(const std::string& path) {
  std::ifstream file(std::string(REPOSITORY) + "/" + path);
  return Json::parse(file);
}

/// A value as an editor's YAML 1.2 reader types it (core schema).
Json typed(const YamlValue& value) {
  switch (value.kind) {
    case YamlValue::Kind::null: return nullptr;
    case YamlValue::Kind::sequence: {
      Json list = Json::array();
      for (const YamlValue& item : value.items) list.push_back(typed(item));
      return list;
    }
    case YamlValue::Kind::mapping: {
      Json object = Json::object();
      for (const auto& [key, item] : value.entries) object[key.text] = typed(item);
      return object;
    }
    case YamlValue::Kind::scalar: break;
  }
  if (value.quoted) return value.text;
  if (value.text == "true" || value.text == "false") return value.text == "true";
  const Json number = Json::parse(value.text, nullptr, false);
  return number.is_number() ? number : Json(value.text);
}

bool schema_accepts(const Json& schema_json, const Json& document) {
  valijson::Schema schema;
  valijson::SchemaParser parser;
  const valijson::adapters::NlohmannJsonAdapter schema_adapter(schema_json);
  parser.populateSchema(schema_adapter, schema);
  valijson::Validator validator(valijson::Validator::kStrongTypes);
  const valijson::adapters::NlohmannJsonAdapter target(document);
  return validator.validate(schema, target, nullptr);
}

/// Findings about the shape of front matter. What needs a calendar, a time zone database or site.yml is beyond a
/// schema.
bool is_about_shape(Rule rule) {
  static const std::set<Rule> rules = {Rule::unknown_key, Rule::key_alias,   Rule::value_type, Rule::value_not_allowed,
                                       Rule::status_word, Rule::time_format, Rule::bad_id};
  return rules.contains(rule);
}

bool reader_accepts(const YamlValue& front_matter) {
  Document document;
  document.front_matter = front_matter;
  SiteConfig config;
  config.vocabularies[index_of(TermKind::severity)] = default_severities();
  Diagnostics diagnostics;
  read_front_matter(document, "x.md", "x.md", config, diagnostics);
  for (const Diagnostic& item : diagnostics.all()) {
    if (is_about_shape(item.rule)) return false;
  }
  return true;
}

YamlValue parse(const std::string& yaml) {
  Diagnostics diagnostics;
  const std::optional<YamlValue> value = parse_yaml(yaml, "x.md", 1, diagnostics);
  REQUIRE(value);
  return *value;
}

/// The fixtures are lines "field: value" (or a front matter over several lines, indented), separated by blank lines.
std::vector<std::string> fixtures(const std::string& path) {
  std::ifstream file(std::string(REPOSITORY) + "/tests/unit/input/" + path);
  std::vector<std::string> cases(1);
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    if (line.empty()) {
      cases.emplace_back();
    } else {
      cases.back() += line + "\n";
    }
  }
  std::erase(cases, "");
  return cases;
}

void collect_properties(const Json& schema, std::vector<const Json*>& found) {
  if (schema.is_object()) {
    if (schema.contains("properties")) {
      for (const auto& [name, property] : schema["properties"].items()) found.push_back(&property);
    }
    for (const auto& [key, value] : schema.items()) collect_properties(value, found);
  } else if (schema.is_array()) {
    for (const Json& value : schema) collect_properties(value, found);
  }
}

}  // namespace

TEST_CASE("schema: the schema and the reader accept the same front matter") {
  const Json schema = load_json("schema/postmortem.schema.json");
  const std::vector<std::string> cases = fixtures("schema_valid.txt");
  CHECK(cases.size() > 30);
  for (const std::string& yaml : cases) {
    CAPTURE(yaml);
    const YamlValue value = parse(yaml);
    CHECK(reader_accepts(value));
    CHECK(schema_accepts(schema, typed(value)));
  }
}

TEST_CASE("schema: the schema and the reader refuse the same front matter") {
  const Json schema = load_json("schema/postmortem.schema.json");
  const std::vector<std::string> cases = fixtures("schema_invalid.txt");
  CHECK(cases.size() > 40);
  for (const std::string& yaml : cases) {
    CAPTURE(yaml);
    const YamlValue value = parse(yaml);
    CHECK_FALSE(reader_accepts(value));
    CHECK_FALSE(schema_accepts(schema, typed(value)));
  }
}

TEST_CASE("schema: every example is valid, for the schema and for the reader") {
  for (const char* path : {"schema/postmortem.schema.json", "schema/site.schema.json"}) {
    const Json schema = load_json(path);
    for (const auto& [name, property] : schema["properties"].items()) {
      for (const Json& example : property["examples"]) {
        CAPTURE(name);
        CAPTURE(example.dump());
        const Json document = {{name, example}};
        CHECK(schema_accepts(schema, document));
        // JSON is YAML, so the reader takes the example as it stands.
        if (std::string_view(path).find("postmortem") != std::string_view::npos)
          CHECK(reader_accepts(parse(document.dump())));
      }
    }
  }
}

TEST_CASE("schema: every property has a title, a description and examples, so that editors can complete from it") {
  for (const char* path : {"schema/postmortem.schema.json", "schema/site.schema.json"}) {
    const Json schema = load_json(path);
    std::vector<const Json*> properties;
    collect_properties(schema, properties);
    CHECK(properties.size() > 10);
    for (const Json* property : properties) {
      CAPTURE(property->dump());
      CHECK(property->contains("title"));
      CHECK(property->contains("description"));
      CHECK(property->contains("examples"));
    }
  }
}

}  // namespace hindsight
