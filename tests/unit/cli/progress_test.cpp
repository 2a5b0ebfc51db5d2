#include "cli/progress.hpp"

#include <sstream>

#include <doctest/doctest.h>

namespace hindsight {
namespace {

Passes::Pass half_read() {
  Passes::Pass pass;
  pass.name = "read";
  pass.unit = "documents";
  pass.items = 10000;
  pass.done = 5000;
  pass.bytes = 20'000'000;
  pass.wall = std::chrono::seconds(2);
  pass.cpu = std::chrono::seconds(4);
  pass.peak = 64'000'000;
  return pass;
}

}  // namespace

TEST_CASE("progress: a pass, its count and its rate, wiped before anything else is printed") {
  std::ostringstream out;
  {
    ProgressLine line(out, true, std::chrono::milliseconds(0));
    line.show(half_read());
    CHECK(out.str() == "\r\x1b[Kread: 5,000 of 10,000 documents, 2,500 a second");
  }
  CHECK(out.str().ends_with("second\r\x1b[K"));
}

TEST_CASE("progress: nothing where there is no terminal, and nothing for work of less than a second") {
  std::ostringstream out;
  ProgressLine(out, false, std::chrono::milliseconds(0)).show(half_read());
  ProgressLine(out, true).show(half_read());
  CHECK(out.str().empty());
}

TEST_CASE("timings: a line a pass") {
  const std::string table = timings_table({half_read()});
  CHECK(table ==
        "pass         items                    MB   wall s    CPU s  peak MB\n"
        "read        10,000  documents       20.0     2.00     4.00       64\n");
}

}  // namespace hindsight
