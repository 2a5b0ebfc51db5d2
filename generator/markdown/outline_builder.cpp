#include "markdown/outline_builder.hpp"

#include <cmark-gfm-core-extensions.h>

#include "base/text.hpp"
#include "markdown/html_writer.hpp"

namespace hindsight {
namespace {

/// Builds blocks top-down. Recursion is bounded: find_exceeded_limit() refuses more than 100 containers in each other.
class Builder {
 public:
  explicit Builder(int first_line) : first_line_(first_line) {}

  std::vector<Block> children_of(cmark_node* parent) const {
    std::vector<Block> blocks;
    std::size_t count = 0;
    for (cmark_node* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node)) ++count;
    blocks.reserve(count);
    for (cmark_node* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node)) {
      if (const NodeKind kind = kind_of(node); kind != NodeKind::footnote) read(node, kind, blocks.emplace_back());
    }
    return blocks;
  }

 private:
  void read(cmark_node* node, NodeKind kind, Block& block) const {
    block.line = first_line_ + start_line(node) - 1;
    const BlockRange& range = HtmlWriter::range_of(node);
    block.outer = range.outer;
    block.inner = range.inner;
    switch (kind) {
      case NodeKind::heading:
        block.kind = Block::Kind::heading;
        block.level = cmark_node_get_heading_level(node);
        read_inlines(node, block);
        break;
      case NodeKind::paragraph:
        block.kind = Block::Kind::paragraph;
        read_inlines(node, block);
        break;
      case NodeKind::list:
        block.kind = Block::Kind::list;
        block.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
        block.children = children_of(node);
        break;
      case NodeKind::item: read_item(node, block); break;
      case NodeKind::table:
        block.kind = Block::Kind::table;
        block.children = children_of(node);
        break;
      case NodeKind::row:
        block.kind = Block::Kind::row;
        block.is_header = cmark_gfm_extensions_get_table_row_is_header(node) != 0;
        block.children = children_of(node);
        break;
      case NodeKind::cell:
        block.kind = Block::Kind::cell;
        read_inlines(node, block);
        break;
      case NodeKind::quote:
        block.kind = Block::Kind::quote;
        block.children = children_of(node);
        break;
      case NodeKind::code_block:
        block.kind = Block::Kind::code;
        block.info = fence_info(node);
        block.text = literal_of(node);
        break;
      case NodeKind::html_block:
        block.kind = Block::Kind::html;
        block.text = literal_of(node);
        break;
      default: block.kind = Block::Kind::rule; break;
    }
  }

  void read_item(cmark_node* node, Block& block) const {
    block.kind = Block::Kind::item;
    if (std::string_view(cmark_node_get_type_string(node)) == "tasklist") {
      block.checked = cmark_gfm_extensions_get_tasklist_item_checked(node);
    }
    block.children = children_of(node);
    if (block.children.empty() || block.children.front().kind != Block::Kind::paragraph) {
      block.inner.end = block.inner.begin;
      return;
    }
    Block first = std::move(block.children.front());
    block.children.erase(block.children.begin());
    block.text = std::move(first.text);
    block.spans = std::move(first.spans);
    block.inner = first.inner;
  }

  /// The plain text of a node's inlines, and where emphasis and links are in it. A walk, not a recursion: emphasis
  /// nests as deep as an author likes.
  static void read_inlines(cmark_node* parent, Block& block) {
    cmark_node* first = cmark_node_first_child(parent);
    if (first == nullptr) return;
    if (cmark_node_next(first) == nullptr && kind_of(first) == NodeKind::text) {  // as most have it
      block.text = literal_of(first);
      return;
    }
    std::vector<std::size_t> begins;
    const Iterator iterator(cmark_iter_new(parent));
    cmark_event_type event = CMARK_EVENT_NONE;
    while ((event = cmark_iter_next(iterator.get())) != CMARK_EVENT_DONE) {
      cmark_node* node = cmark_iter_get_node(iterator.get());
      const NodeKind kind = kind_of(node);
      const std::optional<Span::Kind> span = span_kind_of(kind);
      if (event == CMARK_EVENT_EXIT) {
        if (!span) continue;
        const char* url = *span == Span::Kind::link ? cmark_node_get_url(node) : "";
        block.spans.push_back({*span, begins.back(), block.text.size(), url});
        begins.pop_back();
        continue;
      }
      if (span) begins.push_back(block.text.size());
      append_leaf(node, kind, block);
    }
  }

  /// Some rows of tables in lists have none; then where their parent begins.
  static int start_line(cmark_node* node) {
    int line = cmark_node_get_start_line(node);
    for (cmark_node* parent = cmark_node_parent(node); line == 0 && parent != nullptr;
         parent = cmark_node_parent(parent))
      line = cmark_node_get_start_line(parent);
    return line;
  }

  static std::string fence_info(cmark_node* node) {
    const char* info = cmark_node_get_fence_info(node);
    return info == nullptr ? "" : info;
  }

  static std::optional<Span::Kind> span_kind_of(NodeKind kind) {
    switch (kind) {
      case NodeKind::strong: return Span::Kind::strong;
      case NodeKind::struck: return Span::Kind::struck;
      case NodeKind::link: return Span::Kind::link;
      default: return std::nullopt;
    }
  }

  static void append_leaf(cmark_node* node, NodeKind kind, Block& block) {
    const std::size_t begin = block.text.size();
    switch (kind) {
      case NodeKind::text: block.text += literal_of(node); break;
      case NodeKind::code:
        block.text += literal_of(node);
        block.spans.push_back({Span::Kind::code, begin, block.text.size(), ""});
        break;
      case NodeKind::soft_break:
      case NodeKind::line_break: append_line_break(block.text); break;
      case NodeKind::html:
        if (starts_with_ignoring_case(literal_of(node), "<br")) append_line_break(block.text);
        break;
      default: break;
    }
  }

  static void append_line_break(std::string& text) {
    if (!text.empty() && text.back() != '\n') text += '\n';
  }

  int first_line_;
};

}  // namespace

Outline build_outline(cmark_node* root, int first_line) { return Builder(first_line).children_of(root); }

}  // namespace hindsight
