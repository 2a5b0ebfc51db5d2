#include "render/chart/scatter.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/escape.hpp"

namespace hindsight {
namespace {

constexpr int top = 8;
constexpr int bottom = 246;
constexpr int height = 272;
constexpr int area_of_a_dot = 81;

using Place = std::pair<int, int>;

Place place_of(const ScatterFrame& frame, const ScatterDot& dot) {
  return {frame.times.at(dot.at), frame.values.at(dot.value)};
}

/// An arrow that points to where the value will end up.
std::string arrow_path(int x, int y) { return fmt::format("M{} {}v-11m-4 4l4-4 4 4", x, y + 5); }

std::string draw_link(const ScatterFrame& frame, const ScatterDot& dot) {
  const auto [x, y] = place_of(frame, dot);
  const std::string path = dot.is_ongoing ? arrow_path(x, y) : dot_path(dot.style, x, y);
  const std::string_view css_class = dot.is_ongoing       ? R"( class="ongoing")"
                                     : dot.is_approximate ? R"( class="approximate")"
                                                          : "";
  return fmt::format(R"(<a href="{}" tabindex="-1"><title>{}</title><path{} d="{}"/></a>)", escape_html(dot.url),
                     escape_html(dot.label), css_class, path);
}

std::string path_through(const std::set<Place>& places) {
  std::string path;
  for (const auto& [x, y] : places) append_point(path, path.empty() ? 'M' : ' ', x, y);
  return path;
}

/// Dots without links: one path whose corners are marked, each place once. It is the shortest way to write them down.
std::string draw_points(const std::set<Place>& places, std::size_t style, std::string_view id) {
  if (places.empty()) return {};
  const std::string marker = fmt::format("{}-{}", id, dot_class(style));
  return fmt::format(
      R"svg(<defs><marker id="{0}" viewBox="-8 -8 16 16" markerWidth="16" markerHeight="16" markerUnits="userSpaceOnUse"><path class="{1}" d="{2}"/></marker></defs><path class="points" marker-start="url(#{0})" marker-mid="url(#{0})" marker-end="url(#{0})" d="{3}"/>)svg",
      marker, dot_class(style), dot_path(style, 0, 0), path_through(places));
}

std::string draw_dots(const ScatterFrame& frame, const std::vector<ScatterDot>& dots, std::string_view id) {
  std::string drawn;
  for (std::size_t style = dot_styles; style-- > 0;) {
    std::set<Place> points;
    std::string links;
    for (const ScatterDot& dot : dots) {
      if (dot.style != style) continue;
      if (dot.url.empty()) {
        points.insert(place_of(frame, dot));
      } else {
        links += draw_link(frame, dot);
      }
    }
    if (points.empty() && links.empty()) continue;
    drawn += fmt::format(R"(<g class="dots {}">{}{}</g>)", dot_class(style), draw_points(points, style, id), links);
  }
  return drawn;
}

std::string draw_band(const ScatterFrame& frame, const std::vector<ScatterBand>& line) {
  std::string path;
  for (const ScatterBand& point : line) {
    append_point(path, path.empty() ? 'M' : ' ', frame.times.at(point.at), frame.values.at(point.high));
  }
  for (auto point = line.rbegin(); point != line.rend(); ++point) {
    append_point(path, 'L', frame.times.at(point->at), frame.values.at(point->low));
  }
  return path.empty() ? path : fmt::format(R"(<path class="band" d="{}z"/>)", path);
}

/// Above the dots, or many would hide it.
std::string draw_median(const ScatterFrame& frame, const std::vector<ScatterBand>& line) {
  std::string path;
  for (const ScatterBand& point : line) {
    append_point(path, path.empty() ? 'M' : ' ', frame.times.at(point.at), frame.values.at(point.middle));
  }
  if (line.size() == 1) path += "h6";
  return path.empty() ? path : fmt::format(R"(<path class="median-line" d="{}"/>)", path);
}

std::string draw_box(const ScatterFrame& frame, const ScatterQuantiles& box, seconds low, seconds high,
                     std::string_view css_class) {
  const int left = frame.times.at(box.from);
  const int width = std::max(frame.times.at(box.to) - left - 1, 1);
  const int y = frame.values.at(high);
  return fmt::format(R"(<rect class="{}" x="{}" y="{}" width="{}" height="{}"/>)", css_class, left, y, width,
                     std::max(frame.values.at(low) - y, 1));
}

std::string draw_quantiles(const ScatterFrame& frame, const std::vector<ScatterQuantiles>& quantiles) {
  std::string drawn;
  for (const ScatterQuantiles& box : quantiles) {
    drawn += draw_box(frame, box, box.p10, box.p90, "most");
    drawn += draw_box(frame, box, box.q1, box.q3, "half");
    const int left = frame.times.at(box.from);
    drawn += fmt::format(R"(<path class="median-line" d="M{} {}H{}"/>)", left, frame.values.at(box.median),
                         std::max(frame.times.at(box.to) - 1, left + 1));
  }
  return drawn;
}

}  // namespace

ScatterFrame make_scatter_frame(seconds smallest, seconds largest, Date first, Date last) {
  return {DurationScale(smallest, largest, bottom, top), TimeScale(first, last, plot_left + 10, plot_right - 10)};
}

std::string draw_background(const ScatterFrame& frame, const std::vector<ScatterDot>& dots,
                            const std::vector<ScatterQuantiles>& quantiles) {
  Places places;
  for (const ScatterDot& dot : dots) places.insert(place_of(frame, dot));
  const std::string path = points_path(places);
  std::string drawn = path.empty() ? "" : fmt::format(R"(<path class="rest" d="{}"/>)", path);
  for (const ScatterQuantiles& box : quantiles) drawn += draw_box(frame, box, box.p10, box.p90, "rest-box");
  return drawn;
}

std::string draw_scatter(const ScatterFrame& frame, const Scatter& scatter) {
  const bool has_links = std::ranges::any_of(scatter.dots, [](const ScatterDot& dot) { return !dot.url.empty(); });
  return drawing(height, scatter.name, has_links,
                 duration_axis(frame.values) + time_axis(frame.times, bottom) + scatter.background +
                     draw_quantiles(frame, scatter.quantiles) + draw_band(frame, scatter.line) +
                     draw_dots(frame, scatter.dots, scatter.id) + draw_median(frame, scatter.line));
}

bool is_too_dense(std::size_t n) {
  constexpr double plot_area = (plot_right - plot_left) * (bottom - top);
  return static_cast<double>(n) * area_of_a_dot > 0.6 * plot_area;
}

}  // namespace hindsight
