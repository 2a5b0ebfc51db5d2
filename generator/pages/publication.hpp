#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/pieces.hpp"
#include "model/attachments.hpp"
#include "model/site.hpp"
#include "pages/routes.hpp"
#include "pages/search_documents.hpp"
#include "render/chart/scatter.hpp"
#include "render/theme.hpp"

namespace hindsight {

/// What the scatter plots of a site share: their axes, so that pictures compare, and the grey dots behind a group's.
struct ChartFrames {
  std::optional<ScatterFrame> detect;   ///< none if no incident has a time to detect
  std::optional<ScatterFrame> resolve;  ///< likewise
  std::string resolve_background;
};

/// What every page is made from. Const from here on.
struct Publication {
  const Site& site;
  const Attachments& attachments;
  const Theme& theme;
  Edition edition = Edition::internal;
  std::map<std::string, std::string, std::less<>> asset_paths;  ///< theme file to output file
  ChartFrames frames;
  const SiteSearch& search;
};

/// An output file that is still to be made, as a whole or in pieces. It may be made on any thread.
struct Page {
  std::string path;
  std::function<std::string()> make = {};
  Pieces pieces = {};           ///< if there is no `make`
  bool reads_postings = false;  ///< of the search index: such pages are made first, and then the postings go
  bool is_written = false;      ///< while the index was made
};

}  // namespace hindsight
