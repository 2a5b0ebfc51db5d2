#pragma once

#include <string>

#include "base/diagnostics.hpp"
#include "input/document.hpp"
#include "model/config.hpp"
#include "model/postmortem.hpp"

namespace hindsight {

/// What the front matter states; everything else is left empty for the body to tell. `path` is the document's path
/// below the content folder, `file` what messages call it.
Postmortem read_front_matter(const Document& document, const std::string& path, const std::string& file,
                             const SiteConfig& config, Diagnostics& diagnostics);

/// The permalink of a document that states none: its file name without extension, or its folder's if the file name says
/// nothing (index, readme, postmortem); characters that have no place in an address become "-".
std::string default_id(std::string_view path);

}  // namespace hindsight
