#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/attachments.hpp"

namespace hindsight {

/// Judges files by their type: images, text, data and archives may be copied into a site; what a browser would run as a
/// page or script may not. `paths` are below `content`.
Attachments judge_attachments(const std::filesystem::path& content, const std::vector<std::string>& paths);

/// Whether an SVG image holds nothing but shapes and text: no script, no event attribute, no foreign content, no
/// address other than its own fragments.
bool is_harmless_svg(std::string_view svg);

}  // namespace hindsight
