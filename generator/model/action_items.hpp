#pragma once

#include <cstddef>
#include <vector>

#include "model/corpus.hpp"

namespace hindsight {

/// An action item and what can be said of it on `today`.
struct TrackedAction {
  std::size_t incident = 0;     ///< index into the corpus
  std::size_t item = 0;         ///< index into its action items
  std::optional<int> age_days;  ///< from opening (else the incident's end, else its start) to today or closing
  bool overdue = false;         ///< open, with a due date before today
};

/// What can be said of the item at `item` of `postmortem`, which is at `incident` in the corpus.
TrackedAction track_action(const Postmortem& postmortem, std::size_t incident, std::size_t item, Date today);

/// All action items of the corpus; duplicates of incidents are left out, because the other postmortem has them. Oldest
/// first; without an age last.
std::vector<TrackedAction> track_actions(const Corpus& corpus, Date today);

const ActionItem& item_of(const Corpus& corpus, const TrackedAction& action);

}  // namespace hindsight
