#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string_view>

#include "base/stored_text.hpp"
#include "base/system.hpp"

namespace hindsight {

/// Texts that are too many for memory wait in a file without a name, which goes with the process. Where no such file
/// can be had, or it takes no more, they stay in memory: a store can only help.
class TextStore {
 public:
  /// `folder`: where the file is made when it is needed. `in_memory`: bytes that need none.
  TextStore(std::filesystem::path folder, std::size_t in_memory);
  TextStore(const TextStore&) = delete;
  TextStore& operator=(const TextStore&) = delete;

  /// Puts a text into the file; nullopt: it must stay where it is. Safe to call from several threads at once.
  std::optional<StoredText> store(std::string_view text);

 private:
  friend class StoredText;

  bool open();

  std::filesystem::path folder_;
  std::size_t in_memory_;
  std::uint64_t id_;  ///< of this store among all of the process: addresses come again
  std::atomic<std::size_t> kept_ = 0;
  std::atomic<std::uint64_t> end_ = 0;
  std::atomic<bool> is_full_ = false;
  std::once_flag opened_;
  Descriptor file_{-1};
};

}  // namespace hindsight
