#pragma once

#include <cerrno>
#include <filesystem>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <vector>

/// System calls with the care they need: interrupted ones are repeated, failures are told with what to do about them.
namespace hindsight {

/// Throws Fatal about a call that failed just now, from errno: "PATH: can't ACTION: REASON", with a hint.
[[noreturn]] void fail(const std::filesystem::path& path, std::string_view action);

/// Makes a call again for as long as a signal interrupts it.
template <class Call>
auto uninterrupted(const Call& call) {
  auto result = call();
  while (result == -1 && errno == EINTR) result = call();
  return result;
}

/// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(other.release()) {}
  Descriptor& operator=(Descriptor&& other) noexcept;
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }

  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }

  /// Only now may it turn out that what was written does not fit the disk: false, and errno says why.
  bool close();

  /// Hands the number over to someone else who closes it.
  int release();

 private:
  int number_;
};

/// Opens without following a link in the last component. Not open, with errno, if that fails.
Descriptor open_file(const std::filesystem::path& path, int flags, mode_t mode = 0);

/// The same for a path below an open folder.
Descriptor open_file_in(const Descriptor& folder, const std::string& path, int flags, mode_t mode = 0);

/// False, with errno, if not all bytes could be written.
bool write_all(const Descriptor& file, std::string_view bytes);

/// What stands at a path itself: links are not followed.
enum class FileKind { nothing, regular, folder, link, other };

/// Throws Fatal if it can't be known: a folder without permission is no proof that a file does not exist.
FileKind kind_of(const std::filesystem::path& path);

struct FolderEntry {
  std::string name;
  FileKind kind = FileKind::other;
};

enum class Links { follow, refuse };

/// What a folder holds, hidden entries too, in no particular order. `links`: what becomes of a folder that is itself a
/// link. Throws Fatal.
std::vector<FolderEntry> list_folder(const std::filesystem::path& folder, Links links);

}  // namespace hindsight
