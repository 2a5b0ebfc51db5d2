#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "base/files.hpp"

/// Names of files, as authors choose them. Paths have / between parts.
namespace hindsight {

/// Why a path can't be used at all: "a control character"; nullopt if it can. Pages, addresses and data name files as
/// text, so a name has to be text.
std::optional<std::string> problem_of_name(std::string_view path);

/// Why another system can't hold a path: what Windows reserves or drops; nullopt if it can.
std::optional<std::string> portability_problem(std::string_view path);

/// Reports what list_tree() left out. `folder` stands before the paths: "content/" or "theme/".
void report_special_files(std::string_view folder, const std::vector<FolderEntry>& special, Diagnostics& diagnostics);

/// "a symbolic link", or what else is no file and no folder.
std::string_view kind_text(FileKind kind);

}  // namespace hindsight
