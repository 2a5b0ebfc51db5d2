#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/system.hpp"

namespace hindsight {

/// The whole content of a regular file. Links are not followed in the last component. Throws Fatal when it can't be
/// read, or grows or shrinks meanwhile.
std::string read_file(const std::filesystem::path& path);

/// A file's size, and its content unless there is too much of it.
struct SizedContent {
  std::uintmax_t size = 0;  ///< bytes
  std::optional<std::string> content;
};

/// The same of a file of at most so many bytes.
SizedContent read_file_up_to(const std::filesystem::path& path, std::uintmax_t most_bytes);

/// Size in bytes of a regular file; throws Fatal.
std::uintmax_t size_of_file(const std::filesystem::path& path);

/// What is below a folder: paths relative to it with / between parts, in byte order. Hidden files and folders (leading
/// ".") are left out.
struct FileTree {
  std::vector<std::string> files;    ///< regular files
  std::vector<FolderEntry> special;  ///< symbolic links (never followed), FIFOs, sockets, devices
};

/// Without the files and folders in `skip` (`folder` and what is below it). Throws Fatal.
FileTree list_tree(const std::filesystem::path& folder, const std::vector<std::filesystem::path>& skip = {});

/// The regular files of list_tree().
std::vector<std::string> list_files(const std::filesystem::path& folder);

/// Whether a regular file, no link, stands at the path. Throws Fatal if that can't be known.
bool regular_file_exists(const std::filesystem::path& path);

/// The same for what a site's authors may have put there. Throws Fatal if it is a link: it could lead anywhere.
bool own_file_exists(const std::filesystem::path& path);
bool own_folder_exists(const std::filesystem::path& path);

/// Whether a folder, or a link to one, stands at the path. Throws Fatal if that can't be known.
bool folder_exists(const std::filesystem::path& path);

/// `relative`, normalised, as seen from `folder` (both with / between parts): "a/b" and "../c" give "a/c". Empty when
/// it is absolute, holds a backslash or NUL, or climbs out of the root.
std::string resolve_inside(std::string_view folder, std::string_view relative);

/// What stands after the last "." of the file name, in lower case, without the dot; "" if nothing does.
std::string extension_of(std::string_view path);

/// The folder part of a path with / between parts; "" for a bare file name.
std::string_view folder_of(std::string_view path);

}  // namespace hindsight
