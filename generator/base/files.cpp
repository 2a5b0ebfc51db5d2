#include "base/files.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <limits>
#include <span>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "base/fatal.hpp"
#include "base/system.hpp"
#include "base/text.hpp"

namespace fs = std::filesystem;

namespace hindsight {
namespace {

void list_into(const fs::path& root, const std::string& below, const std::vector<fs::path>& skip, FileTree& found) {
  const bool is_root = below.empty();
  const std::vector<FolderEntry> entries =
      is_root ? list_folder(root, Links::follow) : list_folder(root / below, Links::refuse);
  for (const auto& [name, kind] : entries) {
    if (name.starts_with('.')) continue;
    std::string path = below;
    if (!is_root) path += '/';
    path += name;
    if (kind == FileKind::folder) {
      if (std::ranges::find(skip, root / path) == skip.end()) list_into(root, path, skip, found);
    } else if (kind == FileKind::regular) {
      found.files.push_back(path);
    } else if (kind != FileKind::nothing && std::ranges::find(skip, root / path) == skip.end()) {
      found.special.push_back({path, kind});  // nothing: gone since it was listed
    }
  }
}

/// Reads what there is room for, until it has `enough` bytes or the file ends; returns how much it read.
std::size_t read_into(const Descriptor& file, const fs::path& path, std::span<char> room, std::size_t enough) {
  std::size_t done = 0;
  ssize_t count = 0;
  do {
    count = uninterrupted([&] { return read(file.number(), &room[done], room.size() - done); });
    if (count < 0) fail(path, "read the file");
    done += static_cast<std::size_t>(count);
  } while (count > 0 && done < enough);
  return done;
}

bool is_own(const fs::path& path, FileKind wanted) {
  const FileKind kind = kind_of(path);
  if (kind == FileKind::link || kind == FileKind::other) {
    throw Fatal(path.string() + ": a link or special file, which is not followed",
                "put the file or folder itself there");
  }
  return kind == wanted;
}

}  // namespace

std::string read_file(const fs::path& path) {
  return *read_file_up_to(path, std::numeric_limits<std::uintmax_t>::max()).content;
}

SizedContent read_file_up_to(const fs::path& path, std::uintmax_t most_bytes) {
  const Descriptor file = open_file(path, O_RDONLY | O_NONBLOCK);
  struct stat status {};
  if (!file.is_open() || fstat(file.number(), &status) != 0) fail(path, "open the file");
  if (!S_ISREG(status.st_mode)) throw Fatal(path.string() + ": not a regular file");
  // One byte more than the file has: a file that grows for ever, like a log, must not be read for ever.
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size > most_bytes) return {size, std::nullopt};
  std::string bytes(size + 1, '\0');
  if (read_into(file, path, bytes, size) != size) {
    throw Fatal(path.string() + ": changed while it was read", "run this again when nothing writes to the file");
  }
  bytes.resize(size);
  return {size, std::move(bytes)};
}

std::uintmax_t size_of_file(const fs::path& path) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  errno = error.value();
  if (error) fail(path, "read the file");
  return size;
}

FileTree list_tree(const fs::path& folder, const std::vector<fs::path>& skip) {
  FileTree found;
  list_into(folder, "", skip, found);
  std::ranges::sort(found.files);
  std::ranges::sort(found.special, {}, &FolderEntry::name);
  return found;
}

std::vector<std::string> list_files(const fs::path& folder) { return list_tree(folder).files; }

bool regular_file_exists(const fs::path& path) { return kind_of(path) == FileKind::regular; }

bool own_file_exists(const fs::path& path) { return is_own(path, FileKind::regular); }
bool own_folder_exists(const fs::path& path) { return is_own(path, FileKind::folder); }

bool folder_exists(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  errno = error.value();
  if (status.type() == fs::file_type::none) fail(path, "find out what is there");
  return fs::is_directory(status);
}

std::string resolve_inside(std::string_view folder, std::string_view relative) {
  if (relative.starts_with('/') || relative.find_first_of(std::string_view("\\\0", 2)) != std::string_view::npos) {
    return {};
  }
  std::vector<std::string> parts;
  const std::string whole = std::string(folder) + "/" + std::string(relative);
  for (const std::string_view part : split(whole, '/')) {
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      parts.emplace_back(part);
    } else if (parts.empty()) {
      return {};
    } else {
      parts.pop_back();
    }
  }
  return join(parts, "/");
}

std::string extension_of(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string() : to_lower_ascii(name.substr(dot + 1));
}

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

}  // namespace hindsight
