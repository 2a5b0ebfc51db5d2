#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"

namespace hindsight {

enum class ReportFormat { text, github, gitlab, json, sarif };

/// Prints all findings. text: for people, grouped by file and counted (hints only counted, unless `with_hints`);
/// github: workflow commands, which annotate a pull request; gitlab: a Code Quality report, which annotates a merge
/// request; json: one object; sarif: for code scanning.
void print_report(std::ostream& out, const Diagnostics& diagnostics, ReportFormat format, bool colour,
                  bool with_hints = true);

/// `text` without anything a terminal or a log could take for a command: one line, no control characters, no overrides
/// of the writing direction.
std::string safe_for_terminal(std::string_view text);

}  // namespace hindsight
