#pragma once

#include <filesystem>

#include "base/diagnostics.hpp"
#include "model/config.hpp"

namespace hindsight {

/// Reads site.yml in `root`; without one, the defaults.
SiteConfig read_site_config(const std::filesystem::path& root, Diagnostics& diagnostics);

}  // namespace hindsight
