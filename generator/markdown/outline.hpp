#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/rich_text.hpp"

namespace hindsight {

/// A stretch of Block::text with a meaning of its own.
struct Span {
  enum class Kind { strong, link, code, struck };

  Kind kind = Kind::strong;
  std::size_t begin = 0;  ///< bytes of Block::text: [begin, end)
  std::size_t end = 0;
  std::string url;  ///< links: as written
};

/// A block of a Markdown document, for whoever reads meaning from its structure. Lives no longer than the reading.
struct Block {
  enum class Kind { heading, paragraph, list, item, table, row, cell, code, quote, html, rule };

  Kind kind = Kind::paragraph;
  int line = 0;                 ///< in the source file
  int level = 0;                ///< headings: as written, 1–6
  bool ordered = false;         ///< lists
  bool is_header = false;       ///< rows
  std::optional<bool> checked;  ///< items of task lists
  std::string info;             ///< code: what the fence says it is, "json"
  std::string text;             ///< plain text; line breaks are \n. Items: of their first paragraph
  std::vector<Span> spans;      ///< in `text`
  HtmlRange outer;              ///< in the article's HTML, tags included
  HtmlRange inner;              ///< without the block's own tags; items: of their first paragraph
  std::vector<Block> children;  ///< lists: items; items: blocks behind the first paragraph; tables: rows; rows: cells
};

/// The top-level blocks, in order.
using Outline = std::vector<Block>;

}  // namespace hindsight
