#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/stored_text.hpp"

namespace hindsight {

/// A piece of RichText::html, in bytes: [begin, end).
struct HtmlRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A relative link or image whose address depends on where the other pages and files are: RichText::html has an empty
/// href or src at `at`, which whoever prints the text fills in.
struct LinkSlot {
  enum class Kind { link, image };

  Kind kind = Kind::link;
  std::size_t at = 0;  ///< byte offset into RichText::html
  HtmlRange element;   ///< the whole element, opening tag to closing tag
  HtmlRange content;   ///< what stays when the target does not exist; for an image its text alternative, escaped
  std::string target;  ///< as written: relative path, #fragment, or both
  int line = 0;        ///< in the source file
  int column = 0;
};

struct Heading {
  int level = 2;     ///< 2–6, without gaps
  std::string id;    ///< unique in its document
  std::string text;  ///< plain text
};

/// Safe HTML (every element, attribute and URL checked) with its local links still open.
struct RichText {
  std::string html;
  std::optional<StoredText> stored;  ///< instead of `html`: see html_of()
  std::vector<LinkSlot> slots;       ///< by offset
  std::vector<Heading> headings;
};

/// The HTML, wherever it is; valid until the thread asks for that of another text.
inline std::string_view html_of(const RichText& text) { return text.stored ? text.stored->view() : text.html; }

}  // namespace hindsight
