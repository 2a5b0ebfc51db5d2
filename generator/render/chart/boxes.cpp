#include "render/chart/boxes.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace hindsight {
namespace {

constexpr int top = 8;
constexpr int bottom = 222;
constexpr int label_line = 18;
constexpr int widest_box = 34;
constexpr std::size_t crowded = 8;

std::string draw_numbers(const DurationScale& scale, const Box& box, int middle, int width) {
  const BoxNumbers& numbers = *box.numbers;
  const auto y = [&](seconds value) { return scale.at(value); };
  const int left = middle - width / 2;
  const int upper = y(numbers.q3);
  std::string drawn = fmt::format(R"(<path class="whisker" d="M{0} {1}V{2}M{0} {3}V{4}"/>)", middle, y(numbers.largest),
                                  upper, y(numbers.q1), y(numbers.smallest));
  drawn += fmt::format(R"(<rect class="box{}" x="{}" y="{}" width="{}" height="{}"/>)", box.is_faint ? " faint" : "",
                       left, upper, width, std::max(y(numbers.q1) - upper, 2));
  drawn += fmt::format(R"(<rect class="box-interval" x="{}" y="{}" width="3" height="{}"/>)", middle - 1,
                       y(numbers.median_high), std::max(y(numbers.median_low) - y(numbers.median_high), 2));
  drawn += fmt::format(R"(<path class="median-line" d="M{} {}h{}"/>)", left, y(numbers.median), width);
  return drawn;
}

std::string draw_box(const DurationScale& scale, const Box& box, int middle, int width, int n_line,
                     bool is_second_of_many) {
  std::string drawn;
  if (box.numbers) drawn += draw_numbers(scale, box, middle, width);
  std::string dots;
  for (const seconds value : box.dots) dots += dot_path(2, middle, scale.at(value));
  if (!dots.empty()) drawn += fmt::format(R"(<path class="dots plain" d="{}"/>)", dots);
  if (box.mean) {
    drawn +=
        fmt::format(R"(<path class="mean" d="M{} {}l5 5-5 5-5-5z"/>)", middle + width / 2 + 7, scale.at(*box.mean) - 5);
  }
  const std::string_view css_class = is_second_of_many ? "axis-x second" : "axis-x";
  drawn += text_at(middle, bottom + label_line, css_class, box.label);
  if (!box.sublabel.empty()) drawn += text_at(middle, bottom + 2 * label_line, "axis-x strong", box.sublabel);
  drawn += text_at(middle, n_line, is_second_of_many ? "axis-x quiet second" : "axis-x quiet", std::to_string(box.n));
  return drawn;
}

}  // namespace

std::string draw_boxes(std::string_view name, const std::vector<Box>& boxes, seconds smallest, seconds largest) {
  if (boxes.empty()) return {};
  const DurationScale scale(smallest, largest, bottom, top);
  const int step = (plot_right - plot_left) / static_cast<int>(boxes.size());
  const int width = std::min(widest_box, step / 2);
  const bool has_sublabels = std::ranges::any_of(boxes, [](const Box& box) { return !box.sublabel.empty(); });
  const int n_line = bottom + (has_sublabels ? 3 : 2) * label_line;
  std::string drawn = duration_axis(scale) + text_at(plot_left - 6, n_line, "axis-y quiet", "n") +
                      fmt::format(R"(<path class="axis" d="M{} {}H{}"/>)", plot_left, bottom, plot_right);
  int middle = plot_left + step / 2;
  for (std::size_t i = 0; i < boxes.size(); ++i, middle += step) {
    drawn += draw_box(scale, boxes[i], middle, width, n_line, boxes.size() > crowded && i % 2 == 1);
  }
  return drawing(n_line + 8, name, false, drawn);
}

}  // namespace hindsight
