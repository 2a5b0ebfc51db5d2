#include "markdown/prescan.hpp"

#include <doctest/doctest.h>

namespace hindsight {
namespace {

std::string repeat(std::string_view part, int times) {
  std::string text;
  for (int count = 0; count < times; ++count) text += part;
  return text;
}

}  // namespace

TEST_CASE("limits: what makes the parser quadratic or abort is found before it runs") {
  const std::string definition = "[a]: http://" + std::string(60000, 'x') + "\n" + repeat("[a] ", 4000) + "\n";
  for (const std::string& text : {
           std::string(70000, 'x'),                    // a line
           repeat("> ", 200) + "x",                    // quotes in quotes
           repeat("- ", 200) + "x",                    // lists in lists
           std::string(500, ' ') + "- x",              // indentation
           repeat(repeat("|", 250) + "\n", 3),         // columns
           repeat(repeat("| a ", 150) + "|\n", 1000),  // cells
           repeat("<?x\n", 40000),                     // a paragraph without end
           definition,                                 // definitions that multiply
           repeat(repeat("- ", 90) + "x\n\n", 3000),   // containers, many times
           repeat("a\n\n", 250000),                    // blocks
           repeat("# a\n\n", 3000),                    // headings
           repeat("a\n===\n\n", 3000),                 // headings by underlines
           repeat("> ## a\n\n", 3000),                 // headings in quotes
           repeat("[a](b)\n\n", 110000),               // brackets
           repeat("*a* *b* *c*\n\n", 110000),          // emphasis
       }) {
    CAPTURE(text.substr(0, 60));
    CHECK(find_exceeded_limit(text));
  }
}

TEST_CASE("limits: long logs in a fence are no reason to refuse a text") {
  const std::string log = repeat("2025-03-04T14:02:03Z error connection refused while calling payments\n", 5000);
  CHECK(find_exceeded_limit(log));
  CHECK_FALSE(find_exceeded_limit("## Log\n\n```\n" + log + "```\n\nafter\n"));
}

TEST_CASE("limits: a fence that may be none hides nothing") {
  const std::string hostile = repeat("<?x\n", 40000);
  CHECK(find_exceeded_limit("    ```\n" + hostile));           // indented: code of another kind
  CHECK(find_exceeded_limit("text\n```\n\n```\n" + hostile));  // closed again
  CHECK(find_exceeded_limit("<x\n```\n\n```\n" + hostile));    // HTML, or not
  CHECK(find_exceeded_limit("  ```\n```\n" + hostile));        // opened with an indentation
  CHECK(find_exceeded_limit("```\n```js\n```\n" + hostile));   // a line inside that closes nothing
  CHECK(find_exceeded_limit("````\n```\n````\n" + hostile));
  CHECK(find_exceeded_limit("~~~\n```\n~~~\n" + hostile));
  CHECK(find_exceeded_limit("<!--\n\n```\n-->\n" + hostile));  // inside a comment
  CHECK(find_exceeded_limit("``` a`b\n" + hostile));           // a backtick in the info string
  CHECK(find_exceeded_limit("\n```\nx\n```\n" + hostile));     // closed again
}

TEST_CASE("limits: an ordinary text passes, and the line is named for one that does not") {
  CHECK_FALSE(find_exceeded_limit("# Title\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- x\n  - y\n"));
  CHECK(find_exceeded_limit("a\nb\n" + std::string(70000, 'x'))->line == 3);
}

}  // namespace hindsight
