#include "render/theme.hpp"

#include "base/files.hpp"
#include "base/names.hpp"
#include "render/embedded.hpp"
#include "render/template_compiler.hpp"
#include "render/view_data.hpp"

namespace fs = std::filesystem;

namespace hindsight {
namespace {

constexpr std::size_t least_reserve = 1024;  ///< for templates inside and what escaping adds

}  // namespace

Theme::Theme(const fs::path& folder, Diagnostics& diagnostics) {
  read_files(folder, diagnostics);
  compile(folder, diagnostics);
}

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
    // Feeds and maps are XML, all else is HTML.
    const MarkupSyntax syntax = name.ends_with(".xml.tpl") ? MarkupSyntax::xml : MarkupSyntax::html;
    CompiledTemplate compiled = compile_template(source, syntax);
    if (compiled.problem) {
      TemplateProblem& problem = *compiled.problem;
      const std::string file = (folder.filename() / "templates" / name).generic_string();
      diagnostics.add(Rule::theme_template, {file, problem.line, 0}, std::move(problem.found),
                      std::move(problem.wanted));
    } else {
      compiled_.emplace(Name(name).id(), std::move(compiled.result));
    }
  }
}

std::string Theme::render(Name template_file, const View& view) const {
  const auto found = compiled_.find(template_file.id());
  if (found == compiled_.end()) return {};
  TextBuffer page;
  page.reserve(view.data().page->text_size + found->second.text.size() + least_reserve);
  render_template(found->second, view.data(), compiled_, page);
  return page.take();
}

}  // namespace hindsight
