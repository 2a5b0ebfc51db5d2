#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hindsight {

struct TemplateProblem {
  int line = 0;
  std::string found;
  std::string wanted;
};

/// Looks for what people get wrong in a template: markers that do not close, names with odd characters, sections that
/// do not match. The template engine finds the rest, but says no line.
std::optional<TemplateProblem> check_template(std::string_view text);

}  // namespace hindsight
