#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hindsight {

/// What is wrong with a template, and where.
struct TemplateProblem {
  int line = 0;
  std::string found;
  std::string wanted;
};

/// A stretch of text, or a marker.
struct TemplatePiece {
  enum class Kind { text, value, markup, section, section_end, include };

  Kind kind = Kind::text;
  std::string_view text;   ///< of a marker: its name
  std::size_t offset = 0;  ///< where it begins in the template's text
};

/// The text of a template without the lines that only hold markers or nothing: blank lines go, and of a line with
/// nothing but one {{#section}}, {{/section}}, {{>TEMPLATE}} or {{!comment}} the white space and the line end.
class TemplateSource {
 public:
  explicit TemplateSource(std::string_view source);

  const std::string& text() const { return text_; }

  /// The line of the file in which the byte of text() at `offset` stands.
  int line_at(std::size_t offset) const;

 private:
  std::string text_;
  std::vector<std::pair<std::size_t, int>> lines_;  ///< of each that was kept: where it begins in text_, and its number
};

/// The pieces of a template, up to the first problem. Sections are closed in the order in which they were opened.
struct TemplatePieces {
  std::vector<TemplatePiece> pieces;
  std::optional<TemplateProblem> problem;
};

TemplatePieces read_template(const TemplateSource& source);

}  // namespace hindsight
