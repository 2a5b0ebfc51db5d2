#include "pages/row_elements.hpp"

#include <doctest/doctest.h>

namespace hindsight {

TEST_CASE("row elements: names, attributes, children, text") {
  CHECK(elements_json("<tr>\n<td class=\"right nowrap\">1 &lt; 2 &amp; 3</td>\n<td></td>\n</tr>\n") ==
        R"([["tr",{},["td",{"class":"right nowrap"},"1 < 2 & 3"],["td",{}]]])");
  CHECK(elements_json("a <b>b</b> <i>c</i>") == R"(["a ",["b",{},"b"]," ",["i",{},"c"]])");
}

TEST_CASE("row elements: empty and self-closing elements end at once") {
  CHECK(elements_json(R"(<svg viewBox="0 0 1 1"><path d="M0 0"/></svg><br>x)") ==
        R"([["svg",{"viewBox":"0 0 1 1"},["path",{"d":"M0 0"}]],["br",{}],"x"])");
}

TEST_CASE("row elements: quotes of both kinds, no value, references in values") {
  CHECK(elements_json(R"(<a href="x?a=1&amp;b=&quot;" title='y' hidden>z</a>)") ==
        R"([["a",{"href":"x?a=1&b=\"","title":"y","hidden":""},"z"]])");
}

TEST_CASE("row elements: what is left open is closed, what closes nothing is ignored") {
  CHECK(elements_json("<td>a") == R"([["td",{},"a"]])");
  CHECK(elements_json("</td>a<!-- <b> -->") == R"(["a"])");
  CHECK(elements_json("<") == R"([["",{}]])");
}

TEST_CASE("row elements: an unknown reference is text") { CHECK(elements_json("&x; &amp;lt;") == R"(["&x; &lt;"])"); }

}  // namespace hindsight
