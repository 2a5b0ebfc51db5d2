#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace hindsight {

/// The environment is broken (a folder that can't be read, a full disk, a wrong option): the command ends with
/// exit code 2. Wrong content is never Fatal: it is a Diagnostic, and the rest of the corpus still gets checked.
struct Fatal : std::runtime_error {
  explicit Fatal(const std::string& message, std::string hint_text = {})
      : std::runtime_error(message), hint(std::move(hint_text)) {}

  std::string hint;  ///< what to do about it; may be empty
};

}  // namespace hindsight
