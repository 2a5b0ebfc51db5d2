#pragma once

#include <string_view>

#include "base/diagnostics.hpp"
#include "markdown/markdown.hpp"
#include "model/config.hpp"
#include "model/postmortem.hpp"

namespace hindsight {

/// How much to look for: what front matter does not state, which is all that a page needs, or everything, to compare.
enum class Scope { missing, everything };

/// A postmortem, and what its body says, whoever stated it before.
struct Adopted {
  Postmortem postmortem;
  Proposals proposals;
};

/// Completes what front matter stated, in `postmortem`, with what the body says: title, summary, impact, how it was
/// noticed and stopped, timeline, milestones, action items. Front matter wins; a disagreement is a diagnostic. Whatever
/// comes from the body is marked as inferred, with the line it stands in. `source` is the whole file, to quote from.
/// The body's HTML moves into the postmortem.
Adopted adopt_body(Postmortem postmortem, Article article, std::string_view source, const SiteConfig& config,
                   Scope scope, Diagnostics& diagnostics);

}  // namespace hindsight
