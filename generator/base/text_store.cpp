#include "base/text_store.hpp"

#include <fcntl.h>
#include <string>
#include <unistd.h>
#include <utility>

namespace hindsight {
namespace {

std::atomic<std::uint64_t> next_id = 1;

/// Moves `move(done)` bytes on until all are done; false, with errno, if it stops before.
template <class Move>
bool move_all(std::size_t size, const Move& move) {
  for (std::size_t done = 0; done < size;) {
    const ssize_t count = uninterrupted([&] { return move(done); });
    if (count <= 0) return false;
    done += static_cast<std::size_t>(count);
  }
  return true;
}

}  // namespace

TextStore::TextStore(std::filesystem::path folder, std::size_t in_memory)
    : folder_(std::move(folder)), in_memory_(in_memory), id_(next_id++) {}

bool TextStore::open() {
  std::call_once(opened_, [&] {
    if (!folder_.empty()) file_ = open_file(folder_, O_TMPFILE | O_RDWR, 0600);
  });
  return file_.is_open();
}

std::optional<StoredText> TextStore::store(std::string_view text) {
  if ((kept_ += text.size()) <= in_memory_ || is_full_ || !open()) return std::nullopt;
  const std::uint64_t begin = end_.fetch_add(text.size());
  const bool is_written = move_all(text.size(), [&](std::size_t done) {
    return pwrite(file_.number(), text.data() + done, text.size() - done, static_cast<off_t>(begin + done));
  });
  if (!is_written) is_full_ = true;
  return is_written ? std::optional(StoredText(*this, begin, text.size())) : std::nullopt;
}

std::string_view StoredText::view() const {
  struct Last {
    std::uint64_t store = 0;
    std::uint64_t offset = 0;
    std::string text;
  };
  thread_local Last last;
  if (last.store == store_->id_ && last.offset == offset_ && last.text.size() == size_) return last.text;
  last.store = 0;
  last.text.resize(size_);
  const bool is_read = move_all(size_, [&](std::size_t done) {
    return pread(store_->file_.number(), last.text.data() + done, size_ - done, static_cast<off_t>(offset_ + done));
  });
  if (!is_read) fail(store_->folder_, "read back the texts that wait in a file there");
  last.store = store_->id_;
  last.offset = offset_;
  return last.text;
}

}  // namespace hindsight
