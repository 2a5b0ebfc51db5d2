#include "markdown/html_writer.hpp"

#include <algorithm>
#include <utility>

#include <cmark-gfm-core-extensions.h>

#include "base/escape.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

namespace hindsight {
namespace {

constexpr int deepest_heading = 6;
constexpr std::size_t longest_language = 30;

bool is_block(NodeKind kind) { return kind <= NodeKind::footnote; }

bool is_tight(cmark_node* paragraph) {
  cmark_node* item = cmark_node_parent(paragraph);
  if (kind_of(item) != NodeKind::item) return false;
  return cmark_node_get_list_tight(cmark_node_parent(item)) != 0;
}

bool is_task(cmark_node* item) { return std::string_view(cmark_node_get_type_string(item)) == "tasklist"; }

/// The language of a code block, as far as it is fit for a class name.
std::string language_of(cmark_node* code_block) {
  std::string language;
  for (const char c : std::string_view(cmark_node_get_fence_info(code_block))) {
    if (!is_letter(c) && !is_digit(c) && c != '-' && c != '+' && c != '_') break;
    language.push_back(c);
  }
  return to_lower_ascii(language.substr(0, longest_language));
}

/// The alignment of a cell's column: "l", "c", "r" or nothing.
char alignment_of(cmark_node* cell) {
  int column = 0;
  for (cmark_node* left = cmark_node_previous(cell); left != nullptr; left = cmark_node_previous(left)) ++column;
  cmark_node* table = cmark_node_parent(cmark_node_parent(cell));
  if (column >= cmark_gfm_extensions_get_table_columns(table)) return '\0';
  return static_cast<char>(cmark_gfm_extensions_get_table_alignments(table)[column]);
}

bool is_empty_row(cmark_node* row) {
  for (cmark_node* cell = cmark_node_first_child(row); cell != nullptr; cell = cmark_node_next(cell)) {
    if (!trim(plain_text_of(cell)).empty()) return false;
  }
  return true;
}

bool is_header_row(cmark_node* row) { return cmark_gfm_extensions_get_table_row_is_header(row) != 0; }

/// Ids that a page has for its own parts, and footnotes for theirs. Pages prefix theirs with "page-"; timeline entries
/// and action items have short ones, because people link to them.
bool is_reserved(std::string_view id) {
  for (const std::string_view prefix : {"page-", "t-", "action-", "fn-"}) {
    if (!id.starts_with(prefix)) continue;
    const std::string_view rest = id.substr(prefix.size());
    const bool is_number = !rest.empty() && std::ranges::all_of(rest, [](char c) { return is_digit(c) || c == '-'; });
    if (prefix == "page-" || is_number) return true;
  }
  return false;
}

/// An empty header cell heads nothing: it becomes a plain cell, so that screen readers don't announce it.
bool is_heading_cell(cmark_node* cell) {
  return is_header_row(cmark_node_parent(cell)) && cmark_node_first_child(cell) != nullptr;
}

}  // namespace

HtmlWriter::HtmlWriter(std::string_view source, const MarkdownOptions& options, bool local_links,
                       Diagnostics& diagnostics)
    : options_(options), local_links_(local_links), diagnostics_(diagnostics), source_(source) {
  text_.html.reserve(source.size() * 3 / 2);
}

void HtmlWriter::write(cmark_node* root, cmark_node* title) {
  title_ = title;
  walk(root);
  if (footnotes_ > 0) put("</ol>\n</section>\n");
}

void HtmlWriter::write_inlines(cmark_node* root) {
  inlines_only_ = true;
  walk(root);
}

void HtmlWriter::walk(cmark_node* root) {
  const Iterator iterator(cmark_iter_new(root));
  cmark_event_type event = CMARK_EVENT_NONE;
  while ((event = cmark_iter_next(iterator.get())) != CMARK_EVENT_DONE) {
    cmark_node* node = cmark_iter_get_node(iterator.get());
    const bool entering = event == CMARK_EVENT_ENTER;
    const NodeKind kind = kind_of(node);
    if (kind == NodeKind::image) {
      // The image's text is an attribute, not content: skip what is inside.
      if (entering) write_image_node(node);
      cmark_iter_reset(iterator.get(), node, CMARK_EVENT_EXIT);
    } else if (is_block(kind)) {
      if (entering && !inlines_only_) enter_block(node, kind);
      if (!entering && !inlines_only_) leave_block(node, kind);
      if (!entering && inlines_only_) put(" ");
    } else if (entering) {
      enter_inline(node, kind);
    } else {
      leave_inline(node, kind);
    }
  }
}

void HtmlWriter::enter_block(cmark_node* node, NodeKind kind) {
  BlockRange& range = ranges_.emplace_back();
  cmark_node_set_user_data(node, &range);
  range.outer.begin = position();
  switch (kind) {
    case NodeKind::quote: put("<blockquote>\n"); break;
    case NodeKind::list: open_list(node); break;
    case NodeKind::item: open_item(node); break;
    case NodeKind::paragraph:
      if (!is_tight(node)) put("<p>");
      break;
    case NodeKind::heading: open_heading(node); break;
    case NodeKind::table: open_table(node); break;
    case NodeKind::row: open_row(node); break;
    case NodeKind::cell: open_cell(node); break;
    case NodeKind::footnote: open_footnote(node); break;
    case NodeKind::code_block: write_code_block(node); break;
    case NodeKind::html_block: write_raw_html(node, true); break;
    case NodeKind::rule: put("<hr>\n"); break;
    default: break;
  }
  range.inner.begin = position();
  const bool has_no_exit = kind == NodeKind::code_block || kind == NodeKind::html_block || kind == NodeKind::rule;
  if (has_no_exit) range.inner.end = range.outer.end = position();
}

const BlockRange& HtmlWriter::range_of(cmark_node* block) {
  return *static_cast<const BlockRange*>(cmark_node_get_user_data(block));
}

void HtmlWriter::leave_block(cmark_node* node, NodeKind kind) {
  close_tags_of(node);
  BlockRange& range = *static_cast<BlockRange*>(cmark_node_get_user_data(node));
  range.inner.end = position();
  switch (kind) {
    case NodeKind::quote: put("</blockquote>\n"); break;
    case NodeKind::list: put(cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? "</ol>\n" : "</ul>\n"); break;
    case NodeKind::item: put("</li>\n"); break;
    case NodeKind::paragraph: put(is_tight(node) ? "\n" : "</p>\n"); break;
    case NodeKind::heading: close_heading(node); break;
    case NodeKind::table: close_table(node); break;
    case NodeKind::row: close_row(node); break;
    case NodeKind::cell: put(is_heading_cell(node) ? "</th>" : "</td>"); break;
    case NodeKind::footnote: close_footnote(); break;
    default: break;
  }
  range.outer.end = position();
}

void HtmlWriter::open_list(cmark_node* node) {
  if (cmark_node_get_list_type(node) != CMARK_ORDERED_LIST) {
    put(is_task(cmark_node_first_child(node)) ? "<ul class=\"tasks\">\n" : "<ul>\n");
    return;
  }
  const int start = cmark_node_get_list_start(node);
  put(start == 1 ? std::string("<ol>\n") : "<ol start=\"" + std::to_string(start) + "\">\n");
}

void HtmlWriter::open_item(cmark_node* node) {
  if (!is_task(node)) return put("<li>");
  const bool done = cmark_gfm_extensions_get_tasklist_item_checked(node);
  put(done ? "<li class=\"task\"><span class=\"task-box\" role=\"img\" aria-label=\"done\">✓</span> "
           : "<li class=\"task\"><span class=\"task-box\" role=\"img\" aria-label=\"to do\">○</span> ");
}

void HtmlWriter::open_heading(cmark_node* node) {
  const int written = cmark_node_get_heading_level(node);
  int level = 2;
  const bool is_section = kind_of(cmark_node_parent(node)) == NodeKind::document && node != title_;
  if (is_section) {
    while (!section_levels_.empty() && section_levels_.back() >= written) section_levels_.pop_back();
    section_levels_.push_back(written);
    level = static_cast<int>(section_levels_.size()) + 1;
  } else if (node != title_) {
    level = static_cast<int>(section_levels_.size()) + 2;
  }
  level = std::min(level, deepest_heading);
  std::string text = collapse_spaces(plain_text_of(node));
  const std::string id = unique_id(heading_anchor(text));
  text_.headings.push_back({level, id, std::move(text)});
  put("<h" + std::to_string(level) + " id=\"");
  put_escaped(id);
  put("\">");
}

void HtmlWriter::close_heading(cmark_node*) {
  const Heading& heading = text_.headings.back();
  put(" <a class=\"anchor\" href=\"#");
  put_escaped(escape_url_path(heading.id));
  put("\" aria-label=\"Link to section: ");
  put_escaped(heading.text);
  put("\">#</a></h" + std::to_string(heading.level) + ">\n");
}

void HtmlWriter::open_table(cmark_node*) {
  put("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table " + std::to_string(++tables_) +
      "\">\n<table>\n");
}

void HtmlWriter::close_table(cmark_node* node) {
  if (!is_header_row(cmark_node_last_child(node))) put("</tbody>\n");
  put("</table>\n</div>\n");
}

void HtmlWriter::open_row(cmark_node* node) {
  if (is_header_row(node)) put(is_empty_row(node) ? "<thead hidden>\n" : "<thead>\n");
  cmark_node* before = cmark_node_previous(node);
  if (before != nullptr && is_header_row(before)) put("<tbody>\n");
  put("<tr>");
}

void HtmlWriter::close_row(cmark_node* node) { put(is_header_row(node) ? "</tr>\n</thead>\n" : "</tr>\n"); }

void HtmlWriter::open_cell(cmark_node* node) {
  const bool is_heading = is_heading_cell(node);
  put(is_heading ? "<th" : "<td");
  const char alignment = alignment_of(node);
  if (alignment == 'r') put(" class=\"right\"");
  if (alignment == 'c') put(" class=\"center\"");
  put(is_heading ? " scope=\"col\">" : ">");
}

void HtmlWriter::write_code_block(cmark_node* node) {
  const std::string language = language_of(node);
  put("<pre tabindex=\"0\"><code");
  if (!language.empty()) put(" class=\"language-" + language + "\"");
  put(">");
  put_escaped(literal_of(node));
  put("</code></pre>\n");
}

void HtmlWriter::open_footnote(cmark_node*) {
  if (footnotes_++ == 0) put("<section class=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n");
  put("<li id=\"fn-" + std::to_string(footnotes_) + "\">");
}

void HtmlWriter::close_footnote() {
  const std::string number = std::to_string(footnotes_);
  put("<a class=\"footnote-back\" href=\"#fnref-" + number + "\" aria-label=\"Back to reference " + number +
      "\">↩</a></li>\n");
}

Location HtmlWriter::at(cmark_node* node) const {
  // Inlines inside tables and after soft breaks may have no place of their own; the line of the last one that had is
  // near.
  const int line = cmark_node_get_start_line(node) > 0 ? cmark_node_get_start_line(node) : line_;
  return {options_.file, options_.first_line + std::max(line, 1) - 1, cmark_node_get_start_column(node)};
}

std::string HtmlWriter::unique_id(std::string wanted) {
  std::string base = wanted.empty() ? "section" : is_reserved(wanted) ? "section-" + wanted : std::move(wanted);
  int& count = used_ids_[base];
  if (count++ == 0) return base;
  // GitHub's way: the second "Timeline" is "timeline-1".
  std::string id = base + "-" + std::to_string(count - 1);
  while (used_ids_.contains(id)) id = base + "-" + std::to_string(count++);
  used_ids_[id] = 1;
  return id;
}

void HtmlWriter::put_escaped(std::string_view text) { append_html(text_.html, text); }

}  // namespace hindsight
