#include "model/front_matter_text.hpp"

#include <doctest/doctest.h>

namespace hindsight {

TEST_CASE("front matter text: inferred fields alone, each with its evidence at its new line") {
  Postmortem postmortem;
  postmortem.title = "The \"big\" one";
  postmortem.authors = {"Ada", "Grace"};
  postmortem.add_origin(
      {"title", 3, 1, std::make_shared<const Evidence>(Evidence{3, "# The \"big\" one", "heading", Confidence::stated}),
       true});
  postmortem.add_origin({"authors", 1, 1, nullptr, false});
  const Resolution start = resolve(*scan_time("2024-03-04T10:00+01:00").time, {});
  postmortem.time(Milestone::started) = start.moment;
  Proposals said;
  said.times[0] = {*scan_time("2024-03-04T10:00+01:00").time, {}};
  postmortem.add_origin(
      {"started_at", 9, 1,
       std::make_shared<const Evidence>(Evidence{9, "10:00 it broke", "timeline", Confidence::guessed}), true});
  const std::vector<std::string> lines = front_matter_of(postmortem, said, {}, 0, 3);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0] == R"(title: "The \"big\" one"  # line 8 (heading): # The "big" one)");
  CHECK(lines[1] == R"(started_at: "2024-03-04T10:00+01:00"  # line 14 (timeline, guessed): 10:00 it broke)");
  CHECK(front_matter_of(postmortem, said, {}, 5, 0)[0].find("# line 3 ") != std::string::npos);  // it stays above
}

TEST_CASE("front matter text: times as front matter takes them") {
  const auto written = [](const std::string& text) {
    const WrittenTime time = *scan_time(text).time;
    return written_time(time, *resolve(time, {}).moment);
  };
  CHECK(written("2024-03-04 10:00") == "\"2024-03-04 10:00\"");  // no zone is made up
  CHECK(written("~2024-03-04T10:00Z") == "\"~2024-03-04T10:00Z\"");
  CHECK(written("2024-03-04T10:00:30-07:00") == "\"2024-03-04T10:00:30-07:00\"");
  CHECK(written("2024-03-04") == "\"2024-03-04\"");
}

}  // namespace hindsight
