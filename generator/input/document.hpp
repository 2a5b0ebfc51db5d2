#pragma once

#include <optional>
#include <string_view>

#include "base/diagnostics.hpp"
#include "input/source.hpp"
#include "input/yaml.hpp"

namespace hindsight {

/// A postmortem's file, split: YAML front matter between two lines of ---, and the Markdown body below.
struct Document {
  std::optional<YamlValue> front_matter;  ///< a mapping, if the file has front matter that can be read
  std::string_view body;                  ///< a view into the source's text
  int body_line = 1;                      ///< the line of the file at which the body begins
};

/// Splits a file and reads its front matter. A front matter that can't be read is a diagnostic, and absent.
Document split_document(const SourceFile& source, Diagnostics& diagnostics);

}  // namespace hindsight
