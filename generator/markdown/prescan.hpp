#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hindsight {

/// A text that cmark-gfm 0.29.0.gfm.6 would take minutes or gigabytes for.
struct LimitExceeded {
  int line = 0;  ///< of the text, from 1; 0: the text as a whole
  std::string found;
  std::string wanted;
};

/// Looks, in one pass, for the constructs on which the parser is quadratic or aborts: it can't be stopped once it runs.
/// nullopt for a text that is safe to parse.
std::optional<LimitExceeded> find_exceeded_limit(std::string_view text);

}  // namespace hindsight
