#pragma once

#include <span>
#include <string_view>

namespace hindsight {

/// A file that is part of the executable.
struct EmbeddedFile {
  std::string_view path;  ///< "theme/css/hindsight.css", "schema/site.schema.json"
  std::string_view content;
};

/// The built-in theme and the schemas, by path. Generated at build time from theme/ and schema/.
std::span<const EmbeddedFile> embedded_files();

}  // namespace hindsight
