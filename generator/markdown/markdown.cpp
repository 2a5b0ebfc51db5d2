#include "markdown/markdown.hpp"

#include <algorithm>
#include <utility>

#include "base/byte_set.hpp"
#include "base/escape.hpp"
#include "base/text.hpp"
#include "markdown/html_writer.hpp"
#include "markdown/node.hpp"
#include "markdown/outline_builder.hpp"
#include "markdown/prescan.hpp"

namespace hindsight {
namespace {

bool is_comment(cmark_node* node) {
  return kind_of(node) == NodeKind::html_block && trim(literal_of(node)).starts_with("<!--");
}

/// The heading that names the whole document: the first one, if it stands above all others. That is a level 1 that is
/// alone or opens the document, or an opening heading of a level that no other reaches.
cmark_node* find_title(cmark_node* root) {
  cmark_node* first_block = cmark_node_first_child(root);
  while (first_block != nullptr && is_comment(first_block)) first_block = cmark_node_next(first_block);
  cmark_node* first = nullptr;
  int others = 0;
  int best_level_of_others = 7;
  for (cmark_node* node = first_block; node != nullptr; node = cmark_node_next(node)) {
    if (kind_of(node) != NodeKind::heading) continue;
    if (first == nullptr) {
      first = node;
      continue;
    }
    ++others;
    best_level_of_others = std::min(best_level_of_others, cmark_node_get_heading_level(node));
  }
  if (first == nullptr || trim(plain_text_of(first)).empty()) return nullptr;
  const int level = cmark_node_get_heading_level(first);
  const bool opens = first == first_block;
  const bool above_all = level < best_level_of_others && (others > 0 || level == 1);
  if (level == 1 && (opens || above_all)) return first;
  return opens && above_all ? first : nullptr;
}

/// What is shown for a text that must not be parsed.
Article plain_article(std::string_view text) {
  Article article;
  article.text.html = "<pre tabindex=\"0\">" + escape_html(text) + "</pre>\n";
  return article;
}

/// The inlines of a text that is one or more paragraphs; a text with other blocks is not meant as Markdown.
bool has_only_paragraphs(cmark_node* root) {
  for (cmark_node* node = cmark_node_first_child(root); node != nullptr; node = cmark_node_next(node)) {
    if (kind_of(node) != NodeKind::paragraph) return false;
  }
  return true;
}

}  // namespace

Article render_markdown(std::string_view text, const MarkdownOptions& options, Diagnostics& diagnostics) {
  if (const auto exceeded = find_exceeded_limit(text)) {
    diagnostics.add(Rule::markdown_limit, {options.file, options.first_line + std::max(exceeded->line, 1) - 1, 0},
                    exceeded->found, exceeded->wanted, "the body is shown as plain text");
    return plain_article(text);
  }
  const Tree tree(text);
  cmark_node* title = find_title(tree.root());
  HtmlWriter writer(text, options, true, diagnostics);
  writer.write(tree.root(), title);
  Article article;
  article.outline = build_outline(tree.root(), options.first_line);
  article.text = writer.take();
  if (title != nullptr) {
    const auto is_heading = [](const Block& block) { return block.kind == Block::Kind::heading; };
    article.title =
        static_cast<std::size_t>(std::ranges::find_if(article.outline, is_heading) - article.outline.begin());
  }
  return article;
}

InlineMarkdown render_inline(std::string_view text) {
  static constexpr ByteSet marks = ByteSet::of("`*_[<~\\&\n");
  const bool may_be_markdown = std::ranges::any_of(text, [](char c) { return marks.contains(c); }) ||
                               text.find("http") != std::string_view::npos;
  InlineMarkdown plain{std::string(text), escape_html(text)};
  if (!may_be_markdown || find_exceeded_limit(text)) return plain;
  const Tree tree(text);
  if (!has_only_paragraphs(tree.root())) return plain;
  Diagnostics ignored;  // whatever is not allowed is shown as text
  HtmlWriter writer(text, {}, false, ignored);
  writer.write_inlines(tree.root());
  std::string plain_text;
  for (cmark_node* node = cmark_node_first_child(tree.root()); node != nullptr; node = cmark_node_next(node)) {
    plain_text += (plain_text.empty() ? "" : " ") + plain_text_of(node);
  }
  return {collapse_spaces(plain_text), std::string(trim(writer.take().html))};
}

}  // namespace hindsight
