#include "input/attachments.hpp"

#include <doctest/doctest.h>

#include "input/svg.hpp"

namespace hindsight {

TEST_CASE("attachments: a drawing of shapes and text is harmless") {
  CHECK(is_harmless_svg(
      R"svg(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9" stroke="#000"/><text>on = off</text></svg>)svg"));
  CHECK(
      is_harmless_svg("\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<!-- drawn -->\n<svg "
                      "xmlns=\"http://www.w3.org/2000/svg\">"
                      "<defs><linearGradient id=\"g\"><stop offset=\"0\"/></linearGradient></defs>"
                      "<rect style=\"fill:url(#g)\"/><text>a &amp; b</text></svg>"));
}

TEST_CASE("attachments: a drawing that could run or load anything is not") {
  for (const char* svg : {
           R"svg(<svg><script>alert(1)</script></svg>)svg",
           R"svg(<svg onload="alert(1)"></svg>)svg",
           "<svg\nONLOAD =\n'alert(1)'></svg>",
           R"svg(<svg><a href="javascript:alert(1)">x</a></svg>)svg",
           R"svg(<svg><foreignObject><body/></foreignObject></svg>)svg",
           R"svg(<svg><use href="other.svg#x"/></svg>)svg",
           R"svg(<!DOCTYPE svg [<!ENTITY x "y">]><svg>&x;</svg>)svg",
           R"svg(<svg><set attributeName="href" to="x"/></svg>)svg",
           R"svg(<svg><rect style="fill:url(https://example.org/x)"/></svg>)svg",
           R"svg(<svg xmlns:x="http://www.w3.org/1999/xhtml"><x:script>alert(1)</x:script></svg>)svg",
           R"svg(<svg xmlns="http://www.w3.org/1999/xhtml"><path/></svg>)svg",
           R"svg(<svg><sCrIpT/></svg>)svg",
           R"svg(<svg><path/onload=x></svg>)svg",
           R"svg(<svg><style>*{fill:red}</style></svg>)svg",
           R"svg(<svg><rect fill="url( https://example.org/x )"/></svg>)svg",
           R"svg(<svg><rect style="background:\75rl(x)"/></svg>)svg",
           R"svg(<?xml version="1.0" encoding="ISO-2022-JP"?><svg/>)svg",
           R"svg(<?xml-stylesheet href="x"?><svg/>)svg",
           R"svg(<svg><![CDATA[<script>]]></svg>)svg",
           R"svg(<svg><!-- open <script>)svg",
           "<svg>\x1b(B</svg>",
           "not a drawing",
       }) {
    CAPTURE(svg);
    CHECK_FALSE(is_harmless_svg(svg));
  }
}

}  // namespace hindsight
