#include "base/files.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include "base/fatal.hpp"
#include "base/text.hpp"

namespace fs = std::filesystem;

namespace hindsight {
namespace {

/// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

[[noreturn]] void fail(const fs::path& path, const char* action) {
  throw Fatal(path.string() + ": can't " + action + ": " + std::strerror(errno));
}

void list_into(const fs::path& root, const fs::path& folder, const std::vector<fs::path>& skip,
               std::vector<std::string>& found) {
  std::error_code error;
  fs::directory_iterator entries(folder, error);
  if (error) throw Fatal(folder.string() + ": can't read the folder: " + error.message());
  for (const fs::directory_entry& entry : entries) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with('.')) continue;
    const fs::file_status status = entry.symlink_status(error);
    if (error) continue;  // gone since it was listed
    if (fs::is_regular_file(status)) {
      found.push_back(entry.path().lexically_relative(root).generic_string());
    } else if (fs::is_directory(status) && std::ranges::find(skip, entry.path()) == skip.end()) {
      list_into(root, entry.path(), skip, found);
    }
  }
}

}  // namespace

std::string read_file(const fs::path& path) {
  const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  struct stat status {};
  if (file.number() < 0 || fstat(file.number(), &status) != 0) fail(path, "open the file");
  if (!S_ISREG(status.st_mode)) throw Fatal(path.string() + ": not a regular file");
  std::string bytes;
  bytes.reserve(static_cast<std::size_t>(status.st_size));
  char buffer[65536];
  while (true) {
    const ssize_t count = read(file.number(), buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail(path, "read the file");
    if (count == 0) return bytes;
    bytes.append(buffer, static_cast<std::size_t>(count));
  }
}

std::uintmax_t size_of_file(const fs::path& path) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  if (error) throw Fatal(path.string() + ": can't read the file: " + error.message());
  return size;
}

std::vector<std::string> list_files(const fs::path& folder, const std::vector<fs::path>& skip) {
  std::vector<std::string> found;
  list_into(folder, folder, skip, found);
  std::ranges::sort(found);
  return found;
}

bool regular_file_exists(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(fs::symlink_status(path, error));
}

bool folder_exists(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(path, error);
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
