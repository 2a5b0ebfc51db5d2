#include "cli/report.hpp"

#include <sstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace hindsight {
namespace {

std::string report(ReportFormat format) {
  Diagnostics diagnostics;
  diagnostics.add(Rule::value_not_allowed, {"content/a.md", 5, 11}, "severity is \"SEV9\"", "one of SEV1, SEV2",
                  "did you mean \"SEV1\"?");
  diagnostics.add(Rule::broken_link, {"content/a,b.md", 7, 0}, "a link to \"x\n::error::y%\"", "a file");
  diagnostics.add(Rule::no_front_matter, {"content/c.md", 0, 0}, "no front matter");
  diagnostics.sort();
  std::ostringstream out;
  print_report(out, diagnostics, format, false);
  return out.str();
}

}  // namespace

TEST_CASE("reports: text has the place, the level, what was found and wanted, and the rule; then counts") {
  CHECK(report(ReportFormat::text) ==
        "content/a,b.md:7: warning: a link to \"x ::error::y%\"; wanted: a file [broken-link]\n"
        "\n"
        "content/a.md:5:11: error: severity is \"SEV9\"; wanted: one of SEV1, SEV2 [value-not-allowed]\n"
        "    hint: did you mean \"SEV1\"?\n"
        "\n"
        "content/c.md: hint: no front matter [no-front-matter]\n"
        "\n"
        "     1  no-front-matter\n"
        "     1  value-not-allowed\n"
        "     1  broken-link\n"
        "1 error, 1 warning, 1 hint in 3 files\n");
}

TEST_CASE("reports: GitHub's commands can't be broken out of") {
  CHECK(report(ReportFormat::github) ==
        "::warning file=content/a%2Cb.md,line=7,title=broken-link::a link to \"x ::error::y%25\"; wanted: a file\n"
        "::error file=content/a.md,line=5,col=11,title=value-not-allowed::severity is \"SEV9\"; wanted: one of SEV1, "
        "SEV2%0Ahint: did you mean \"SEV1\"?\n"
        "::notice file=content/c.md,title=no-front-matter::no front matter\n");
}

TEST_CASE("reports: JSON, GitLab's Code Quality and SARIF are well-formed and complete") {
  const nlohmann::json plain = nlohmann::json::parse(report(ReportFormat::json));
  CHECK(plain["errors"] == 1);
  CHECK(plain["diagnostics"].size() == 3);
  CHECK(plain["diagnostics"][1]["rule"] == "value-not-allowed");
  CHECK(plain["diagnostics"][1]["column"] == 11);
  const nlohmann::json gitlab = nlohmann::json::parse(report(ReportFormat::gitlab));
  CHECK(gitlab[1]["severity"] == "critical");
  CHECK(gitlab[1]["location"]["lines"]["begin"] == 5);
  CHECK(gitlab[0]["fingerprint"] != gitlab[1]["fingerprint"]);
  const nlohmann::json sarif = nlohmann::json::parse(report(ReportFormat::sarif));
  CHECK(sarif["runs"][0]["results"][1]["level"] == "error");
  CHECK(sarif["runs"][0]["tool"]["driver"]["rules"].size() == all_rules().size());
}

TEST_CASE("reports: nothing reaches a terminal that it could take for a command") {
  CHECK(safe_for_terminal("a\x1b[31mb\nc\r\u009b2Jd\u202Ee") == "a[31mb c2Jd\u2426e");
}

}  // namespace hindsight
