#include "render/chart/drawing.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/compile.h>
#include <fmt/format.h>

#include "base/escape.hpp"

namespace hindsight {

std::string dot_class(std::size_t style) {
  return style >= no_severity_style ? "sev-none" : fmt::format("sev-{}", style + 1);
}

std::string dot_path(std::size_t style, int x, int y) {
  switch (style) {
    case 0: return fmt::format("M{} {}l6 6-6 6-6-6z", x, y - 6);
    case 1: return fmt::format("M{} {}l6 10h-12z", x, y - 6);
    case 2: return fmt::format("M{} {}a4 4 0 1 0 8 0a4 4 0 1 0-8 0", x - 4, y);
    case 3: return fmt::format("M{} {}a3 3 0 1 0 6 0a3 3 0 1 0-6 0", x - 3, y);
    case 4:
      return fmt::format("M{} {}a4 4 0 1 0 8 0a4 4 0 1 0-8 0", x - 4, y);  // a ring: the style sheet does not fill it
    default: return fmt::format("M{} {}l7 7m0-7l-7 7", x - 3, y - 3);
  }
}

std::string drawing(int height, std::string_view name, bool has_links, std::string_view content) {
  return fmt::format(R"(<svg class="plot" viewBox="0 0 {} {}" role="{}" aria-label="{}">{}</svg>)", drawing_width,
                     height, has_links ? "group" : "img", escape_html(name), content);
}

std::string duration_axis(const DurationScale& scale) {
  std::string lines;
  std::string labels;
  for (const Tick& tick : scale.ticks()) {
    lines += fmt::format("M{} {}H{}", plot_left, tick.at, plot_right);
    labels += text_at(plot_left - 6, tick.at + 4, "axis-y", tick.label);
  }
  return fmt::format(R"(<path class="grid" d="{}"/>{})", lines, labels);
}

std::string time_axis(const TimeScale& scale, int bottom) {
  std::string marks;
  std::string labels;
  for (const Tick& tick : scale.ticks()) {
    marks += fmt::format("M{} {}v5", tick.at, bottom);
    labels += text_at(std::clamp(tick.at, plot_left + 14, plot_right - 16), bottom + 19, "axis-x", tick.label);
  }
  return fmt::format(R"(<path class="axis" d="M{} {}H{}{}"/>{})", plot_left, bottom, plot_right, marks, labels);
}

void append_point(std::string& path, char command, int x, int y) {
  fmt::format_to(std::back_inserter(path), FMT_COMPILE("{}{} {}"), command, x, y);
}

std::string points_path(const Places& places) {
  std::string path;
  int last_x = 0;
  int last_y = 0;
  for (const auto& [x, y] : places) {
    const int down = y - last_y;
    path += fmt::format("{}{}{}{}h0", path.empty() ? 'M' : 'm', x - last_x, down < 0 ? "" : " ", down);
    last_x = x;
    last_y = y;
  }
  return path;
}

std::string text_at(int x, int y, std::string_view css_class, std::string_view text) {
  return fmt::format(R"(<text class="{}" x="{}" y="{}">{}</text>)", css_class, x, y, escape_html(text));
}

}  // namespace hindsight
