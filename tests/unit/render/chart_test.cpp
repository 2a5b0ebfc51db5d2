#include <algorithm>
#include <chrono>
#include <set>

#include <doctest/doctest.h>

#include "render/chart/boxes.hpp"
#include "render/chart/calendar.hpp"
#include "render/chart/drawing.hpp"
#include "render/chart/histogram.hpp"
#include "render/chart/scatter.hpp"
#include "render/chart/strip.hpp"

namespace hindsight {
namespace {

using namespace std::chrono_literals;

Date day(std::string_view text) { return *scan_date(text); }

std::string labels(const std::vector<Tick>& ticks) {
  std::string text;
  for (const Tick& tick : ticks) text += tick.label + " ";
  return text;
}

long count(const std::string& text, std::string_view part) {
  long found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

ScatterDot dot(std::string_view date, seconds value, std::size_t style = 2) {
  ScatterDot made;
  made.at = Instant(day(date));
  made.value = value;
  made.style = style;
  return made;
}

}  // namespace

TEST_CASE("chart: durations are marked where people count") {
  CHECK(labels(DurationScale(60s, 720h, 240, 0).ticks()) == "1m 5m 15m 1h 4h 1d 3d 7d 30d ");
  CHECK(labels(DurationScale(8min, 15h, 240, 0).ticks()) == "15m 1h 4h ");
  CHECK(labels(DurationScale(0s, 4h, 240, 0).ticks()) == "<1m 1m 5m 15m 1h 4h ");
}

TEST_CASE("chart: an axis of durations has two marks at least, whatever the values") {
  for (const seconds value : {0s, 59s, 60s, 90s, 3600s, 7200s, 40000s, 31536000s, 1000000000s}) {
    CAPTURE(value.count());
    const DurationScale scale(value, value, 240, 0);
    CHECK(scale.ticks().size() >= 2);
    CHECK(scale.at(value) >= 0);
    CHECK(scale.at(value) <= 240);
  }
}

TEST_CASE("chart: longer durations are further along the axis, zero is at its foot") {
  const DurationScale scale(0s, 720h, 240, 0);
  int last = 241;
  for (const seconds value : {0s, 60s, 300s, 3600s, 86400s, 2592000s}) {
    CHECK(scale.at(value) < last);
    CHECK(scale.at(value) >= 0);
    last = scale.at(value);
  }
}

TEST_CASE(
    "chart: a time axis has at most eight marks, in years, or quarters and months where years are too far apart") {
  CHECK(labels(TimeScale(day("2021-01-01"), day("2025-06-01"), 0, 600).ticks()) == "2021 2022 2023 2024 2025 ");
  CHECK(labels(TimeScale(day("2025-01-01"), day("2025-04-10"), 0, 600).ticks()) == "Jan 25 Feb 25 Mar 25 Apr 25 ");
  for (const std::string_view end :
       {"2000-01-02", "2000-09-01", "2001-03-01", "2003-01-01", "2011-01-01", "2150-01-01"}) {
    CAPTURE(end);
    const std::vector<Tick> ticks = TimeScale(day("2000-01-01"), day(end), 0, 600).ticks();
    CHECK(ticks.size() >= 1);
    CHECK(ticks.size() <= 8);
    CHECK(std::ranges::is_sorted(ticks, {}, &Tick::at));
  }
}

TEST_CASE("chart: severities differ by shape and size, not only by colour") {
  std::set<std::string> shapes;
  for (std::size_t style = 0; style < dot_styles; ++style) shapes.insert(dot_path(style, 100, 100) + dot_class(style));
  CHECK(shapes.size() == dot_styles);
  CHECK(dot_path(2, 100, 100) != dot_path(3, 100, 100));
}

TEST_CASE("chart: a scatter plot holds links with escaped words, and no style of its own") {
  const ScatterFrame frame = make_scatter_frame(60s, 86400s, day("2025-01-01"), day("2025-12-31"));
  Scatter scatter;
  scatter.id = "x";
  scatter.name = "Time & \"more\"";
  scatter.dots = {dot("2025-03-01", 600s, 0), dot("2025-04-01", 700s)};
  scatter.dots[0].label = "<script>";
  scatter.dots[0].url = "incidents/a\"b.html";
  const std::string drawn = draw_scatter(frame, scatter);
  CHECK(drawn.find("<title>&lt;script&gt;</title>") != std::string::npos);
  CHECK(drawn.find("a&quot;b.html") != std::string::npos);
  CHECK(drawn.find("<script>") == std::string::npos);
  CHECK(drawn.find("style=") == std::string::npos);
  CHECK(drawn.find("role=\"group\"") != std::string::npos);
  CHECK(drawn.find("Time &amp; &quot;more&quot;") != std::string::npos);
}

TEST_CASE("chart: without links it is one image; dots at one place are drawn once; the worst come last") {
  const ScatterFrame frame = make_scatter_frame(60s, 86400s, day("2025-01-01"), day("2025-12-31"));
  Scatter scatter;
  scatter.id = "x";
  scatter.dots = {dot("2025-03-01", 600s, 0), dot("2025-03-01", 601s), dot("2025-03-01", 600s)};
  const std::string drawn = draw_scatter(frame, scatter);
  CHECK(drawn.find("role=\"img\"") != std::string::npos);
  CHECK(count(drawn, "class=\"points\"") == 2);
  CHECK(drawn.find("dots sev-3") < drawn.find("dots sev-1"));
}

TEST_CASE("chart: dots give way to bands when they would cover 60 % of the plot") {
  CHECK_FALSE(is_too_dense(1000));
  CHECK(is_too_dense(1100));
}

TEST_CASE("chart: a box without enough values is its dots; n stands below each") {
  Box small{"2024", "", 2, std::nullopt, false, {60s, 120s}, std::nullopt};
  Box large{"2025", "", 7, BoxNumbers{60s, 120s, 240s, 480s, 960s, 60s, 960s}, true, {}, 300s};
  const std::string drawn = draw_boxes("Boxes", {small, large}, 60s, 960s);
  CHECK(count(drawn, "class=\"box faint\"") == 1);
  CHECK(count(drawn, "class=\"dots plain\"") == 1);
  CHECK(count(drawn, "class=\"mean\"") == 1);
  CHECK(drawn.find(">7</text>") != std::string::npos);
  CHECK(draw_boxes("Boxes", {}, 60s, 960s).empty());
}

TEST_CASE("chart: a histogram counts each value once, at the mark into the upper bucket") {
  const auto rows = histogram_rows({0s, 60s, 299s, 300s, 100h, 900h});
  CHECK(rows[0] == std::pair<std::string, std::size_t>{"0 to 1m", 1});
  CHECK(rows[1] == std::pair<std::string, std::size_t>{"1m to 5m", 2});
  CHECK(rows[2].second == 1);
  CHECK(rows.back() == std::pair<std::string, std::size_t>{"30d and more", 1});
  std::size_t total = 0;
  for (const auto& [range, n] : rows) total += n;
  CHECK(total == 6);
}

TEST_CASE("chart: a calendar is a table of seven rows with a link in each day that has a place to lead to") {
  const std::string drawn = draw_calendar(
      "A <year>", day("2025-01-01"), day("2025-12-31"),
      {{day("2025-03-04"), {2, "worst SEV1", "years/2025.html"}}, {day("2025-03-05"), {12, "worst SEV2", ""}}});
  CHECK(drawn.find("title=\"2025-03-05, worst SEV2\">12</td>") != std::string::npos);
  CHECK(count(drawn, "<tr>") == 8);
  CHECK(count(drawn, "<a ") == 1);
  CHECK(drawn.find("title=\"2025-03-04, worst SEV1\">2</a>") != std::string::npos);
  CHECK(drawn.find("A &lt;year&gt;") != std::string::npos);
  CHECK(count(drawn, "<td></td>") + count(drawn, "class=\"outside\"") + 2 >= 365);
}

TEST_CASE("chart: a strip draws every item, overdue ones in their own shape") {
  const std::string drawn = draw_strip("Ages", {{"prevent", {{3, false, "a", "x.html"}, {3, true, "b", "y.html"}}}});
  CHECK(count(drawn, "<a ") == 2);
  CHECK(count(drawn, "overdue-dot") == 1);
  CHECK(drawn.find(">prevent</text>") != std::string::npos);
}

TEST_CASE("chart: points are told by their distances, from left to right") {
  CHECK(points_path({}).empty());
  CHECK(points_path({{14, 30}, {5, 7}, {14, 21}, {20, 18}}) == "M5 7h0m9 14h0m0 9h0m6-12h0");
}

}  // namespace hindsight
