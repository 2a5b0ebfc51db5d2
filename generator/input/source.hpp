#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "base/diagnostics.hpp"

namespace hindsight {

/// The limit on a text file, in bytes.
inline constexpr std::uintmax_t largest_source = 4u << 20;

/// A text file as the rest of the program sees it: valid UTF-8, \n line ends, no byte order mark, no control characters
/// but tab and \n.
struct SourceFile {
  std::string name;  ///< below the site's root: what messages call it
  std::string text;
};

/// The one door for the bytes of content. Whatever is wrong with them is repaired and reported; a file over the limit
/// comes back empty, with an error. Throws Fatal if the file can't be read.
SourceFile read_source(const std::filesystem::path& path, const std::string& name, Diagnostics& diagnostics);

}  // namespace hindsight
