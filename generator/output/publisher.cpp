#include "output/publisher.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <vector>

#include "base/fatal.hpp"
#include "base/files.hpp"
#include "base/text.hpp"

// The steps of a build's end, each of which may be the last:
//   1. changed files are in <staging>            the old site stands; the next build removes <staging>
//   2. unchanged files are linked into <staging> the same
//   3. the manifest is in <staging>, all synced  the same
//   4. <staging> and <output> are exchanged      the new site stands; <staging> is the old one
//   5. <staging> is removed                      done

namespace fs = std::filesystem;

namespace hindsight {
namespace {

constexpr const char* manifest_name = ".hindsight-manifest";
constexpr std::string_view manifest_head = "Hindsight made the files below. It removes only what is listed here.\n";

[[noreturn]] void fail(const fs::path& path, const std::string& action, const std::string& hint = {}) {
  const std::string reason = std::strerror(errno);
  throw Fatal(path.string() + ": can't " + action + ": " + reason, hint);
}

void make_folders(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw Fatal(folder.string() + ": can't make the folder: " + error.message());
}

void write_file(const fs::path& path, std::string_view bytes) {
  make_folders(path.parent_path());
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
  if (file < 0) fail(path, "make the file");
  while (!bytes.empty()) {
    const ssize_t count = ::write(file, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      const int reason = errno;
      close(file);
      errno = reason;
      fail(path, "write the file", "the old site is untouched");
    }
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  if (close(file) != 0) fail(path, "write the file", "the old site is untouched");
}

bool has_same_bytes(const fs::path& path, std::string_view bytes) {
  std::error_code error;
  if (!regular_file_exists(path) || fs::file_size(path, error) != bytes.size() || error) return false;
  return read_file(path) == bytes;
}

/// The same file under a second name; where the file system has no links, a copy with the same time.
void link_file(const fs::path& from, const fs::path& to) {
  make_folders(to.parent_path());
  if (linkat(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), 0) == 0) return;
  std::error_code error;
  fs::copy(from, to, fs::copy_options::copy_symlinks, error);
  if (!error && !fs::is_symlink(to)) fs::last_write_time(to, fs::last_write_time(from), error);
  if (error) throw Fatal(to.string() + ": can't copy the file: " + error.message(), "the old site is untouched");
}

bool is_inside(const fs::path& path, const fs::path& folder) {
  const fs::path relative = path.lexically_relative(folder);
  return !relative.empty() && *relative.begin() != "..";
}

/// Removes a folder that we made. Its manifest goes last: whatever is left when this is interrupted is still known as
/// ours.
void remove_ours(const fs::path& folder, std::error_code& error) {
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().filename() != manifest_name) fs::remove_all(entry.path(), error);
    if (error) return;
  }
  if (!error) fs::remove_all(folder, error);
}

bool is_empty_folder(const fs::path& folder) {
  std::error_code error;
  return fs::is_empty(folder, error) && !error;
}

/// Resolves links, also of a folder that does not exist yet.
fs::path real_path(const fs::path& path) {
  std::error_code error;
  const fs::path real = fs::weakly_canonical(fs::absolute(path), error);
  if (error) throw Fatal(path.string() + ": can't find the folder: " + error.message());
  return real.has_filename() ? real : real.parent_path();
}

}  // namespace

Publisher::Publisher(const fs::path& output, const fs::path& input) : output_(real_path(output)) {
  if (!output_.has_parent_path() || output_ == output_.root_path() || is_inside(real_path(input), output_)) {
    throw Fatal(output_.string() + ": the output folder would hold the input", "choose another with -o");
  }
  const std::string name = output_.filename().string();
  staging_ = output_.parent_path() / ("." + name + ".new");
  lock_path_ = output_.parent_path() / ("." + name + ".lock");
  std::error_code error;
  const fs::file_status status = fs::symlink_status(output_, error);
  if (fs::exists(status) && !fs::is_directory(status))
    throw Fatal(output_.string() + ": not a folder", "choose another with -o");
  if (fs::exists(status) && !is_empty_folder(output_) && !regular_file_exists(output_ / manifest_name)) {
    throw Fatal(output_.string() + ": holds files and was not made by Hindsight",
                "remove the folder yourself if it is not needed, or choose another with -o");
  }
  make_folders(output_.parent_path());
  take_lock();
  clean_up();
  read_manifest();
}

Publisher::~Publisher() {
  std::error_code ignored;
  if (lock_ >= 0) {
    remove_ours(staging_, ignored);
    fs::remove(lock_path_, ignored);
    close(lock_);
  }
}

