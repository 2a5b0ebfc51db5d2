#include "render/template_check.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/text.hpp"

namespace hindsight {
namespace {

struct OpenSection {
  std::string name;
  int line;
};

int line_at(std::string_view text, std::size_t offset) {
  return static_cast<int>(std::ranges::count(text.substr(0, offset), '\n')) + 1;
}

bool is_name(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) { return is_letter(c) || is_digit(c) || c == '_'; });
}

}  // namespace

std::optional<TemplateProblem> check_template(std::string_view text) {
  std::vector<OpenSection> open;
  std::size_t at = 0;
  while ((at = text.find("{{", at)) != std::string_view::npos) {
    const int line = line_at(text, at);
    const std::size_t end = text.find("}}", at);
    if (end == std::string_view::npos) return TemplateProblem{line, "{{ is not closed", "}}"};
    const std::string_view marker = text.substr(at + 2, end - at - 2);
    at = end + 2;
    const char sigil = marker.empty() ? '\0' : marker.front();
    if (sigil == '!' || sigil == '%') continue;
    const bool has_sigil = sigil == '#' || sigil == '/' || sigil == '>';
    const std::string_view name = marker.substr(has_sigil ? 1 : 0, marker.find(':') - (has_sigil ? 1 : 0));
    if (!is_name(name)) {
      return TemplateProblem{line, "\"{{" + shorten(marker, 40) + "}}\"", "a name of letters, digits and _"};
    }
    if (sigil == '#') open.push_back({std::string(name), line});
    if (sigil != '/') continue;
    if (open.empty() || open.back().name != name) {
      return TemplateProblem{line, "{{/" + std::string(name) + "}} closes nothing",
                             open.empty()
                                 ? "its {{#" + std::string(name) + "}} before"
                                 : "{{/" + open.back().name + "}}, opened in line " + std::to_string(open.back().line)};
    }
    open.pop_back();
  }
  if (open.empty()) return std::nullopt;
  return TemplateProblem{open.back().line, "{{#" + open.back().name + "}} is not closed",
                         "{{/" + open.back().name + "}}"};
}

}  // namespace hindsight
