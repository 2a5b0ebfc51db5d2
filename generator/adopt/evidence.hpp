#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/proposal.hpp"

namespace hindsight {

/// The lines of a file, to quote from.
class SourceLines {
 public:
  explicit SourceLines(std::string_view text);

  /// Evidence for a value read at about `line`: the line there, or soon behind, that has `words`; of a long line what
  /// stands around them. Without words, the first line that says something.
  Evidence quote(int line, std::string_view words, std::string_view rule, Confidence confidence) const;

  /// The line of words that were read at about `line`. A <br> ends a line of a block's text and none of the source, so
  /// what stands behind one in its paragraph seems to be further down than it is.
  int place(int line, std::string_view words) const;

 private:
  std::string_view line(int number) const;

  std::vector<std::string_view> lines_;
  bool has_breaks_;
};

}  // namespace hindsight
