#include "base/text_store.hpp"

#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/parallel.hpp"

namespace hindsight {

TEST_CASE("a text store keeps nothing as long as memory has room") {
  TextStore store(std::filesystem::temp_directory_path(), 10);
  CHECK_FALSE(store.store("ten bytes."));
  CHECK(store.store("one more"));
}

TEST_CASE("a text store without a folder, or with one that takes no file, leaves texts where they are") {
  CHECK_FALSE(TextStore({}, 0).store("text"));
  CHECK_FALSE(TextStore("/no/such/folder", 0).store("text"));
}

TEST_CASE("stored texts come back whole, in any order, on any thread") {
  TextStore store(std::filesystem::temp_directory_path(), 0);
  std::vector<std::string> texts;
  for (int i = 0; i < 500; ++i)
    texts.emplace_back(static_cast<std::size_t>(1 + i * 37 % 5000), static_cast<char>('a' + i % 26));
  const std::vector<std::optional<StoredText>> stored =
      parallel_map(texts, 4, [&](const std::string& text) { return store.store(text); });
  parallel_for(texts.size(), 4, [&](std::size_t i) {
    const std::size_t index = i * 7 % texts.size();
    if (stored[index]->view() != texts[index]) throw std::runtime_error("text " + std::to_string(index));
    if (stored[index]->view() != texts[index]) throw std::runtime_error("text once more " + std::to_string(index));
  });
}

TEST_CASE("a text of one store is not taken for that of another at the same place") {
  for (const std::string text : {"first", "other"}) {
    TextStore store(std::filesystem::temp_directory_path(), 0);
    CHECK(store.store(text)->view() == text);
  }
}

}  // namespace hindsight
