#include "adopt/sections.hpp"

#include <doctest/doctest.h>

#include "markdown/markdown.hpp"

namespace hindsight {

TEST_CASE("sections: headings are known whatever their case, remarks and punctuation") {
  CHECK(section_named("Timeline") == Section::timeline);
  CHECK(section_named("Timeline (all times PST) 7/5/2023") == Section::timeline);
  CHECK(section_named("Issue Timeline - UTC") == Section::timeline);
  CHECK(section_named("ROOT CAUSE:") == Section::root_causes);
  CHECK(section_named("5. Root Cause(s)") == Section::root_causes);
  CHECK(section_named("Mitigation & Resolution") == Section::resolution);
  CHECK(section_named("Corrective/Preventative measures") == Section::action_items);
  CHECK(section_named("Follow-ups") == Section::action_items);
  CHECK(section_named("Supporting information") == Section::none);
}

TEST_CASE("sections: sub-headings stay in their section, named ones begin their own") {
  Diagnostics diagnostics;
  const Article article =
      render_markdown("intro\n\n## Action items\n\n### Short term\n\n- a\n\n### Timeline\n\n- b\n\n## Other\n\nc\n",
                      {"x.md", 1, false}, diagnostics);
  const std::vector<SectionPart> parts = cut_sections(article.outline);
  REQUIRE(parts.size() == 4);
  CHECK(parts[0].section == Section::none);
  CHECK(parts[1].section == Section::action_items);
  CHECK(parts[1].blocks.size() == 2);
  CHECK(parts[2].section == Section::timeline);
  CHECK(parts[3].section == Section::none);
}

}  // namespace hindsight
