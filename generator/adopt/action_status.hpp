#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/postmortem.hpp"

namespace hindsight {

/// The status that a cell or heading names: "Done", "TODO", "In progress", "won't fix", "✅". nullopt if it is something
/// else.
std::optional<ActionStatus> status_named(std::string_view words);

/// A status marked in the text of an item, and the text without the mark: "Add alerts **DONE**", "(already completed)
/// …", "… - done in https://…". Emphasis does not matter.
struct MarkedStatus {
  std::optional<ActionStatus> status;
  std::string text;
  std::string mark;  ///< the words that say so
};

MarkedStatus take_status(std::string_view text);

/// The type that a cell or heading names: "prevent", "Mitigation", "detective".
std::optional<ActionType> type_named(std::string_view words);

}  // namespace hindsight
