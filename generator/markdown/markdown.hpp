#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "base/rich_text.hpp"
#include "markdown/outline.hpp"

/// Markdown to safe HTML and structure. Owns cmark-gfm.
namespace hindsight {

struct MarkdownOptions {
  std::string file;                  ///< for messages
  int first_line = 1;                ///< the line of the file at which the text begins
  bool allow_remote_images = false;  ///< else a remote image becomes a link with its text
};

/// A rendered document.
struct Article {
  RichText text;
  Outline outline;
  /// The heading that is the document's title, if it begins with one; index into `outline`.
  std::optional<std::size_t> title;
};

/// Parses once and renders: GitHub's Markdown (tables, task lists, strikethrough, footnotes), bare web addresses
/// linked, headings with anchors, raw HTML through the allow-list. A text built to exhaust the parser is shown as it
/// is, with a warning.
Article render_markdown(std::string_view text, const MarkdownOptions& options, Diagnostics& diagnostics);

/// One line of Markdown: emphasis, code, links with a web address.
struct InlineMarkdown {
  std::string text;  ///< plain
  std::string html;  ///< safe
};

InlineMarkdown render_inline(std::string_view text);

}  // namespace hindsight
