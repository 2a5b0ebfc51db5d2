#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "adopt/document_clock.hpp"

namespace hindsight {

/// The severity as the document calls it: "SEV-1", "P2", "4", "critical". From a label, else from a sentence that
/// speaks of the severity itself, else from "SEV2" in the title.
std::optional<Said<std::string>> find_severity(const DocumentText& document);

}  // namespace hindsight
