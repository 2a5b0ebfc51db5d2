#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/common.hpp"

namespace hindsight {
namespace {

struct Options {
  CommonOptions common;
  ReportFormat format = ReportFormat::text;
};

int check(const Options& given) {
  BuildOptions options = resolve(given.common);
  options.output = options.root / "site";
  Diagnostics diagnostics;
  Passes passes;  // for nobody to see
  const BuildSummary summary = build_site(options, nullptr, diagnostics, passes);
  print_report(std::cout, diagnostics, given.format, wants_colour());
  if (given.format == ReportFormat::text) {
    std::cout << counted(static_cast<long>(summary.postmortems), "postmortem")
              << (diagnostics.all().empty() ? " checked, no findings\n" : " checked\n");
  }
  return diagnostics.has_errors() ? 1 : 0;
}

}  // namespace

void add_check_command(CLI::App& app, Run& run) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("check", "report everything that is wrong, with its line; write nothing");
  add_common_options(*command, options->common);
  add_report_format(*command, options->format);
  command->callback([options, &run] { run = [options] { return check(*options); }; });
}

}  // namespace hindsight
