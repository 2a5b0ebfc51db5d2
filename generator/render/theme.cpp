#include "render/theme.hpp"

#include <algorithm>
#include <iostream>
#include <sstream>
#include <vector>

#include <ctemplate/template.h>
#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary.h>

#include "base/files.hpp"
#include "base/names.hpp"
#include "base/text.hpp"
#include "render/embedded.hpp"
#include "render/template_check.hpp"

namespace fs = std::filesystem;

namespace hindsight {
namespace {

constexpr ctemplate::Strip strip = ctemplate::STRIP_BLANK_LINES;

/// The template engine reports to standard error; this keeps the words, for a diagnostic of our own.
class CapturedErrors {
 public:
  CapturedErrors() : before_(std::cerr.rdbuf(captured_.rdbuf())) {}
  ~CapturedErrors() { std::cerr.rdbuf(before_); }
  CapturedErrors(const CapturedErrors&) = delete;
  CapturedErrors& operator=(const CapturedErrors&) = delete;

  std::string text() const { return captured_.str(); }

 private:
  std::ostringstream captured_;
  std::streambuf* before_;
};

/// The line at which the text ends that the engine's message quotes, as far as it can be found in the template.
int line_of_fragment(std::string_view source, std::string_view message) {
  constexpr std::string_view marker = "Failed parsing: ";
  const std::size_t begin = message.find(marker);
  if (begin == std::string_view::npos) return 1;
  const std::string_view quoted =
      message.substr(begin + marker.size(), message.find("\nIn: ", begin) - begin - marker.size());
  const std::vector<std::string_view> lines = split_lines(quoted);
  for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
    const std::string_view fragment = trim(*line);
    const std::size_t at = fragment.size() < 3 ? std::string_view::npos : source.find(fragment);
    if (at != std::string_view::npos) return static_cast<int>(std::ranges::count(source.substr(0, at), '\n')) + 1;
  }
  return 1;
}

/// Feeds and maps are XML, all else is HTML.
std::string with_auto_escape(const std::string& name, const std::string& source) {
  const bool is_xml = name.ends_with(".xml.tpl");
  return std::string("{{%AUTOESCAPE context=\"") + (is_xml ? "XML" : "HTML") + "\"}}" + source;
}

}  // namespace

Theme::Theme(const fs::path& folder, Diagnostics& diagnostics) : cache_(std::make_unique<ctemplate::TemplateCache>()) {
  read_files(folder, diagnostics);
  compile(folder, diagnostics);
  cache_->Freeze();
}

Theme::Theme(Theme&&) noexcept = default;
Theme::~Theme() = default;

void Theme::read_files(const fs::path& folder, Diagnostics& diagnostics) {
  const auto add = [&](const std::string& path, std::string content) {
    if (path.starts_with("templates/")) {
      if (path.ends_with(".tpl")) templates_[path.substr(10)] = std::move(content);
    } else if (extension_of(path) != "md") {
      assets_[path] = std::move(content);
    }
  };
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path.starts_with("theme/")) add(std::string(file.path.substr(6)), std::string(file.content));
  }
  if (!own_folder_exists(folder)) return;
  const FileTree tree = list_tree(folder);
  report_special_files(folder.filename().string() + "/", tree.special, diagnostics);
  for (const std::string& path : tree.files) add(path, read_file(folder / path));
}

void Theme::compile(const fs::path& folder, Diagnostics& diagnostics) {
  for (const auto& [name, source] : templates_) {
    const std::string file = (folder.filename() / "templates" / name).generic_string();
    if (const auto problem = check_template(source)) {
      diagnostics.add(Rule::theme_template, {file, problem->line, 0}, problem->found, problem->wanted);
      continue;
    }
    CapturedErrors errors;
    if (cache_->StringToTemplateCache(name, with_auto_escape(name, source), strip)) continue;
    const std::string message = errors.text();
    diagnostics.add(Rule::theme_template, {file, line_of_fragment(source, message), 0},
                    "the template engine refuses it: " + shorten(collapse_spaces(message), 160),
                    "well-formed HTML in which every value stands in text or in a quoted attribute");
  }
}

std::string Theme::render(std::string_view template_file, const View& view) const {
  std::string page;
  cache_->ExpandWithData(ctemplate::TemplateString(template_file.data(), template_file.size()), strip, view.dictionary_,
                         nullptr, &page);
  return page;
}

}  // namespace hindsight
