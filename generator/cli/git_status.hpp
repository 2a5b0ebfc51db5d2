#pragma once

#include <filesystem>

namespace hindsight {

/// Whether a file of a git repository differs from what is committed, or is not in it yet. False outside of a
/// repository, and where there is no git. Runs `git status` for this one file.
bool has_uncommitted_changes(const std::filesystem::path& file);

}  // namespace hindsight
