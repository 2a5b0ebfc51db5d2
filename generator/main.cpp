#include <exception>
#include <iostream>

#include <CLI/CLI.hpp>

#include "base/fatal.hpp"
#include "cli/commands.hpp"
#include "cli/report.hpp"

/// Exit codes: 0 good, 1 content errors, 2 usage or environment, 3 a defect in Hindsight.
int main(int argc, char** argv) {
  CLI::App app("Hindsight turns a folder of postmortems into a static site.", "hindsight");
  app.set_version_flag("--version", HINDSIGHT_VERSION);
  app.require_subcommand(1);
  hindsight::Run run;
  hindsight::add_build_command(app, run);
  hindsight::add_check_command(app, run);
  hindsight::add_stats_command(app, run);
  hindsight::add_actions_command(app, run);
  hindsight::add_index_command(app, run);
  hindsight::add_adopt_command(app, run);
  try {
    app.parse(argc, argv);
    return run();
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  } catch (const hindsight::Fatal& error) {
    std::cerr << "hindsight: " << hindsight::safe_for_terminal(error.what()) << '\n';
    if (!error.hint.empty()) std::cerr << "    hint: " << hindsight::safe_for_terminal(error.hint) << '\n';
    return 2;
  } catch (const std::exception& error) {
    std::cerr << "hindsight: defect: " << hindsight::safe_for_terminal(error.what()) << "; please report it\n";
    return 3;
  }
}
