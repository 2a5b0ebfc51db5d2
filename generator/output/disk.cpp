#include "output/disk.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <vector>

#include "base/fatal.hpp"
#include "base/hash.hpp"
#include "base/system.hpp"

namespace fs = std::filesystem;

namespace hindsight {
namespace {

void copy_instead(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::copy(from, to, fs::copy_options::copy_symlinks, error);
  if (!error && kind_of(to) == FileKind::regular) {
    const fs::file_time_type time = fs::last_write_time(from, error);
    if (!error) fs::last_write_time(to, time, error);
  }
  errno = error.value();
  if (error) fail(from, "take the file over to the new site");
}

/// Folders that their owner may not write can't be emptied by the owner either.
void allow_removal(const fs::path& folder) {
  for (const auto& [name, kind] : list_folder(folder, Links::refuse)) {
    if (kind == FileKind::folder) allow_removal(folder / name);
  }
  std::error_code ignored;
  fs::permissions(folder, fs::perms::owner_all, fs::perm_options::add | fs::perm_options::nofollow, ignored);
}

bool remove_contents(const fs::path& folder, std::string_view last) {
  std::error_code error;
  for (const FolderEntry& entry : list_folder(folder, Links::refuse)) {
    if (entry.name != last) fs::remove_all(folder / entry.name, error);
    if (error) break;
  }
  if (!error) fs::remove(folder / last, error);
  if (!error) fs::remove(folder, error);
  errno = error.value();
  return !error;
}

}  // namespace

void make_folders(const fs::path& folder) {
  const auto make = [&] { return uninterrupted([&] { return mkdir(folder.c_str(), 0777); }) == 0; };
  if (make()) return;
  if (errno == ENOENT && folder.has_relative_path()) {
    make_folders(folder.parent_path());
    if (make()) return;
  }
  if (errno != EEXIST) fail(folder, "make the folder");
  struct stat status {};
  if (uninterrupted([&] { return stat(folder.c_str(), &status); }) != 0) fail(folder, "find out what is there");
  errno = ENOTDIR;
  if (!S_ISDIR(status.st_mode)) fail(folder, "make the folder");
}

Content content_of(const Pieces& pieces) {
  ContentHash hash;
  std::size_t bytes = 0;
  pieces([&](std::string_view piece) {
    hash.add(piece);
    bytes += piece.size();
  });
  return {bytes, hash.text()};
}

OpenFolder open_folder(const fs::path& path) {
  OpenFolder folder{path, open_file(path, O_RDONLY | O_DIRECTORY)};
  if (!folder.descriptor.is_open()) fail(path, "open the folder");
  return folder;
}

Content write_new_file(const OpenFolder& folder, const std::string& name, const Pieces& pieces) {
  const auto make = [&] { return open_file_in(folder.descriptor, name, O_WRONLY | O_CREAT | O_EXCL, 0666); };
  Descriptor file = make();
  if (!file.is_open() && errno == ENOENT) {  // the first file of its folder
    make_folders((folder.path / name).parent_path());
    file = make();
  }
  if (!file.is_open()) fail(folder.path / name, "make the file");
  Content content = content_of([&](const Put& put) {
    pieces([&](std::string_view piece) {
      put(piece);
      if (!write_all(file, piece)) fail(folder.path / name, "write the file");
    });
  });
  if (!file.close()) fail(folder.path / name, "write the file");
  return content;
}

bool has_content(const fs::path& path, const Content& content) {
  const Descriptor file = open_file(path, O_RDONLY | O_NONBLOCK);
  struct stat status {};
  if (!file.is_open() || fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode)) return false;
  if (static_cast<std::size_t>(status.st_size) != content.bytes) return false;
  ContentHash hash;
  std::string buffer(std::min<std::size_t>(content.bytes, 1u << 16), '\0');
  for (std::size_t left = content.bytes; left > 0;) {
    const ssize_t count = uninterrupted([&] { return read(file.number(), buffer.data(), buffer.size()); });
    if (count <= 0 || static_cast<std::size_t>(count) > left) return false;
    hash.add(std::string_view(buffer.data(), static_cast<std::size_t>(count)));
    left -= static_cast<std::size_t>(count);
  }
  return hash.text() == content.hash;
}

bool is_older(const fs::path& path, std::size_t bytes, const timespec& time) {
  struct stat status {};
  if (lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode) || (status.st_mode & S_IRUSR) == 0) return false;
  if (static_cast<std::size_t>(status.st_size) != bytes) return false;
  const timespec& written = status.st_mtim;
  return written.tv_sec != time.tv_sec ? written.tv_sec < time.tv_sec : written.tv_nsec < time.tv_nsec;
}

timespec time_of(const fs::path& path) {
  struct stat status {};
  return lstat(path.c_str(), &status) == 0 ? status.st_mtim : timespec{};
}

void link_file(const fs::path& from, const fs::path& to) {
  const auto link = [&] { return linkat(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), 0) == 0; };
  if (link()) return;
  make_folders(to.parent_path());  // the first file of its folder, or links are not to be had here
  if (link()) return;
  copy_instead(from, to);
}

bool remove_folder(const fs::path& folder, std::string_view last) {
  try {
    if (kind_of(folder) != FileKind::folder || remove_contents(folder, last)) return true;
    allow_removal(folder);
    return remove_contents(folder, last);
  } catch (const Fatal&) {
    return false;
  }
}

void sync_file_system(const fs::path& folder) {
  const Descriptor descriptor = open_file(folder, O_RDONLY | O_DIRECTORY);
  const bool good = descriptor.is_open() && uninterrupted([&] { return syncfs(descriptor.number()); }) == 0;
  if (!good) fail(folder, "bring the site to disk");
}

void sync_names(const fs::path& folder) {
  const Descriptor descriptor = open_file(folder, O_RDONLY | O_DIRECTORY);
  if (descriptor.is_open()) uninterrupted([&] { return fsync(descriptor.number()); });
}

std::optional<FolderIdentity> identify_folder(const fs::path& path) {
  struct stat status {};
  if (lstat(path.c_str(), &status) == 0) {
    if (!S_ISDIR(status.st_mode)) return std::nullopt;
    return FolderIdentity{status.st_dev, status.st_ino};
  }
  if (errno != ENOENT) fail(path, "find out what is there");
  return std::nullopt;
}

}  // namespace hindsight
