#include "render/chart/strip.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/escape.hpp"

namespace hindsight {
namespace {

constexpr int labels_width = 130;
constexpr int row_height = 34;
constexpr int dot_distance = 9;
constexpr int most_stacked = 3;

seconds length(int days) { return std::chrono::days(std::max(days, 1)); }

std::string draw_link(const StripDot& dot, int x, int y) {
  return fmt::format(R"(<a href="{}" tabindex="-1"><title>{}</title><path{} d="{}"/></a>)", escape_html(dot.url),
                     escape_html(dot.label), dot.is_marked ? R"( class="overdue-dot")" : "",
                     dot_path(dot.is_marked ? 0 : 2, x, y));
}

std::string draw_points(const Places& places, std::string_view css_class) {
  const std::string path = points_path(places);
  return path.empty() ? path : fmt::format(R"(<path class="{}" d="{}"/>)", css_class, path);
}

/// Dots that would lie on each other step aside, a few above and below the middle of the row. Those without links are
/// one path for each look.
std::string draw_row(const DurationScale& scale, const StripRow& row, int middle) {
  std::map<int, int> taken;
  Places plain;
  Places marked;
  std::string drawn;
  for (const StripDot& dot : row.dots) {
    const int x = scale.at(length(dot.days));
    const int already = taken[x / dot_distance]++ % most_stacked;
    const int y = middle + (already % 2 == 1 ? -dot_distance : dot_distance) * ((already + 1) / 2);
    if (dot.url.empty()) {
      (dot.is_marked ? marked : plain).emplace(x / dot_distance * dot_distance, y);
    } else {
      drawn += draw_link(dot, x, y);
    }
  }
  return draw_points(plain, "strip-points") + draw_points(marked, "strip-points overdue-dot") + drawn;
}

}  // namespace

std::string draw_strip(std::string_view name, const std::vector<StripRow>& rows) {
  int oldest = 1;
  int youngest = -1;
  bool has_links = false;
  for (const StripRow& row : rows) {
    for (const StripDot& dot : row.dots) {
      oldest = std::max(oldest, dot.days);
      youngest = youngest < 0 ? dot.days : std::min(youngest, dot.days);
      has_links = has_links || !dot.url.empty();
    }
  }
  const DurationScale scale(length(std::max(youngest, 1)), length(oldest), labels_width, plot_right - 8);
  const int bottom = row_height * static_cast<int>(rows.size()) + 4;
  std::string grid;
  std::string labels;
  for (const Tick& tick : scale.ticks()) {
    grid += fmt::format("M{} 4V{}", tick.at, bottom);
    labels += text_at(tick.at, bottom + 19, "axis-x", tick.label);
  }
  std::string drawn = fmt::format(R"(<path class="grid" d="{}"/>{})", grid, labels);
  std::string dots;
  std::string names;
  int middle = 4 + row_height / 2;
  for (const StripRow& row : rows) {
    names += text_at(labels_width - 10, middle + 4, "axis-y", row.label);
    dots += draw_row(scale, row, middle);
    middle += row_height;
  }
  drawn += names + R"(<g class="dots strip">)" + dots + "</g>";
  return drawing(bottom + 26, name, has_links, drawn);
}

}  // namespace hindsight
