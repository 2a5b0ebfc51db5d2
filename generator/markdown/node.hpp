#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <cmark-gfm.h>

#include "markdown/parse_memory.hpp"

namespace hindsight {

/// cmark's node types, its extensions' included, as one enumeration.
enum class NodeKind {
  document,
  quote,
  list,
  item,
  code_block,
  html_block,
  paragraph,
  heading,
  rule,
  table,
  row,
  cell,
  footnote,
  text,
  soft_break,
  line_break,
  code,
  html,
  emphasis,
  strong,
  struck,
  link,
  image,
  footnote_reference,
  other,
};

NodeKind kind_of(cmark_node* node);

/// A parsed text. Used and destroyed by the thread that made it.
class Tree {
 public:
  /// Parses with tables, strikethrough, task lists and footnotes; neighbouring text nodes are joined. The text must
  /// have passed find_exceeded_limit().
  explicit Tree(std::string_view text);

  cmark_node* root() const { return root_; }

 private:
  ParseMemory memory_;
  cmark_node* root_;
};

struct IteratorDeleter {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
using Iterator = std::unique_ptr<cmark_iter, IteratorDeleter>;

/// What the node holds, or "".
std::string_view literal_of(cmark_node* node);

/// The text of the inlines below a node; line breaks are \n.
std::string plain_text_of(cmark_node* node);

}  // namespace hindsight
