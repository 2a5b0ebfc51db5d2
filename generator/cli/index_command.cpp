#include <charconv>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/fatal.hpp"
#include "base/files.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/report.hpp"
#include "search/index.hpp"
#include "search/lunr_json.hpp"

namespace hindsight {
namespace {

using Json = nlohmann::json;

struct Options {
  std::string documents;
  std::string ref = "id";
  std::vector<std::string> fields;
  std::string document_boost;
  bool with_positions = false;
  int jobs = 0;
};

struct Line {
  int number = 0;
  std::string_view text;
};

/// "title=10" or "body". A boost is what stands behind the last =, if that is a number.
SearchField parse_field(const std::string& text) {
  const std::size_t equals = text.rfind('=');
  if (equals == std::string::npos) return {text, 1};
  double boost = 0;
  const char* const end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data() + equals + 1, end, boost);
  if (error != std::errc() || stopped != end) {
    throw Fatal("--field " + text + ": \"" + text.substr(equals + 1) + "\" is no number",
                "a field's name, or its name and boost: title=10");
  }
  return {text.substr(0, equals), boost};
}

/// A value as JavaScript's toString() has it, for what JSON can hold.
std::string javascript_text(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_boolean()) return value.get<bool>() ? "true" : "false";
  if (value.is_number()) return javascript_number(value.get<double>());
  if (value.is_null()) return "";
  if (value.is_object()) return "[object Object]";
  std::vector<std::string> parts;
  for (const Json& part : value) parts.push_back(javascript_text(part));
  return join(parts, ",");
}

FieldValue field_value(const Json& value) {
  if (value.is_null()) return {};
  if (!value.is_array()) return javascript_text(value);
  std::vector<std::string> tokens;
  for (const Json& token : value) tokens.push_back(javascript_text(token));
  return tokens;
}

/// Makes documents from lines; what is wrong with one is told as text.
class LineReader {
 public:
  explicit LineReader(const Options& options) : options_(options) {
    for (const std::string& field : options.fields) fields_.push_back(parse_field(field));
  }

  const std::vector<SearchField>& fields() const { return fields_; }

  std::variant<SearchDocument, std::string> read(std::string_view line) const {
    Json json;
    try {
      json = Json::parse(line);
    } catch (const Json::exception& error) {
      const std::string_view what = error.what();
      return "not JSON: " + std::string(what.substr(what.find("] ") + 2));
    }
    if (!json.is_object()) return "found a JSON " + std::string(json.type_name()) + ", wanted an object";
    const auto ref = json.find(options_.ref);
    if (ref == json.end() || ref->is_null() || ref->is_structured()) {
      return "the object has no text or number \"" + options_.ref + "\", which --ref names";
    }
    SearchDocument document;
    document.ref = javascript_text(*ref);
    for (const SearchField& field : fields_) {
      const auto value = json.find(field.name);
      document.fields.push_back(value == json.end() ? FieldValue{} : field_value(*value));
    }
    if (const auto boost = json.find(options_.document_boost); boost != json.end() && !boost->is_null()) {
      if (!boost->is_number()) return "\"" + options_.document_boost + "\" is no number";
      document.boost = boost->get<double>();
    }
    return document;
  }

 private:
  const Options& options_;
  std::vector<SearchField> fields_;
};

std::string read_input(const std::string& name) {
  if (name != "-") return read_file(name);
  return {std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
}

int index(const Options& options) {
  const LineReader reader(options);
  const std::string input = read_input(options.documents);
  std::vector<Line> lines;
  int number = 0;
  for (const std::string_view line : split_lines(input)) {
    ++number;
    if (!trim(line).empty()) lines.push_back({number, line});
  }
  std::vector<std::string> problems(lines.size());
  const auto document = [&](std::size_t i) {
    std::variant<SearchDocument, std::string> result = reader.read(lines[i].text);
    if (auto* read = std::get_if<SearchDocument>(&result)) return std::move(*read);
    problems[i] = std::get<std::string>(result);
    return SearchDocument{"", 1, std::vector<FieldValue>(reader.fields().size())};
  };
  const SearchIndex built =
      build_index(reader.fields(), lines.size(), document, {options.jobs, options.with_positions});
  bool is_good = true;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (problems[i].empty()) continue;
    is_good = false;
    std::cerr << fmt::format("{}:{}: error: {}\n", safe_for_terminal(options.documents), lines[i].number,
                             safe_for_terminal(problems[i]));
  }
  if (!is_good) return 1;
  write_lunr_json(
      built, [](std::string_view piece) { std::cout.write(piece.data(), static_cast<std::streamsize>(piece.size())); });
  if (!std::cout.flush()) throw Fatal("could not write the index to standard output");
  return 0;
}

}  // namespace

void add_index_command(CLI::App& app, Run& run) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("index", "print a Lunr search index of any documents");
  command->add_option("DOCS", options->documents, "a file with one JSON object a line; - for standard input")
      ->required()
      ->type_name("FILE");
  command->add_option("--ref", options->ref, "the property that names a document")->capture_default_str();
  command
      ->add_option("--field", options->fields,
                   "a property to index, and its boost: title=10. A text is split into words; the texts of a list are "
                   "taken whole. May be repeated")
      ->required()
      ->type_name("NAME[=BOOST]")
      ->take_all()
      ->expected(1)
      ->allow_extra_args(false);
  command->add_option("--boost", options->document_boost, "the property that holds a document's boost")
      ->type_name("NAME");
  command->add_flag("--positions", options->with_positions, "store where in the text each word stands");
  command->add_option("-j,--jobs", options->jobs, "threads (default: one per core)")
      ->check(CLI::Range(0, 256))
      ->type_name("N");
  command->callback([options, &run] { run = [options] { return index(*options); }; });
}

}  // namespace hindsight
