// theme/README.md lists the names each template gets; a theme of one's own relies on them. UPDATE_EXPECTED=1 writes the
// list.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include <doctest/doctest.h>

#include "base/files.hpp"
#include "base/text.hpp"

namespace hindsight {
namespace {

const std::string root = REPOSITORY;

struct Names {
  std::set<std::string> values;
  std::set<std::string> sections;
  std::set<std::string> parts;
};

Names names_in(const std::string& text) {
  Names names;
  std::size_t begin = 0;
  while ((begin = text.find("{{", begin)) != std::string::npos) {
    const std::size_t end = text.find("}}", begin);
    std::string name = text.substr(begin + 2, end - begin - 2);
    begin = end;
    name = name.substr(0, name.find(':'));
    if (name.front() == '#') {
      names.sections.insert(name.substr(1));
    } else if (name.front() == '>') {
      names.parts.insert(name.substr(1));
    } else if (name.front() != '/' && name.front() != '!') {
      names.values.insert(name);
    }
  }
  return names;
}

std::string listed(const std::set<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "`" : ", `") + name + "`";
  return text.empty() ? "–" : text;
}

std::map<std::string, Names> templates() {
  std::map<std::string, Names> found;
  for (const std::string& name : list_files(root + "/theme/templates")) {
    found[name] = names_in(read_file(root + "/theme/templates/" + name));
  }
  return found;
}

std::string code_of_pages() {
  std::string code;
  for (const std::string& name : list_files(root + "/generator/pages"))
    code += read_file(root + "/generator/pages/" + name);
  return code;
}

}  // namespace

TEST_CASE("theme: README.md lists the names of every template") {
  const std::string marker = "<!-- generated below this line -->\n";
  const std::string old = read_file(root + "/theme/README.md");
  std::string wanted = old.substr(0, old.find(marker)) + marker;
  for (const auto& [name, names] : templates()) {
    wanted +=
        "\n### " + name + "\n\n- values: " + listed(names.values) + "\n- sections: " + listed(names.sections) + "\n";
    if (!names.parts.empty()) wanted += "- templates inside: " + listed(names.parts) + "\n";
  }
  if (std::getenv("UPDATE_EXPECTED") != nullptr) {
    std::ofstream(root + "/theme/README.md") << wanted;
  } else {
    CHECK_MESSAGE(old == wanted, "theme/README.md is not up to date: UPDATE_EXPECTED=1 ./dev test");
  }
}

TEST_CASE("theme: every name in a template is one that the pages set") {
  const std::string code = code_of_pages();
  const auto is_set = [&](std::string name) {
    if (code.find("\"" + name + "\"") != std::string::npos) return true;
    // set_if("x", …) shows has_x.
    return name.starts_with("has_") && code.find("_if(\"" + name.substr(4) + "\"") != std::string::npos;
  };
  for (const auto& [file, names] : templates()) {
    CAPTURE(file);
    for (const auto* kind : {&names.values, &names.sections, &names.parts}) {
      for (const std::string& name : *kind) {
        CAPTURE(name);
        CHECK(is_set(name));
      }
    }
  }
}

TEST_CASE("theme: every name that the pages set is in some template") {
  const std::string code = code_of_pages();
  std::set<std::string> known;
  for (const auto& [file, names] : templates()) {
    known.insert(names.values.begin(), names.values.end());
    known.insert(names.sections.begin(), names.sections.end());
  }
  for (const std::string call : {".set(\"", ".set_html(\"", ".show(\"", ".set_if(\"", ".set_html_if(\""}) {
    std::size_t at = 0;
    while ((at = code.find(call, at)) != std::string::npos) {
      at += call.size();
      const std::string name = code.substr(at, code.find('"', at) - at);
      CAPTURE(call);
      CAPTURE(name);
      CHECK(known.contains(name));
    }
  }
}

}  // namespace hindsight
