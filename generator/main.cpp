#include <CLI/CLI.hpp>

#include "base/memory.hpp"
#include "cli/commands.hpp"
#include "cli/ending.hpp"

namespace {

/// Before all that is made before main, in libraries too, because that needs memory.
[[gnu::section(".preinit_array"), gnu::used]] void (*const speak_from_the_start)() = hindsight::speak_at_every_end;

}  // namespace

int main(int argc, char** argv) {
  hindsight::set_up_memory();
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
    return hindsight::finish(run());
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  } catch (...) {
    return hindsight::end_badly();
  }
}
