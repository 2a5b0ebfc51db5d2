#pragma once

#include <string_view>

#include "base/diagnostics.hpp"
#include "markdown/markdown.hpp"
#include "model/config.hpp"
#include "model/postmortem.hpp"

namespace hindsight {

/// The text of a body, and the line of the file at which it begins.
struct SourceText {
  std::string_view text;
  int first_line = 1;
};

/// Completes what front matter stated with what the body says: title, summary, impact, how it was noticed and stopped,
/// timeline, milestones, action items. Front matter wins; a disagreement is a diagnostic. Whatever comes from the body
/// is marked as inferred, with the line it stands in. The body's HTML moves into the postmortem.
Postmortem adopt_body(Postmortem stated, Article article, const SourceText& source, const SiteConfig& config,
                      Diagnostics& diagnostics);

}  // namespace hindsight
