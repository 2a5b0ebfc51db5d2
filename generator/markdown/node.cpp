#include "markdown/node.hpp"

#include <mutex>

#include <cmark-gfm-core-extensions.h>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "markdown/raw_html.hpp"

// The extensions library exports these without declaring them in a header.
extern "C" {
extern cmark_node_type CMARK_NODE_TABLE;
extern cmark_node_type CMARK_NODE_TABLE_ROW;
extern cmark_node_type CMARK_NODE_TABLE_CELL;
extern cmark_node_type CMARK_NODE_STRIKETHROUGH;
}

namespace hindsight {
namespace {

NodeKind extension_kind(cmark_node_type type) {
  if (type == CMARK_NODE_TABLE) return NodeKind::table;
  if (type == CMARK_NODE_TABLE_ROW) return NodeKind::row;
  if (type == CMARK_NODE_TABLE_CELL) return NodeKind::cell;
  if (type == CMARK_NODE_STRIKETHROUGH) return NodeKind::struck;
  return NodeKind::other;
}

/// For as long as a parser has it, the extension makes ~ special for all parsers, and not so at its end: two on
/// different threads disturb each other. So those that need it take turns; the others do without.
std::unique_lock<std::mutex> attach_strikethrough(cmark_parser* parser, std::string_view text) {
  static std::mutex turn;
  if (text.find('~') == std::string_view::npos) return {};
  cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("strikethrough"));
  return std::unique_lock(turn);
}

/// Notes are looked for in two walks over the whole tree. A reference needs a ^, which may be written as &Hat; as well.
int options_for(std::string_view text) {
  const bool may_have_notes = text.find('^') != std::string_view::npos || text.find('&') != std::string_view::npos;
  return may_have_notes ? CMARK_OPT_FOOTNOTES : CMARK_OPT_DEFAULT;
}

cmark_node* parse(std::string_view text) {
  static std::once_flag registered;
  std::call_once(registered, cmark_gfm_core_extensions_ensure_registered);
  // Never `autolink`: it reads before the buffer in this version. Bare addresses are linked on the tree.
  cmark_parser* parser = cmark_parser_new_with_mem(options_for(text), ParseMemory::allocator());
  for (const char* name : {"table", "tasklist"}) {
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
  }
  const std::unique_lock turn = attach_strikethrough(parser, text);
  cmark_parser_feed(parser, text.data(), text.size());
  return cmark_parser_finish(parser);
}

/// Character references (&#x1b;) bring back what was taken out of the file's bytes, and a footnote's reference that
/// goes over a line's end is cut within a character.
void clean_texts(cmark_node* root) {
  const Iterator iterator(cmark_iter_new(root));
  cmark_event_type event = CMARK_EVENT_NONE;
  while ((event = cmark_iter_next(iterator.get())) != CMARK_EVENT_DONE) {
    cmark_node* node = cmark_iter_get_node(iterator.get());
    if (event != CMARK_EVENT_ENTER || kind_of(node) != NodeKind::text) continue;
    const std::string_view literal = literal_of(node);
    const std::string clean = printable(repair_utf8(literal));
    if (clean != literal) cmark_node_set_literal(node, clean.c_str());
  }
}

}  // namespace

NodeKind kind_of(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  switch (type) {
    case CMARK_NODE_DOCUMENT: return NodeKind::document;
    case CMARK_NODE_BLOCK_QUOTE: return NodeKind::quote;
    case CMARK_NODE_LIST: return NodeKind::list;
    case CMARK_NODE_ITEM: return NodeKind::item;
    case CMARK_NODE_CODE_BLOCK: return NodeKind::code_block;
    case CMARK_NODE_HTML_BLOCK: return NodeKind::html_block;
    case CMARK_NODE_PARAGRAPH: return NodeKind::paragraph;
    case CMARK_NODE_HEADING: return NodeKind::heading;
    case CMARK_NODE_THEMATIC_BREAK: return NodeKind::rule;
    case CMARK_NODE_FOOTNOTE_DEFINITION: return NodeKind::footnote;
    case CMARK_NODE_TEXT: return NodeKind::text;
    case CMARK_NODE_SOFTBREAK: return NodeKind::soft_break;
    case CMARK_NODE_LINEBREAK: return NodeKind::line_break;
    case CMARK_NODE_CODE: return NodeKind::code;
    case CMARK_NODE_HTML_INLINE: return NodeKind::html;
    case CMARK_NODE_EMPH: return NodeKind::emphasis;
    case CMARK_NODE_STRONG: return NodeKind::strong;
    case CMARK_NODE_LINK: return NodeKind::link;
    case CMARK_NODE_IMAGE: return NodeKind::image;
    case CMARK_NODE_FOOTNOTE_REFERENCE: return NodeKind::footnote_reference;
    default: return extension_kind(type);
  }
}

Tree::Tree(std::string_view text) : root_(parse(text)) {
  if (text.find('&') != std::string_view::npos || text.find("[^") != std::string_view::npos) clean_texts(root_);
}

std::string_view literal_of(cmark_node* node) {
  const char* literal = cmark_node_get_literal(node);
  return literal == nullptr ? std::string_view() : std::string_view(literal);
}

std::string plain_text_of(cmark_node* node) {
  cmark_node* first = cmark_node_first_child(node);
  const bool is_one_text = first != nullptr && cmark_node_next(first) == nullptr && kind_of(first) == NodeKind::text;
  if (is_one_text) return replace_all(std::string(literal_of(first)), "\n\n", "\n");  // as most have it
  std::string text;
  const Iterator iterator(cmark_iter_new(node));
  cmark_event_type event = CMARK_EVENT_NONE;
  while ((event = cmark_iter_next(iterator.get())) != CMARK_EVENT_DONE) {
    if (event == CMARK_EVENT_EXIT) continue;
    cmark_node* part = cmark_iter_get_node(iterator.get());
    switch (kind_of(part)) {
      case NodeKind::text:
      case NodeKind::code: text += literal_of(part); break;
      case NodeKind::soft_break:
      case NodeKind::line_break: text += '\n'; break;
      case NodeKind::html:
        if (starts_with_ignoring_case(literal_of(part), "<br")) text += '\n';
        break;
      default: break;
    }
  }
  return replace_all(std::move(text), "\n\n", "\n");
}

}  // namespace hindsight
