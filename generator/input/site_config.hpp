#pragma once

#include <filesystem>

#include "base/diagnostics.hpp"
#include "input/source.hpp"
#include "model/config.hpp"

namespace hindsight {

/// Reads site.yml in `root`; without one, the defaults.
SiteConfig read_site_config(const std::filesystem::path& root, Diagnostics& diagnostics);

/// The same from a text that is at hand already.
SiteConfig parse_site_config(const SourceFile& source, Diagnostics& diagnostics);

}  // namespace hindsight
