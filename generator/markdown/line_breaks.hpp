#pragma once

#include <string_view>
#include <vector>

namespace hindsight {

/// Tells line ends that mean something from line ends that an editor wrapped.
///
/// Markdown joins the lines of a paragraph. Old postmortems, though, are often pasted chat, alerts or "name | value"
/// lines, where each line is one statement. A line end is taken as meant when nothing in the document is wrapped (it
/// has lines of 200 bytes and more), or when the line stopped well before it had to: the next word would have fitted,
/// and no sentence ends there (people also write a sentence a line).
class LineBreaks {
 public:
  explicit LineBreaks(std::string_view source);

  /// Whether the end of line `number` (from 1) is meant as a line break.
  bool is_meant(int number) const;

 private:
  std::vector<std::string_view> lines_;
  std::size_t longest_ = 0;  ///< line of words outside code, in bytes
};

}  // namespace hindsight
