#pragma once

#include <string>

#include "build.hpp"
#include "cli/report.hpp"

namespace CLI {
class App;
}

namespace hindsight {

/// What `build` and `check` share.
struct CommonOptions {
  BuildOptions build;
  std::string today;
  std::string base_url;
  std::string edition = "internal";
  ReportFormat format = ReportFormat::text;
};

void add_common_options(CLI::App& command, CommonOptions& options);

/// Turns what the command line says into what a build wants. Throws Fatal for values that can't be right.
BuildOptions resolve(const CommonOptions& options);

/// The day that counts as today: as given, else SOURCE_DATE_EPOCH, else the clock. The only look at the clock.
Date find_today(const std::string& given);

/// Whether standard error is a terminal that shows colours, and nobody asked for none.
bool wants_colour();

}  // namespace hindsight
