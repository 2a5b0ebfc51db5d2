#pragma once

#include <cstddef>
#include <ctime>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/pieces.hpp"
#include "base/system.hpp"
#include "output/disk.hpp"

namespace hindsight {

struct PublishSummary {
  std::size_t written = 0;
  std::size_t unchanged = 0;
  std::size_t removed = 0;
};

/// Puts a site in place as a whole. Files are written beside the output folder and exchanged with it in one step, so
/// that whoever looks sees the old site or the new one, whatever happens in between. Files whose bytes did not change
/// are linked over and keep their time. What an earlier build made and this one did not is gone afterwards; files that
/// no build made stay.
class Publisher {
 public:
  /// Takes the folder's lock and cleans up after builds that died. Throws Fatal if `output` holds files and was not
  /// made by Hindsight, if it is a link or holds `input`, or if another build is running.
  Publisher(const std::filesystem::path& output, const std::filesystem::path& input);

  /// Without commit() nothing has happened.
  ~Publisher();

  Publisher(const Publisher&) = delete;
  Publisher& operator=(const Publisher&) = delete;

  /// One file of the new site, by its path below the output folder. Safe to call from several threads.
  void write(const std::string& path, const Pieces& bytes);

  /// Puts the new site in place. Throws Fatal or Interrupted, with the old site untouched, if that can't be.
  PublishSummary commit();

 private:
  void take_lock();
  void clean_up();
  void read_manifest();
  void link_unchanged();
  std::vector<std::string> foreign_files(const std::filesystem::path& site) const;
  bool is_unchanged(const std::string& path, const std::string& old_hash, const Content& content) const;
  void write_manifest();
  void exchange();
  void tidy_up();
  void release();

  std::filesystem::path output_;
  std::filesystem::path staging_;
  OpenFolder new_site_;  ///< at `staging_`, until it is put in place
  std::filesystem::path aside_;
  std::filesystem::path lock_path_;
  Descriptor lock_{-1};
  bool made_staging_ = false;
  std::optional<FolderIdentity> old_site_;        ///< the output folder as the build found it
  std::map<std::string, std::string> old_files_;  ///< as the output folder's manifest lists them: path, hash
  timespec old_time_{};                           ///< of that manifest
  std::mutex mutex_;
  struct NewFile {
    std::string hash;
    bool changed = true;
  };
  std::map<std::string, NewFile> new_files_;
};

}  // namespace hindsight
