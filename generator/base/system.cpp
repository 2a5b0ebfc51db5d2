#include "base/system.hpp"

#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "base/fatal.hpp"

namespace fs = std::filesystem;

namespace hindsight {
namespace {

const char* hint_for(int reason) {
  switch (reason) {
    case ENOSPC:
    case EDQUOT: return "make room on that disk, then build again";
    case EACCES:
    case EPERM: return "the user who runs this lacks the permission";
    case EROFS: return "the file system is read-only";
    case EMFILE:
    case ENFILE: return "too many files are open: raise the limit (ulimit -n)";
    case EIO: return "the disk or the way to it failed; the system's log may say more";
    case ELOOP: return "symbolic links are not followed here: put the file or folder itself there";
    case ENAMETOOLONG: return "a shorter name is needed";
    case EXDEV: return "it lies on another volume or in a container's lower layer: remove it first, or choose another";
    case ENOMEM: return "free memory, or use fewer --jobs";
    default: return "";
  }
}

FileKind kind_of_mode(mode_t mode) {
  if (S_ISREG(mode)) return FileKind::regular;
  if (S_ISDIR(mode)) return FileKind::folder;
  return S_ISLNK(mode) ? FileKind::link : FileKind::other;
}

/// Not every file system tells what kind of file an entry is.
FileKind kind_of_entry(const fs::path& folder, const dirent& entry) {
  switch (entry.d_type) {
    case DT_REG: return FileKind::regular;
    case DT_DIR: return FileKind::folder;
    case DT_LNK: return FileKind::link;
    case DT_UNKNOWN: return kind_of(folder / entry.d_name);
    default: return FileKind::other;
  }
}

struct CloseStream {
  void operator()(DIR* stream) const { closedir(stream); }
};

}  // namespace

void fail(const fs::path& path, std::string_view action) {
  const int reason = errno;
  throw Fatal(path.string() + ": can't " + std::string(action) + ": " + std::strerror(reason), hint_for(reason));
}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  close();
  number_ = other.release();
  return *this;
}

int Descriptor::release() { return std::exchange(number_, -1); }

bool Descriptor::close() {
  if (!is_open()) return true;
  // Linux has let go of the descriptor even when a signal came in between; another try could close someone else's.
  return ::close(release()) == 0 || errno == EINTR;
}

Descriptor open_file(const fs::path& path, int flags, mode_t mode) {
  return Descriptor(uninterrupted([&] { return open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, mode); }));
}

Descriptor open_file_in(const Descriptor& folder, const std::string& path, int flags, mode_t mode) {
  return Descriptor(
      uninterrupted([&] { return openat(folder.number(), path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, mode); }));
}

bool write_all(const Descriptor& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = uninterrupted([&] { return write(file.number(), bytes.data(), bytes.size()); });
    if (count < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

FileKind kind_of(const fs::path& path) {
  struct stat status {};
  if (lstat(path.c_str(), &status) == 0) return kind_of_mode(status.st_mode);
  if (errno != ENOENT && errno != ENOTDIR) fail(path, "find out what is there");
  return FileKind::nothing;
}

std::vector<FolderEntry> list_folder(const fs::path& folder, Links links) {
  const int flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (links == Links::refuse ? O_NOFOLLOW : 0);
  Descriptor descriptor(uninterrupted([&] { return open(folder.c_str(), flags); }));
  if (!descriptor.is_open()) fail(folder, "read the folder");
  const std::unique_ptr<DIR, CloseStream> stream(fdopendir(descriptor.number()));
  if (!stream) fail(folder, "read the folder");
  descriptor.release();
  std::vector<FolderEntry> entries;
  while (true) {
    errno = 0;
    const dirent* entry = readdir(stream.get());
    if (entry == nullptr && errno != 0) fail(folder, "read the folder");
    if (entry == nullptr) return entries;
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") entries.push_back({std::string(name), kind_of_entry(folder, *entry)});
  }
}

}  // namespace hindsight
