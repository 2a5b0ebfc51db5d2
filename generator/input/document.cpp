#include "input/document.hpp"

#include <algorithm>
#include <string>

#include "base/limits.hpp"
#include "base/text.hpp"

namespace hindsight {
namespace {

bool is_fence(std::string_view line) { return line.substr(0, 3) == "---" && trim(line.substr(3)).empty(); }

/// The YAML between the fences. An empty one is an empty mapping: the file has front matter that states nothing.
std::optional<YamlValue> read_front_matter(std::string_view text, const std::string& file, Diagnostics& diagnostics) {
  if (text.size() > limit::front_matter_bytes) {
    diagnostics.add(Rule::file_too_large, {file, 1, 1}, "front matter has " + std::to_string(text.size()) + " bytes",
                    "at most " + std::to_string(limit::front_matter_bytes), "move long text to the body");
    return std::nullopt;
  }
  std::optional<YamlValue> value = parse_yaml(text, file, 2, diagnostics);
  if (!value) return std::nullopt;
  if (value->kind == YamlValue::Kind::null) value->kind = YamlValue::Kind::mapping;
  if (value->kind == YamlValue::Kind::mapping) return value;
  diagnostics.add(Rule::value_type, {file, value->line, value->column},
                  "front matter is " + std::string(kind_name(value->kind)), "keys and values, such as title: …");
  return std::nullopt;
}

/// Hugo's other front matter: reported, and no part of the text.
void skip_toml(Document& document, const std::string& file, Diagnostics& diagnostics) {
  int line = 1;
  std::size_t begin = 0;
  while (begin < document.body.size()) {
    const std::size_t end = std::min(document.body.find('\n', begin), document.body.size());
    if (line > 1 && trim(document.body.substr(begin, end - begin)) == "+++") {
      diagnostics.add(Rule::front_matter_toml, {file, 1, 1}, "front matter in TOML", "YAML between lines of ---",
                      "it is not read; write `key: value` for `key = value`");
      document.body = document.body.substr(std::min(end + 1, document.body.size()));
      document.body_line = line + 1;
      return;
    }
    begin = end + 1;
    ++line;
  }
}

}  // namespace

Document split_document(const SourceFile& source, Diagnostics& diagnostics) {
  Document document;
  const std::string_view text = source.text;
  document.body = text;
  const std::size_t first_end = std::min(text.find('\n'), text.size());
  if (trim(text.substr(0, first_end)) == "+++") skip_toml(document, source.name, diagnostics);
  if (!is_fence(text.substr(0, first_end))) return document;

  std::size_t begin = std::min(first_end + 1, text.size());
  const std::size_t yaml_begin = begin;
  int line = 2;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (is_fence(text.substr(begin, end - begin))) {
      document.front_matter = read_front_matter(text.substr(yaml_begin, begin - yaml_begin), source.name, diagnostics);
      document.body = text.substr(std::min(end + 1, text.size()));
      document.body_line = line + 1;
      return document;
    }
    begin = end + 1;
    ++line;
  }
  diagnostics.add(Rule::front_matter_unterminated, {source.name, 1, 1}, "front matter begins here and never ends",
                  "a line --- below the last key", "or remove the --- in the first line");
  return document;
}

}  // namespace hindsight
