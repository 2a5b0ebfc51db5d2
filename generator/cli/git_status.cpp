#include "cli/git_status.hpp"

#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <spawn.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace hindsight {
namespace {

/// What a program prints; empty if it can't be run or fails.
std::string output_of(std::vector<std::string> command) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return {};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::vector<char*> arguments;
  for (std::string& part : command) arguments.push_back(part.data());
  arguments.push_back(nullptr);
  pid_t child = 0;
  const int failed = posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  std::string output;
  std::array<char, 4096> buffer{};
  ssize_t count = 0;
  while (failed == 0 && (count = read(ends[0], buffer.data(), buffer.size())) > 0)
    output.append(buffer.data(), static_cast<std::size_t>(count));
  close(ends[0]);
  int status = 0;
  if (failed != 0 || waitpid(child, &status, 0) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0) return {};
  return output;
}

}  // namespace

bool has_uncommitted_changes(const std::filesystem::path& file) {
  const std::filesystem::path absolute = std::filesystem::absolute(file);
  // A repository's own settings could name a program to run: only git's built-in check is wanted.
  return !output_of({"git", "-C", absolute.parent_path().string(), "--no-optional-locks", "-c", "core.fsmonitor=false",
                     "status", "--porcelain", "--", absolute.filename().string()})
              .empty();
}

}  // namespace hindsight
