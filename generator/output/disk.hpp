#pragma once

#include <ctime>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <sys/types.h>

#include "base/pieces.hpp"
#include "base/system.hpp"

/// What publishing asks of the disk. Functions throw Fatal unless they say otherwise.
namespace hindsight {

/// Makes a folder and those above it, as far as they are missing.
void make_folders(const std::filesystem::path& folder);

/// What is in a file, in brief.
struct Content {
  std::size_t bytes = 0;
  std::string hash;  ///< see ContentHash
};

Content content_of(const Pieces& pieces);

/// A folder that is written to: as it is open, the system need not look up its path for each file.
struct OpenFolder {
  std::filesystem::path path;
  Descriptor descriptor{-1};
};

OpenFolder open_folder(const std::filesystem::path& path);

/// Makes a file that must not exist yet, and the folders above it. `name` is its path below `folder`.
Content write_new_file(const OpenFolder& folder, const std::string& name, const Pieces& pieces);

/// Whether a regular file with this content stands at the path. Never throws: a file that can't be read is written
/// anew.
bool has_content(const std::filesystem::path& path, const Content& content);

/// Whether a regular file that its owner can read has this size and was last written before `time`. Never throws: what
/// can't be known is not older.
bool is_older(const std::filesystem::path& path, std::size_t bytes, const timespec& time);

/// When a file was last written; the beginning of time if nobody can say.
timespec time_of(const std::filesystem::path& path);

/// The same file under a second name; where the file system has no links, a copy with the same time.
void link_file(const std::filesystem::path& from, const std::filesystem::path& to);

/// Removes a folder with all that is in it, also where its owner made it read-only; never follows a link. `last` is the
/// entry that goes last: whatever is left when this is interrupted is still known by it. False, with errno, if
/// something stayed.
bool remove_folder(const std::filesystem::path& folder, std::string_view last);

/// Has everything written so far on the folder's file system on disk before it returns.
void sync_file_system(const std::filesystem::path& folder);

/// Has the names in a folder on disk before it returns. Best effort.
void sync_names(const std::filesystem::path& folder);

/// Which folder this is, whatever its name.
struct FolderIdentity {
  dev_t device = 0;
  ino_t number = 0;

  friend bool operator==(const FolderIdentity&, const FolderIdentity&) = default;
};

/// Nothing if nothing, or no folder, stands at the path itself.
std::optional<FolderIdentity> identify_folder(const std::filesystem::path& path);

}  // namespace hindsight
