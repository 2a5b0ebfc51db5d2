// Markdown through the parser and the allow-list: whatever went in, a foreign parser finds only listed elements,
// attributes and addresses in what comes out.
#include "base/rich_text.hpp"
#include "base/unicode.hpp"
#include "fuzz.hpp"
#include "input/source.hpp"
#include "markdown/markdown.hpp"
#include "tools/active_content.hpp"

using namespace hindsight;

namespace {

void check_blocks(const Outline& outline, std::size_t size, int depth = 0) {
  for (const Block& block : outline) {
    for (const HtmlRange& range : {block.outer, block.inner}) {
      if (range.begin > range.end || range.end > size) fuzz::fail("a block outside the article", block.text);
    }
    for (const Span& span : block.spans) {
      if (span.begin > span.end || span.end > block.text.size()) fuzz::fail("a span outside its block", block.text);
    }
    check_blocks(block.children, size, depth + 1);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  Diagnostics diagnostics;
  // The first byte chooses what site.yml would.
  const bool remote_images = (data[0] & 1) != 0;
  const SourceFile source = clean_source(fuzz::string_of(data + 1, size - 1), "fuzz.md", diagnostics);
  const Article article = render_markdown(source.text, {"fuzz.md", 1, remote_images}, diagnostics);
  fuzz::check_html(article.text.html);
  fuzz::check_diagnostics(diagnostics, source.text);
  check_blocks(article.outline, article.text.html.size());
  for (const LinkSlot& slot : article.text.slots) {
    if (!oracle::is_allowed_address(slot.target)) fuzz::fail("a slot's address", slot.target);
  }
  const InlineMarkdown line = render_inline(source.text);
  fuzz::check_html(line.html);
  if (find_invalid_utf8(line.text)) fuzz::fail("plain text that is not UTF-8");
  return 0;
}
