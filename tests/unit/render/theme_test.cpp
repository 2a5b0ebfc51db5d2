#include "render/theme.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <unistd.h>

#include <doctest/doctest.h>

#include "base/files.hpp"

namespace fs = std::filesystem;

namespace hindsight {
namespace {

/// A theme folder with one template, gone with its test.
class ThemeFolder {
 public:
  ThemeFolder(const std::string& name, const std::string& text) {
    std::string pattern = (fs::temp_directory_path() / "hindsight-theme-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name) << text;
  }
  ~ThemeFolder() { fs::remove_all(path_); }
  ThemeFolder(const ThemeFolder&) = delete;
  ThemeFolder& operator=(const ThemeFolder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

Diagnostic problem_of(const std::string& text) {
  const ThemeFolder folder("templates/year.tpl", text);
  Diagnostics diagnostics;
  const Theme theme(folder.path(), diagnostics);
  REQUIRE(diagnostics.all().size() == 1);
  return diagnostics.all()[0];
}

std::string render(const std::string& text, const View& view) {
  const ThemeFolder folder("templates/test.tpl", text);
  Diagnostics diagnostics;
  const Theme theme(folder.path(), diagnostics);
  CHECK(diagnostics.all().empty());
  return theme.render("test.tpl", view);
}

}  // namespace

TEST_CASE("theme: the built-in templates are fine") {
  Diagnostics diagnostics;
  const Theme theme("/nowhere", diagnostics);
  CHECK(diagnostics.all().empty());
  CHECK(theme.templates().contains("page.tpl"));
  CHECK(theme.assets().contains("css/hindsight.css"));
}

TEST_CASE("theme: a user's file stands in place of the built-in one, and may add assets") {
  const ThemeFolder folder("css/custom.css", ":root { --accent: red; }");
  Diagnostics diagnostics;
  const Theme theme(folder.path(), diagnostics);
  CHECK(theme.assets().at("css/custom.css") == ":root { --accent: red; }");
  CHECK(theme.assets().contains("css/hindsight.css"));
}

TEST_CASE("theme: what is wrong with a template is reported with its line") {
  CHECK(problem_of("<p>\n{{#a}}x\n</p>").location.line == 2);
  CHECK(problem_of("<p>\n{{#a}}x{{/b}}\n</p>").location.line == 2);
  CHECK(problem_of("\n\n{{a b}}").location.line == 3);
  CHECK(problem_of("<p>\n\n{{title").location.line == 3);
  CHECK(problem_of("<p>ok</p>\n<p <<a href={{x}}\n").rule == Rule::theme_template);
}

TEST_CASE("templates: values are escaped for the place where they stand") {
  View view;
  view.set("text", "<b>\"'&").set("url", "javascript:alert(1)");
  CHECK(render("<a title=\"{{text}}\" href=\"{{url}}\">{{text}}</a>", view) ==
        "<a title=\"&lt;b&gt;&quot;&#39;&amp;\" href=\"#\">&lt;b&gt;&quot;&#39;&amp;</a>");
}

TEST_CASE("templates: data is never parsed as a template") {
  View view;
  view.set("text", "{{#secret}}{{>PART}}{{secret}}").set("secret", "s");
  CHECK(render("{{text}}", view) == "{{#secret}}{{&gt;PART}}{{secret}}");
}

TEST_CASE("templates: sections show once a view, and not at all without one") {
  View view;
  for (const char* name : {"a", "b"}) view.add("row").set("name", name);
  CHECK(render("{{#row}}({{name}}){{/row}}{{#other}}x{{/other}}", view) == "(a)(b)");
}

TEST_CASE("templates: only names that end in _html are printed unescaped, and all of them are") {
  Diagnostics diagnostics;
  const Theme theme("/nowhere", diagnostics);
  for (const auto& [file, text] : theme.templates()) {
    CAPTURE(file);
    std::size_t begin = 0;
    while ((begin = text.find("{{", begin)) != std::string::npos) {
      const std::size_t end = text.find("}}", begin);
      const std::string marker = text.substr(begin + 2, end - begin - 2);
      begin = end;
      if (marker.front() == '#' || marker.front() == '/' || marker.front() == '>') continue;
      CAPTURE(marker);
      const std::string name = marker.substr(0, marker.find(':'));
      CHECK(name.ends_with("_html") == marker.ends_with(":none"));
    }
  }
}

}  // namespace hindsight
