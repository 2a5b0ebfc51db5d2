#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <cmark-gfm.h>

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

struct NodeDeleter {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using Tree = std::unique_ptr<cmark_node, NodeDeleter>;

struct IteratorDeleter {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
using Iterator = std::unique_ptr<cmark_iter, IteratorDeleter>;

/// Parses with tables, strikethrough, task lists and footnotes; neighbouring text nodes are joined. The text must have
/// passed find_exceeded_limit().
Tree parse_markdown(std::string_view text);

/// What the node holds, or "".
std::string_view literal_of(cmark_node* node);

/// The text of the inlines below a node; line breaks are \n.
std::string plain_text_of(cmark_node* node);

}  // namespace hindsight