void Publisher::take_lock() {
  while (true) {
    lock_ = open(lock_path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (lock_ < 0) fail(lock_path_, "make the lock file", "the folder above the output must be writable");
    if (flock(lock_, LOCK_EX | LOCK_NB) != 0) {
      close(lock_);
      lock_ = -1;
      throw Fatal(output_.string() + ": another build is writing to this folder",
                  "wait for it, or choose another with -o");
    }
    // The build before removes its lock file as it ends; then this one locked a file that is no more.
    struct stat held {};
    struct stat named {};
    const bool is_current =
        fstat(lock_, &held) == 0 && stat(lock_path_.c_str(), &named) == 0 && held.st_ino == named.st_ino;
    if (is_current) return;
    close(lock_);
  }
}

/// What a killed build left: its staging folder, or the old site if it died after the exchange. Both have a manifest.
void Publisher::clean_up() {
  std::error_code error;
  const bool is_ours = regular_file_exists(staging_ / manifest_name) || is_empty_folder(staging_);
  if (fs::exists(fs::symlink_status(staging_, error)) && !is_ours) {
    throw Fatal(staging_.string() + ": is in the way and was not made by Hindsight", "move it away");
  }
  remove_ours(staging_, error);
  if (error && folder_exists(staging_))
    throw Fatal(staging_.string() + ": can't remove what an earlier build left: " + error.message());
  if (mkdir(staging_.c_str(), 0777) != 0)
    fail(staging_, "make the folder", "the folder above the output must be writable");
  write_file(staging_ / manifest_name, manifest_head);
}

void Publisher::read_manifest() {
  const fs::path path = output_ / manifest_name;
  if (!regular_file_exists(path)) return;
  const std::string text = read_file(path);
  for (const std::string_view line : split_lines(text)) {
    if (!line.empty() && !manifest_head.starts_with(line)) old_files_.emplace(line);
  }
}

void Publisher::write(const std::string& path, std::string_view bytes) {
  const bool changed = !(old_files_.contains(path) && has_same_bytes(output_ / path, bytes));
  if (changed) write_file(staging_ / path, bytes);
  const std::scoped_lock lock(mutex_);
  new_files_[path] = changed;
}

PublishSummary Publisher::commit() {
  PublishSummary summary;
  for (const auto& [path, changed] : new_files_) ++(changed ? summary.written : summary.unchanged);
  summary.removed = static_cast<std::size_t>(
      std::ranges::count_if(old_files_, [&](const std::string& path) { return !new_files_.contains(path); }));
  const bool nothing_to_do = summary.written == 0 && summary.removed == 0 && !old_files_.empty();
  if (nothing_to_do) return summary;
  link_unchanged();
  keep_foreign_files();
  write_manifest();
  exchange();
  return summary;
}

void Publisher::link_unchanged() {
  for (const auto& [path, changed] : new_files_) {
    if (!changed) link_file(output_ / path, staging_ / path);
  }
}

void Publisher::keep_foreign_files() {
  std::error_code error;
  if (!fs::exists(output_, error)) return;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(output_, error)) {
    const std::string path = entry.path().lexically_relative(output_).generic_string();
    const bool is_ours = path == manifest_name || old_files_.contains(path);
    if (is_ours || entry.is_directory(error)) continue;
    if (new_files_.contains(path)) {
      throw Fatal(entry.path().string() + ": exists and was not made by Hindsight", "move it away, then build again");
    }
    link_file(entry.path(), staging_ / path);
  }
}

void Publisher::write_manifest() {
  std::string text(manifest_head);
  for (const auto& [path, changed] : new_files_) text += path + "\n";
  const fs::path complete = staging_ / (std::string(manifest_name) + ".complete");
  write_file(complete, text);
  if (rename(complete.c_str(), (staging_ / manifest_name).c_str()) != 0) fail(complete, "rename the manifest");
  const int folder = open(staging_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool synced = folder >= 0 && syncfs(folder) == 0;
  if (!synced) fail(staging_, "write the site to disk", "the old site is untouched");
  close(folder);
}

void Publisher::exchange() {
  if (!folder_exists(output_)) {
    if (rename(staging_.c_str(), output_.c_str()) != 0) fail(output_, "put the site in place");
    return;
  }
  if (renameat2(AT_FDCWD, staging_.c_str(), AT_FDCWD, output_.c_str(), RENAME_EXCHANGE) == 0) return;
  if (errno != EINVAL && errno != ENOSYS) fail(output_, "put the site in place", "the old site is untouched");
  // A file system that can't exchange: two renames, with a moment between them in which there is no site.
  const fs::path old = staging_.string() + ".old";
  if (rename(output_.c_str(), old.c_str()) != 0) fail(output_, "move the old site aside", "the old site is untouched");
  if (rename(staging_.c_str(), output_.c_str()) != 0) {
    rename(old.c_str(), output_.c_str());
    fail(output_, "put the site in place", "the old site is back in its place");
  }
  std::error_code ignored;
  remove_ours(old, ignored);
}

}  // namespace hindsight
