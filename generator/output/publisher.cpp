#include "output/publisher.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <vector>

#include "base/fatal.hpp"
#include "base/files.hpp"
#include "base/hash.hpp"
#include "base/interrupt.hpp"
#include "base/system.hpp"
#include "base/text.hpp"

// The steps of a build's end, each of which may be the last:
//   1. changed files are in <staging>            the old site stands; the next build removes <staging>
//   2. unchanged files are linked into <staging> the same
//   3. the manifest is in <staging>, all on disk the same
//   4. <staging> and <output> are exchanged      the new site stands; <staging> is the old one
//   5. <staging> is removed                      done
// Where the file system can't exchange two folders, step 4 is two renames:
//   4a. <output> is renamed to <aside>           no site stands; the next build renames it back
//   4b. <staging> is renamed to <output>         the new site stands; <aside> is the old one
// All three lie in one folder, and nothing is ever removed there but real folders with our manifest in them.

namespace fs = std::filesystem;

namespace hindsight {
namespace {

constexpr const char* manifest_name = ".hindsight-manifest";
constexpr std::string_view manifest_head =
    "Hindsight made the files below. It removes only what is listed here. Each is behind a hash of its bytes.\n";

bool is_inside(const fs::path& path, const fs::path& folder) {
  const fs::path relative = path.lexically_relative(folder);
  return !relative.empty() && *relative.begin() != "..";
}

fs::path absolute_path(const fs::path& path) {
  std::error_code error;
  const fs::path absolute = fs::absolute(path, error).lexically_normal();
  errno = error.value();
  if (error) fail(path, "find the folder");
  return absolute.has_filename() ? absolute : absolute.parent_path();
}

/// Resolves links, also of a folder that does not exist yet.
fs::path real_path(const fs::path& path) {
  std::error_code error;
  fs::path real = fs::weakly_canonical(path, error);
  errno = error.value();
  if (error) fail(path, "find the folder");
  return real.has_filename() ? real : real.parent_path();
}

/// A link could lead a build that trusts the content's authors out of the folder it was meant for.
fs::path output_path(const fs::path& given) {
  const fs::path path = absolute_path(given);
  if (kind_of(path) == FileKind::link) {
    throw Fatal(path.string() + ": the output folder is a symbolic link", "give the folder that it leads to with -o");
  }
  return real_path(path);
}

void check_is_replaceable(const fs::path& output, FileKind kind) {
  if (kind == FileKind::nothing) return;
  if (kind != FileKind::folder) throw Fatal(output.string() + ": not a folder", "choose another with -o");
  if (!list_folder(output, Links::refuse).empty() && !regular_file_exists(output / manifest_name)) {
    throw Fatal(output.string() + ": holds files and was not made by Hindsight",
                "remove the folder yourself if it is not needed, or choose another with -o");
  }
  if (access(output.c_str(), W_OK) != 0) fail(output, "write to the folder");
  const auto own = identify_folder(output);
  const auto above = identify_folder(output.parent_path());
  if (own && above && own->device != above->device) {
    throw Fatal(output.string() + ": a mount point can't be exchanged for a new site",
                "give a folder inside it with -o");
  }
}

/// Removes a folder that a build left. Whatever else stands there is in the way, and stays.
void remove_leftover(const fs::path& folder) {
  const FileKind kind = kind_of(folder);
  if (kind == FileKind::nothing) return;
  const bool is_ours = kind == FileKind::folder &&
                       (regular_file_exists(folder / manifest_name) || list_folder(folder, Links::refuse).empty());
  if (!is_ours) throw Fatal(folder.string() + ": is in the way and was not made by Hindsight", "move it away");
  if (!remove_folder(folder, manifest_name)) fail(folder, "remove what an earlier build left");
}

}  // namespace

Publisher::Publisher(const fs::path& output, const fs::path& input) : output_(output_path(output)) {
  if (output_ == output_.root_path() || is_inside(real_path(absolute_path(input)), output_)) {
    throw Fatal(output_.string() + ": the output folder would hold the input", "choose another with -o");
  }
  const std::string name = output_.filename().string();
  staging_ = output_.parent_path() / ("." + name + ".new");
  aside_ = output_.parent_path() / ("." + name + ".old");
  lock_path_ = output_.parent_path() / ("." + name + ".lock");
  check_is_replaceable(output_, kind_of(output_));
  make_folders(output_.parent_path());
  take_lock();
  try {
    clean_up();
    old_site_ = identify_folder(output_);
    read_manifest();
  } catch (...) {
    release();
    throw;
  }
}

Publisher::~Publisher() { release(); }

void Publisher::release() {
  if (!lock_.is_open()) return;
  if (made_staging_) remove_folder(staging_, manifest_name);
  unlink(lock_path_.c_str());
  lock_.close();
}

void Publisher::take_lock() {
  while (true) {
    lock_ = open_file(lock_path_, O_RDWR | O_CREAT, 0666);
    if (!lock_.is_open()) fail(lock_path_, "make the lock file");
    if (uninterrupted([&] { return flock(lock_.number(), LOCK_EX | LOCK_NB); }) != 0) {
      const bool is_taken = errno == EWOULDBLOCK;
      lock_.close();
      if (!is_taken) fail(lock_path_, "lock the file");
      throw Fatal(output_.string() + ": another build is writing to this folder",
                  "wait for it, or choose another with -o");
    }
    // The build before removes its lock file as it ends; then this one locked a file that is no more.
    struct stat held {};
    struct stat named {};
    if (fstat(lock_.number(), &held) != 0) fail(lock_path_, "lock the file");
    if (stat(lock_path_.c_str(), &named) == 0 && held.st_ino == named.st_ino && held.st_dev == named.st_dev) return;
    lock_.close();
  }
}

/// What a killed build left: its staging folder, or the old site under either name.
void Publisher::clean_up() {
  const bool died_between_renames =
      kind_of(output_) == FileKind::nothing && regular_file_exists(aside_ / manifest_name);
  if (died_between_renames && rename(aside_.c_str(), output_.c_str()) != 0) fail(output_, "put the old site back");
  remove_leftover(aside_);
  remove_leftover(staging_);
  if (mkdir(staging_.c_str(), 0777) != 0) fail(staging_, "make the folder");
  made_staging_ = true;
  new_site_ = open_folder(staging_);
  write_new_file(new_site_, manifest_name, in_one_piece(manifest_head));
}

void Publisher::read_manifest() {
  const fs::path path = output_ / manifest_name;
  if (!regular_file_exists(path)) return;
  old_time_ = time_of(path);
  const std::string text = read_file(path);
  const bool has_hashes = text.starts_with(manifest_head);
  std::vector<std::string_view> lines = split_lines(text);
  if (!lines.empty() && lines.front().starts_with("Hindsight ")) lines.erase(lines.begin());
  for (const std::string_view line : lines) {
    const std::size_t end = has_hashes ? std::min(line.find(' '), line.size()) : 0;
    const std::string_view name = line.substr(std::min(end + (has_hashes ? 1 : 0), line.size()));
    if (!name.empty()) old_files_.emplace(name, line.substr(0, end));
  }
}

/// A file that is older than the manifest is as the manifest says; any other is read.
bool Publisher::is_unchanged(const std::string& path, const std::string& old_hash, const Content& content) const {
  if (!old_hash.empty() && old_hash != content.hash) return false;
  const bool is_listed = !old_hash.empty() && is_older(output_ / path, content.bytes, old_time_);
  return is_listed || has_content(output_ / path, content);
}

/// What the old site had is written only if it changed, so it is made once more to be written; the rest is made once.
void Publisher::write(const std::string& path, const Pieces& bytes) {
  const auto old = old_files_.find(path);
  const bool is_new = old == old_files_.end();
  Content content = is_new ? write_new_file(new_site_, path, bytes) : content_of(bytes);
  const bool changed = is_new || !is_unchanged(path, old->second, content);
  if (changed && !is_new) content = write_new_file(new_site_, path, bytes);
  const std::scoped_lock lock(mutex_);
  new_files_[path] = {content.hash, changed};
}

PublishSummary Publisher::commit() {
  PublishSummary summary;
  for (const auto& [path, file] : new_files_) ++(file.changed ? summary.written : summary.unchanged);
  summary.removed = static_cast<std::size_t>(
      std::ranges::count_if(old_files_, [&](const auto& old) { return !new_files_.contains(old.first); }));
  const bool nothing_to_do = summary.written == 0 && summary.removed == 0 && !old_files_.empty();
  if (nothing_to_do) return summary;
  link_unchanged();
  for (const std::string& path : foreign_files(output_)) {
    if (new_files_.contains(path)) {
      throw Fatal((output_ / path).string() + ": exists and was not made by Hindsight",
                  "move it away, then build again");
    }
    link_file(output_ / path, staging_ / path);
  }
  write_manifest();
  sync_file_system(staging_);
  check_interrupt();
  exchange();
  tidy_up();
  return summary;
}

void Publisher::link_unchanged() {
  for (const auto& [path, file] : new_files_) {
    check_interrupt();
    if (!file.changed) link_file(output_ / path, staging_ / path);
  }
}

std::vector<std::string> Publisher::foreign_files(const fs::path& site) const {
  std::vector<std::string> found;
  if (!old_site_) return found;
  std::vector<std::string> folders = {""};
  while (!folders.empty()) {
    const std::string folder = std::move(folders.back());
    folders.pop_back();
    for (const auto& [name, kind] : list_folder(site / folder, Links::refuse)) {
      std::string path = folder + name;
      if (kind == FileKind::folder) {
        folders.push_back(path + "/");
      } else if (path != manifest_name && !old_files_.contains(path)) {
        found.push_back(std::move(path));
      }
    }
  }
  return found;
}

void Publisher::write_manifest() {
  std::string text(manifest_head);
  for (const auto& [path, file] : new_files_) text += file.hash + " " + path + "\n";
  const std::string name = std::string(manifest_name) + ".complete";
  write_new_file(new_site_, name, in_one_piece(text));
  const fs::path complete = staging_ / name;
  if (rename(complete.c_str(), (staging_ / manifest_name).c_str()) != 0) fail(complete, "rename the manifest");
}

void Publisher::exchange() {
  if (identify_folder(output_) != old_site_) {
    throw Fatal(output_.string() + ": was replaced while the site was built", "find out by whom, then build again");
  }
  if (!old_site_) {
    if (rename(staging_.c_str(), output_.c_str()) != 0) fail(output_, "put the site in place");
    return;
  }
  if (renameat2(AT_FDCWD, staging_.c_str(), AT_FDCWD, output_.c_str(), RENAME_EXCHANGE) == 0) return;
  if (errno != EINVAL && errno != ENOSYS) fail(output_, "put the site in place");
  if (rename(output_.c_str(), aside_.c_str()) != 0) fail(output_, "move the old site aside");
  if (rename(staging_.c_str(), output_.c_str()) == 0) return;
  const int reason = errno;
  const bool is_back = rename(aside_.c_str(), output_.c_str()) == 0;
  errno = reason;
  fail(output_,
       is_back ? "put the site in place" : "put the site in place, nor the old one back (the next build will)");
}

/// The new site stands: nothing that goes wrong from here on makes the build fail. What stays is removed by the next.
void Publisher::tidy_up() {
  made_staging_ = false;
  sync_names(output_.parent_path());
  try {
    for (const fs::path& old : {staging_, aside_}) {
      if (!old_site_ || identify_folder(old) != old_site_) continue;
      // What others put into the old site in its last moments.
      for (const std::string& path : foreign_files(old)) {
        if (kind_of(output_ / path) == FileKind::nothing) link_file(old / path, output_ / path);
      }
      remove_folder(old, manifest_name);
    }
  } catch (const Fatal&) {
    return;
  }
}

}  // namespace hindsight
