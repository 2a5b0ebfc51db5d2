#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace hindsight {

/// What a chosen command does; its result is the exit code: 0 good, 1 content errors.
using Run = std::function<int()>;

/// Each adds its command to the command line and sets `run` when it is chosen.
void add_build_command(CLI::App& app, Run& run);
void add_check_command(CLI::App& app, Run& run);
void add_stats_command(CLI::App& app, Run& run);
void add_actions_command(CLI::App& app, Run& run);
void add_index_command(CLI::App& app, Run& run);
void add_adopt_command(CLI::App& app, Run& run);

}  // namespace hindsight
