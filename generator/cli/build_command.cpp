#include <chrono>
#include <filesystem>
#include <iostream>
#include <memory>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "base/interrupt.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/progress.hpp"
#include "output/publisher.hpp"

namespace hindsight {
namespace {

struct Options {
  CommonOptions common;
  std::filesystem::path output;
  ReportFormat format = ReportFormat::text;
  bool quiet = false;
  bool timings = false;
  std::size_t memory_mb = 24;
};

/// "3 errors, 1 warning", without the hints, which only `check` lists.
std::string findings_text(const Diagnostics& diagnostics) {
  const auto count = [&](Level level) { return static_cast<long>(diagnostics.count(level)); };
  return counted(count(Level::error), "error") + ", " + counted(count(Level::warning), "warning");
}

int build_and_publish(const Options& given, const BuildOptions& options) {
  const auto began = std::chrono::steady_clock::now();
  Diagnostics diagnostics;
  ProgressLine line(std::cerr, !given.quiet && isatty(STDERR_FILENO) != 0);
  Passes passes([&](const Passes::Pass& pass) { line.show(pass); });
  Publisher publisher(options.output, options.root);
  const BuildSummary summary = build_site(
      options, [&](const std::string& path, const Pieces& bytes) { publisher.write(path, bytes); }, diagnostics,
      passes);
  passes.end();
  line.clear();
  print_report(std::cerr, diagnostics, given.format, wants_colour(), false);
  if (diagnostics.has_errors()) {
    std::cerr << "Nothing was published.\n";
    return 1;
  }
  passes.begin("publish", "files", summary.files);
  const PublishSummary published = publisher.commit();
  passes.end();
  if (given.timings) std::cout << timings_table(passes.all());
  if (given.quiet) return 0;
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  std::cout << fmt::format("{} -> {}: {} written, {} unchanged, {} removed; {}; {:.1f} s\n",
                           counted(static_cast<long>(summary.postmortems), "postmortem"), options.output.string(),
                           published.written, published.unchanged, published.removed, findings_text(diagnostics),
                           took.count())
            << std::flush;
  std::cout.clear();  // the site stands, whether or not someone listens
  return 0;
}

int build(const Options& given) {
  note_interrupts();
  try {
    BuildOptions options = resolve(given.common);
    options.output = given.output.empty() ? options.root / "site" : given.output;
    options.scratch = options.output.has_parent_path() ? options.output.parent_path() : std::filesystem::path(".");
    options.texts_in_memory = given.memory_mb << 20U;
    return build_and_publish(given, options);
  } catch (...) {
    std::cerr << "Nothing was published.\n";
    throw;
  }
}

}  // namespace

void add_build_command(CLI::App& app, Run& run) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("build", "generate the site; nothing is written if there is an error");
  add_common_options(*command, options->common);
  add_report_format(*command, options->format);
  command->add_option("-o,--output", options->output, "folder for the site (default: ROOT/site)")->type_name("DIR");
  command->add_option("--base-url", options->common.base_url, "the site's address, instead of site.yml's base_url")
      ->type_name("URL");
  command->add_flag("--full-index", options->common.build.full_search_index,
                    "publish search/lunr-index.json whatever its size");
  command
      ->add_option("--memory", options->memory_mb,
                   "MB of rendered postmortems that stay in memory; more wait in a file beside the site (default: 24)")
      ->check(CLI::Range(0, 1 << 20))
      ->type_name("MB");
  // Not in the help: tests of small sites cut what only large ones have.
  command->add_option("--search-part", options->common.build.postings_in_part)->group("")->check(CLI::PositiveNumber);
  command->add_flag("-q,--quiet", options->quiet, "print findings only");
  command->add_flag("--timings", options->timings, "print what each pass of the build took");
  command->callback([options, &run] { run = [options] { return build(*options); }; });
}

}  // namespace hindsight
