#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "model/names.hpp"

namespace hindsight {

/// How sure a value is that was read from a document's text.
enum class Confidence {
  stated,    ///< the document says so: a label, a marked entry, a heading
  computed,  ///< it follows from what the document says
  guessed,   ///< words that usually mean it
};

template <>
struct Names<Confidence> {
  static constexpr std::array<std::string_view, 3> values = {"stated", "computed", "guessed"};
};

/// Where a value was read, and why.
struct Evidence {
  int line = 0;       ///< of the file
  std::string quote;  ///< stands on that line, to the letter
  std::string rule;   ///< what found it: "label", "timeline"
  Confidence confidence = Confidence::stated;
};

template <class Value>
struct Proposed {
  Value value;
  Evidence evidence;
};

using ProposedText = Proposed<std::string>;

/// What a document's body says of the incident, whatever its front matter states. A value of which the reader is not
/// sure enough is not here: a wrong value is worse than none.
struct Proposals {
  std::optional<ProposedText> title;
  std::optional<Proposed<Date>> date;
  /// By Milestone. A day or a zone that the document does not give stays open.
  std::array<std::optional<Proposed<WrittenTime>>, 5> times;
  std::optional<Proposed<seconds>> duration;  ///< as stated
  std::vector<ProposedText> authors;
  std::optional<ProposedText> severity;
  std::optional<ProposedText> status;
  std::vector<ProposedText> services;
  std::vector<ProposedText> triggers;     ///< in the document's words
  std::vector<ProposedText> root_causes;  ///< likewise
  std::vector<ProposedText> contributing_factors;
  std::optional<ProposedText> summary;      ///< as a label gives it, where no section does
  std::optional<ProposedText> impact;       ///< likewise
  std::optional<ProposedText> detected_by;  ///< a name of DetectedBy
};

}  // namespace hindsight
