#pragma once

#include <optional>
#include <string>

#include "build.hpp"
#include "cli/report.hpp"

namespace CLI {
class App;
}

namespace hindsight {

/// What all commands share.
struct CommonOptions {
  BuildOptions build;
  std::string today;
  std::string base_url;
  std::string edition = "internal";
};

void add_common_options(CLI::App& command, CommonOptions& options);

/// --format of findings, for `build` and `check`.
void add_report_format(CLI::App& command, ReportFormat& format);

/// The site of ROOT for commands that print figures; findings go to standard error. nullopt if there are errors: then
/// no figure is to be trusted, and the exit code is 1.
std::optional<Site> read_checked_site(const BuildOptions& options);

/// A day on the command line; throws Fatal if it is none. `option` is its name, for the message.
Date read_date(const std::string& option, const std::string& text);

/// Turns what the command line says into what a build wants. Throws Fatal for values that can't be right.
BuildOptions resolve(const CommonOptions& options);

/// The day that counts as today: as given, else SOURCE_DATE_EPOCH, else the clock. The only look at the clock.
Date find_today(const std::string& given);

/// Whether standard error is a terminal that shows colours, and nobody asked for none.
bool wants_colour();

}  // namespace hindsight
