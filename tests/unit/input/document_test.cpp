#include "input/document.hpp"

#include <doctest/doctest.h>

namespace hindsight {
namespace {

struct Split {
  SourceFile source;
  Document document;
  Diagnostics diagnostics;
};

Split split(std::string text) {
  Split result{{"x.md", std::move(text)}, {}, {}};
  result.document = split_document(result.source, result.diagnostics);
  return result;
}

}  // namespace

TEST_CASE("documents: front matter, then a body that knows its line") {
  const Split result = split("---\ntitle: x\n---\n\n## Summary\n");
  REQUIRE(result.document.front_matter);
  CHECK(result.document.front_matter->find("title")->text == "x");
  CHECK(result.document.body == "\n## Summary\n");
  CHECK(result.document.body_line == 4);
}

TEST_CASE("documents: without front matter all is body") {
  const Split result = split("# Title\n\n---\n\ntext\n---\n");
  CHECK_FALSE(result.document.front_matter);
  CHECK(result.document.body == "# Title\n\n---\n\ntext\n---\n");
  CHECK(result.diagnostics.all().empty());
}

TEST_CASE("documents: an empty front matter states nothing and is one all the same") {
  CHECK(split("---\n---\ntext").document.front_matter.has_value());
  CHECK(split("---\n---").document.body.empty());
}

TEST_CASE("documents: a front matter that never ends is an error in line 1, and the text is kept") {
  const Split result = split("---\ntitle: x\n\ntext\n");
  REQUIRE(result.diagnostics.all().size() == 1);
  CHECK(result.diagnostics.all()[0].rule == Rule::front_matter_unterminated);
  CHECK(result.document.body == "---\ntitle: x\n\ntext\n");
}

TEST_CASE("documents: front matter that is no mapping is an error") {
  CHECK(split("---\n- a\n---\n").diagnostics.all().at(0).rule == Rule::value_type);
}

TEST_CASE("documents: TOML front matter is reported and no part of the body") {
  Diagnostics diagnostics;
  const SourceFile source{"x.md", "+++\ntitle = \"x\"\n+++\n# Mail\n"};
  const Document document = split_document(source, diagnostics);
  CHECK(document.body == "# Mail\n");
  CHECK(document.body_line == 4);
  CHECK_FALSE(document.front_matter);
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].rule == Rule::front_matter_toml);
}

}  // namespace hindsight
