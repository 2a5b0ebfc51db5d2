#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/rich_text.hpp"
#include "markdown/line_breaks.hpp"
#include "markdown/markdown.hpp"
#include "markdown/node.hpp"
#include "markdown/raw_html.hpp"

namespace hindsight {

/// Where a block stands in the HTML: with its own tags, and without.
struct BlockRange {
  HtmlRange outer;
  HtmlRange inner;
};

/// Writes a tree as safe HTML, in one walk. All of a body's HTML is written here: from an element name in this class,
/// an escaped text, a checked address or a number. Blocks are in html_writer.cpp, inlines in html_writer_inline.cpp.
class HtmlWriter {
 public:
  /// `source` is the text that was parsed. `local_links`: whether relative targets become slots (else they are text).
  HtmlWriter(std::string_view source, const MarkdownOptions& options, bool local_links, Diagnostics& diagnostics);

  /// Writes the whole tree. `title` is the heading that names the document (null if none): it does not push the levels
  /// of the others down.
  void write(cmark_node* root, cmark_node* title);

  /// Writes only the inlines of the tree's paragraphs.
  void write_inlines(cmark_node* root);

  RichText take() { return std::move(text_); }

  /// Of a block that was written, while its writer lives.
  static const BlockRange& range_of(cmark_node* block);

 private:
  /// A raw HTML element that is still open. It ends at the latest with the node in which it began.
  struct OpenTag {
    std::string name;
    cmark_node* owner;
  };

  /// A link that is still open: nothing was written for it, an <a>, or an <a> with a slot.
  struct OpenLink {
    bool has_anchor = false;
    std::optional<std::size_t> slot;
  };

  void walk(cmark_node* root);

  void enter_block(cmark_node* node, NodeKind kind);
  void leave_block(cmark_node* node, NodeKind kind);
  void open_list(cmark_node* node);
  void open_item(cmark_node* node);
  void open_heading(cmark_node* node);
  void close_heading(cmark_node* node);
  void open_table(cmark_node* node);
  void close_table(cmark_node* node);
  void open_row(cmark_node* node);
  void close_row(cmark_node* node);
  void open_cell(cmark_node* node);
  void write_code_block(cmark_node* node);
  void open_footnote(cmark_node* node);
  void close_footnote();

  void enter_inline(cmark_node* node, NodeKind kind);
  void leave_inline(cmark_node* node, NodeKind kind);
  void write_text(std::string_view text);
  void write_soft_break(cmark_node* node);
  void write_footnote_reference(cmark_node* node);
  void write_image_node(cmark_node* node);

  void write_raw_html(cmark_node* node, bool is_block);
  void write_raw_tag(const HtmlPiece& tag, cmark_node* node, bool is_block);
  void ensure_paragraph(cmark_node* owner);
  bool holds_inlines(cmark_node* owner) const;
  void put_space(cmark_node* owner);
  void report_nesting(cmark_node* node);
  void open_tag(std::string_view name, cmark_node* owner);
  void close_tag(std::string_view name, cmark_node* owner);
  void close_tags_of(cmark_node* owner);

  bool may_look_up(cmark_node* node);
  void open_link(std::string_view url, std::string_view title, cmark_node* node);
  void close_link();
  void write_image(std::string_view url, std::string_view alt, cmark_node* node);
  bool inside_anchor() const;

  Location at(cmark_node* node) const;
  std::string unique_id(std::string wanted);
  std::size_t position() const { return text_.html.size(); }
  void put(std::string_view html) { text_.html += html; }
  void put_escaped(std::string_view text);

  MarkdownOptions options_;
  bool local_links_;
  Diagnostics& diagnostics_;
  std::string_view source_;
  std::optional<LineBreaks> line_breaks_;  ///< of source_, when they are asked for
  RichText text_;
  std::deque<BlockRange> ranges_;  ///< each node knows its own
  std::map<std::string, int, std::less<>> used_ids_;
  std::vector<OpenTag> open_tags_;
  std::vector<OpenLink> open_links_;
  std::vector<int> section_levels_;  ///< as written, of the headings above
  cmark_node* title_ = nullptr;
  int line_ = 0;  ///< of the parsed text: where the last inline began
  int tables_ = 0;
  int footnotes_ = 0;
  int footnote_references_ = 0;
  bool inlines_only_ = false;
  bool reported_nesting_ = false;
  bool reported_links_ = false;
};

}  // namespace hindsight
