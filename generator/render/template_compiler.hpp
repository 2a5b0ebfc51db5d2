#pragma once

#include <optional>
#include <string_view>

#include "render/markup_context.hpp"
#include "render/template.hpp"
#include "render/template_source.hpp"

namespace hindsight {

struct CompiledTemplate {
  Template result;
  std::optional<TemplateProblem> problem;  ///< the first one
};

/// Compiles a template and decides for each value how it is escaped: by the place where it stands. A value in a place
/// where no escaping makes it safe is a problem.
CompiledTemplate compile_template(std::string_view source, MarkupSyntax syntax);

}  // namespace hindsight
