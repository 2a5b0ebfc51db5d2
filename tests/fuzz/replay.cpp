// replay FOLDER…: gives a fuzz target each file below the folders once, in the fuzzer's place.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>

#include "base/files.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int count, char** arguments) try {
  std::size_t inputs = 0;
  for (int index = 1; index < count; ++index) {
    const std::filesystem::path folder = arguments[index];
    for (const std::string& path : hindsight::list_files(folder)) {
      const std::string bytes = hindsight::read_file(folder / path);
      LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
      ++inputs;
    }
  }
  std::printf("%zu inputs\n", inputs);
  return inputs == 0 ? 1 : 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "replay: %s\n", error.what());
  return 1;
}
