#pragma once

#include <optional>
#include <string_view>

namespace hindsight {

/// The class of trigger that a phrase tells of: a name of the starter vocabulary such as "certificate-expiry".
std::optional<std::string_view> trigger_class(std::string_view phrase);

/// The class of root cause likewise: "configuration", "software".
std::optional<std::string_view> root_cause_class(std::string_view phrase);

/// Who noticed, as words tell it: a name of DetectedBy.
std::optional<std::string_view> detector_class(std::string_view phrase);

}  // namespace hindsight
