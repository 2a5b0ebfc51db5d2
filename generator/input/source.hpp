#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "base/diagnostics.hpp"
#include "base/limits.hpp"

namespace hindsight {

/// A text file as the rest of the program sees it: valid UTF-8, \n line ends, no byte order mark, no control characters
/// but tab and \n, bidirectional controls made visible.
struct SourceFile {
  std::string name;  ///< below the site's root: what messages call it
  std::string text;
};

/// The one door for the bytes of content. Whatever is wrong with them is repaired and reported; a file over the limit
/// comes back empty, with an error. Throws Fatal if the file can't be read.
SourceFile read_source(const std::filesystem::path& path, const std::string& name, Diagnostics& diagnostics,
                       std::uintmax_t most_bytes = Limits().file_bytes);

/// The same for bytes that are at hand already, of any size.
SourceFile clean_source(std::string bytes, const std::string& name, Diagnostics& diagnostics);

}  // namespace hindsight
