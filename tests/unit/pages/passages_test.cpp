#include "pages/passages.hpp"

#include <doctest/doctest.h>

using namespace hindsight;

TEST_CASE("visible text is what readers see") {
  CHECK(visible_text("<p>One <strong>two</strong>three</p>\n<ul><li>four</li><li>five</li></ul>") ==
        "One twothree four five");
  CHECK(visible_text("a &lt;b&gt; &amp;amp; &#39;c&#39; &#x1F600; &unknown; & d") ==
        "a <b> &amp; 'c' \U0001F600 &unknown; & d");
  CHECK(visible_text("<a title=\"x\" href=\"y\">link</a><br>next") == "link next");
  CHECK(visible_text("") == "");
}

TEST_CASE("a body is cut at its headings; timeline entries and action items are passages of their own") {
  Postmortem postmortem;
  postmortem.body.html =
      "<p>Before.</p><h2 id=\"impact\">Impact <a class=\"anchor\" href=\"#impact\">#</a></h2><p>Users saw 502.</p>"
      "<table>typed</table><p>More.</p><h2 id=\"empty\">Empty</h2>";
  postmortem.body.headings = {{2, "impact", "Impact"}, {2, "empty", "Empty"}};
  const std::size_t typed = postmortem.body.html.find("<table>");
  postmortem.typed_blocks.push_back({TypedBlock::Kind::timeline, {typed, typed + 20}, 0, 1});
  postmortem.timeline.push_back({});
  postmortem.timeline[0].event.text = "Alert fires";
  postmortem.action_items.push_back({});
  postmortem.action_items[0].id = "raise-limit";
  postmortem.action_items[0].title.text = "Raise the limit";
  struct Seen {
    Passage::Kind kind;
    std::string anchor;
    std::string title;
    std::string text;
  };
  std::vector<Seen> passages;
  visit_passages(postmortem, [&](const Passage& passage) {
    passages.push_back(
        {passage.kind, std::string(passage.anchor), std::string(passage.title), std::string(passage.text)});
  });
  REQUIRE(passages.size() == 5);
  CHECK(passages[0].anchor == "");
  CHECK(passages[0].text == "Before.");
  CHECK(passages[1].anchor == "impact");
  CHECK(passages[1].title == "Impact");
  CHECK(passages[1].text == "Users saw 502. More.");
  CHECK(passages[2].title == "Empty");
  CHECK(passages[3].kind == Passage::Kind::timeline);
  CHECK(passages[3].anchor == "page-timeline");
  CHECK(passages[4].anchor == "action.raise-limit");
}
