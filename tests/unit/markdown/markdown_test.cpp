#include "markdown/markdown.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

#include <doctest/doctest.h>

#include "base/parallel.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

namespace hindsight {
namespace {

struct Rendered {
  Article article;
  Diagnostics diagnostics;
};

Rendered render(std::string_view text, bool allow_remote_images = false) {
  Rendered result;
  result.article = render_markdown(text, {"x.md", 1, allow_remote_images}, result.diagnostics);
  return result;
}

std::string html(std::string_view text) { return render(text).article.text.html; }

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace

TEST_CASE("markdown: paragraphs, emphasis, code and lists") {
  CHECK(html("a *b* **c** `d<e`") == "<p>a <em>b</em> <strong>c</strong> <code>d&lt;e</code></p>\n");
  CHECK(html("- a\n- b\n") == "<ul>\n<li>a\n</li>\n<li>b\n</li>\n</ul>\n");
  CHECK(html("3. a\n4. b\n") == "<ol start=\"3\">\n<li>a\n</li>\n<li>b\n</li>\n</ol>\n");
  CHECK(html("~~gone~~") == "<p><del>gone</del></p>\n");
}

TEST_CASE("markdown: texts that are read at the same time leave each other alone") {
  std::vector<int> texts(4000);
  std::iota(texts.begin(), texts.end(), 0);
  const auto pages = parallel_map(texts, 4, [](int) { return html("a ~~b~~ *c*\n\n~~d~~ **e**"); });
  CHECK(std::ranges::count(pages, "<p>a <del>b</del> <em>c</em></p>\n<p><del>d</del> <strong>e</strong></p>\n") ==
        4000);
}

TEST_CASE("markdown: headings have GitHub's anchors, unique, and a link to themselves") {
  const std::string page = html("## Time line\n\n## Time line\n");
  CHECK(contains(page, "<h2 id=\"time-line\">Time line <a class=\"anchor\" href=\"#time-line\""));
  CHECK(contains(page, "<h2 id=\"time-line-1\">"));
}

TEST_CASE("markdown: heading levels have no gaps, and the title does not push the others down") {
  const Rendered result = render("# Title\n\n## A\n\n#### B\n\n## C\n");
  REQUIRE(result.article.title == 0);
  REQUIRE(result.article.text.headings.size() == 4);
  CHECK(result.article.text.headings[1].level == 2);
  CHECK(result.article.text.headings[2].level == 3);
  CHECK(result.article.text.headings[3].level == 2);
}

TEST_CASE("markdown: a heading is the title only if it stands above all others") {
  CHECK(render("# Title\n\ntext").article.title == 0);
  CHECK(render("<!-- note -->\n# Title\n\n# Root cause").article.title == 1);
  CHECK(render("### Title\n\n#### A\n").article.title == 0);
  CHECK_FALSE(render("## Summary\n\n## Impact\n").article.title);
  CHECK_FALSE(render("## Summary\n").article.title);
  CHECK_FALSE(render("text\n\n## A\n\n### B\n").article.title);
}

TEST_CASE("markdown: ids that pages use for themselves are not taken by headings") {
  CHECK(contains(html("## T 1402\n\n## page actions"), "id=\"section-t-1402\""));
  CHECK(contains(html("## page actions"), "id=\"section-page-actions\""));
}

TEST_CASE("markdown: tables scroll in a region of their own; an empty header is hidden") {
  const std::string page = html("| a | b |\n|---|--:|\n| 1 | 2 |\n");
  CHECK(contains(page, "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table 1\">"));
  CHECK(contains(page, "<th scope=\"col\">a</th><th class=\"right\" scope=\"col\">b</th>"));
  CHECK(contains(page, "<td class=\"right\">2</td>"));
  CHECK(contains(html("| | |\n|-|-|\n| a | b |\n"), "<thead hidden>"));
}

TEST_CASE("markdown: task lists say in words what is done") {
  const std::string page = html("- [x] a\n- [ ] b\n");
  CHECK(contains(page, "aria-label=\"done\""));
  CHECK(contains(page, "aria-label=\"to do\""));
  CHECK_FALSE(contains(page, "<input"));
}

TEST_CASE("markdown: web addresses in text become links, with the punctuation left out") {
  CHECK(contains(html("see https://example.org/a_b_c."),
                 "<a href=\"https://example.org/a_b_c\" rel=\"noopener noreferrer\">https://example.org/a_b_c</a>."));
  CHECK(contains(html("[https://example.org](https://example.com)"), ">https://example.org</a>"));
}

TEST_CASE("markdown: local links are left open for the page that prints them") {
  const Rendered result = render("see [the other](../b.md#top) and ![graph](g.png)");
  REQUIRE(result.article.text.slots.size() == 2);
  const LinkSlot& link = result.article.text.slots[0];
  CHECK(link.target == "../b.md#top");
  CHECK(result.article.text.html.substr(link.at - 6, 7) == "href=\"\"");
  CHECK(result.article.text.html.substr(link.content.begin, link.content.end - link.content.begin) == "the other");
  CHECK(result.article.text.slots[1].kind == LinkSlot::Kind::image);
}

TEST_CASE("markdown: a remote image is a link that says what and where, unless the site allows it") {
  const std::string page = html("![CPU graph](https://example.org/g.png)");
  CHECK(contains(page,
                 "<a class=\"remote-image\" href=\"https://example.org/g.png\" rel=\"noopener noreferrer\">Image: CPU "
                 "graph (on example.org)</a>"));
  CHECK(contains(render("![CPU graph](https://example.org/g.png)", true).article.text.html,
                 "<img src=\"https://example.org/g.png\" alt=\"CPU graph\""));
}

TEST_CASE("markdown: addresses that could run or load something become text, with a finding") {
  for (const char* text :
       {"[x](javascript:alert(1))", "[x](<java\tscript:alert(1)>)", "[x](data:text/html,1)", "[x](//evil.example/a)",
        "[x](&#106;avascript:alert(1))", "![x](data:image/svg+xml,1)", "<javascript:alert(1)>"}) {
    CAPTURE(text);
    const Rendered result = render(text);
    CHECK_FALSE(contains(result.article.text.html, "href"));
    CHECK_FALSE(contains(result.article.text.html, "src"));
    REQUIRE_FALSE(result.diagnostics.all().empty());
    CHECK(result.diagnostics.all()[0].rule == Rule::blocked_url);
  }
}

TEST_CASE("raw HTML: harmless inline tags stay, without their attributes") {
  CHECK(html("a <kbd class=\"x\" onclick=\"y\">Ctrl</kbd> b<br/>c") == "<p>a <kbd>Ctrl</kbd> b<br>c</p>\n");
}

TEST_CASE("raw HTML: everything else is shown as text") {
  const Rendered result =
      render("<script>alert(1)</script>\n\n<b onmouseover=x>b</b> <iframe src=x></iframe> <style>p{}</style>");
  const std::string& page = result.article.text.html;
  CHECK_FALSE(contains(page, "<script"));
  CHECK_FALSE(contains(page, "<iframe"));
  CHECK_FALSE(contains(page, "<style"));
  CHECK_FALSE(contains(page, "<b onmouseover"));
  CHECK(contains(page, "&lt;script&gt;alert(1)&lt;/script&gt;"));
  CHECK(contains(page, "<b>b</b>"));
  CHECK(result.diagnostics.all()[0].rule == Rule::raw_html);
}

TEST_CASE("raw HTML: images and links are rebuilt from checked addresses") {
  CHECK(html("<div align=\"center\">\n  <img src=\"https://example.org/a.png\" onerror=\"x\" alt=\"A\">\n</div>") ==
        "<p><a class=\"remote-image\" href=\"https://example.org/a.png\" rel=\"noopener noreferrer\">Image: A (on "
        "example.org)</a> </p>\n");
  CHECK(html("x <a href=\"https://example.org/?a=1&amp;b=2\" target=_blank>y</a>") ==
        "<p>x <a href=\"https://example.org/?a=1&amp;b=2\" rel=\"noopener noreferrer\">y</a></p>\n");
  CHECK_FALSE(contains(html("<a href=\"jav&#x61;script:alert(1)\">y</a>"), "href"));
}

TEST_CASE("raw HTML: elements end at the latest with the block or span in which they began") {
  CHECK(html("a <kbd>b\n\nc</kbd>") == "<p>a <kbd>b</kbd></p>\n<p>c</p>\n");
  CHECK(html("*a <kbd>b* c</kbd>") == "<p><em>a <kbd>b</kbd></em> c</p>\n");
  CHECK(html("- <details>\n\n  x\n\ny") == "<ul>\n<li><details>\n<p>x</p>\n</details></li>\n</ul>\n<p>y</p>\n");
}

TEST_CASE("raw HTML: details with a summary fold Markdown between") {
  CHECK(html("<details><summary>Log</summary>\n\n```\nx\n```\n\n</details>\n\nafter") ==
        "<details><summary>Log</summary>\n<pre tabindex=\"0\"><code>x\n</code></pre>\n</details>\n<p>after</p>\n");
  CHECK_FALSE(contains(html("a <summary>b</summary>"), "<summary>"));
}

TEST_CASE("raw HTML: comments vanish, also unfinished ones") {
  CHECK(html("a <!-- secret --> b") == "<p>a  b</p>\n");
  CHECK_FALSE(contains(html("<!-- secret"), "secret"));
}

TEST_CASE("raw HTML: character references are text") {
  CHECK(html("<div>a &amp; &lt;b&gt;</div>") == "<p>a &amp; &lt;b&gt; </p>\n");
}

TEST_CASE("markdown: line ends of pasted statements are kept, wrapped lines are joined") {
  CHECK(html("Front End Homepage\nFront End Stories\n\nThis paragraph is long enough to show at which width its author "
             "wraps the lines of it.") ==
        "<p>Front End Homepage<br>\nFront End Stories</p>\n<p>This paragraph is long enough to show at which width its "
        "author wraps the lines of it.</p>\n");
  CHECK_FALSE(contains(
      html(
          "The line of a paragraph that was wrapped by an editor at eighty or so columns\ngoes on in the next line.\n"),
      "<br>"));
  CHECK_FALSE(contains(
      html("We rolled back.\nIt helped.\nThen we waited for quite some time until everything had settled down.\n"),
      "<br>"));
}

TEST_CASE("markdown: footnotes link there and back") {
  const std::string page = html("a[^1]\n\n[^1]: note\n");
  CHECK(contains(page, "<a href=\"#fn-1\" id=\"fnref-1\" aria-label=\"Footnote 1\">1</a>"));
  CHECK(contains(page, "<li id=\"fn-1\">"));
  CHECK(contains(page, "href=\"#fnref-1\""));
}

TEST_CASE("markdown: a text built to exhaust the parser is shown as it is, with a warning") {
  std::string table;
  for (int row = 0; row < 300; ++row) table += std::string(300, '|') + "\n";
  const Rendered result = render(table);
  CHECK(result.article.text.html.starts_with("<pre"));
  REQUIRE(result.diagnostics.all().size() == 1);
  CHECK(result.diagnostics.all()[0].rule == Rule::markdown_limit);
}

TEST_CASE("markdown: deep nesting of emphasis does not exhaust the stack") {
  std::string deep;
  for (int level = 0; level < 20000; ++level) deep += "*a ";
  CHECK_FALSE(html(deep + std::string(20000, '*')).empty());
}

TEST_CASE("inline markdown: one line with code, emphasis and web links; local links are text") {
  const InlineMarkdown line = render_inline("Alert on `queue age`, see [docs](https://example.org) or [local](x.md)");
  CHECK(line.html ==
        "Alert on <code>queue age</code>, see <a href=\"https://example.org\" rel=\"noopener noreferrer\">docs</a> or "
        "local");
  CHECK(line.text == "Alert on queue age, see docs or local");
}

TEST_CASE("inline markdown: text that is no paragraph is taken literally") {
  CHECK(render_inline("# not a heading & <b>").html == "# not a heading &amp; &lt;b&gt;");
  CHECK(render_inline("1. not a *list*").html == "1. not a *list*");
  CHECK(render_inline("<div>x</div>").html == "&lt;div&gt;x&lt;/div&gt;");
}

TEST_CASE("markdown: character references bring back neither control characters nor directions") {
  CHECK(html("a&#27;[31m&#x202e;b") == "<p>a[31m\u2426b</p>\n");
  CHECK(html("<b>&#7;&#x2066;</b>") == "<p><b>\u2426</b></p>\n");
}

TEST_CASE("markdown: a footnote's reference over a line's end leaves no half a character") {
  CHECK_FALSE(find_invalid_utf8(html("[^html,c)\n\uFFFD\n|a|  </det1]")));
}

TEST_CASE("markdown: raw HTML nests to a bound, and its text stays") {
  std::string text;
  for (int depth = 0; depth < 5000; ++depth) text += "<b>\n";
  const Rendered rendered = render(text + "deep\n");
  CHECK(contains(rendered.article.text.html, "deep"));
  CHECK(rendered.article.text.html.size() < 20000);
  REQUIRE(rendered.diagnostics.all().size() == 1);
  CHECK(rendered.diagnostics.all()[0].rule == Rule::markdown_limit);
}

TEST_CASE("markdown: relative links are looked up to a bound, and shown as text behind it") {
  std::string text;
  for (int link = 0; link < 3000; ++link) text += "[a](b.md)\n\n";
  const Rendered rendered = render(text);
  CHECK(rendered.article.text.slots.size() == 2000);
  REQUIRE(rendered.diagnostics.all().size() == 1);
  CHECK(rendered.diagnostics.all()[0].location.line == 4001);
}

}  // namespace hindsight
