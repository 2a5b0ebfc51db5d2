#include "render/chart/histogram.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

#include <fmt/format.h>

namespace hindsight {
namespace {

using namespace std::chrono_literals;

constexpr int top = 56;
constexpr int bottom = 206;
constexpr int height = 234;

/// The lower bounds of the buckets; the last is open.
constexpr std::array<std::pair<seconds, std::string_view>, 10> bounds = {{{0s, "0"},
                                                                          {1min, "1m"},
                                                                          {5min, "5m"},
                                                                          {15min, "15m"},
                                                                          {1h, "1h"},
                                                                          {4h, "4h"},
                                                                          {24h, "1d"},
                                                                          {72h, "3d"},
                                                                          {168h, "7d"},
                                                                          {720h, "30d"}}};

constexpr int bucket_width = (plot_right - plot_left) / static_cast<int>(bounds.size());

std::size_t bucket_of(seconds value) {
  std::size_t bucket = 0;
  while (bucket + 1 < bounds.size() && value >= bounds[bucket + 1].first) ++bucket;
  return bucket;
}

std::array<std::size_t, bounds.size()> count(const std::vector<seconds>& values) {
  std::array<std::size_t, bounds.size()> counts{};
  for (const seconds value : values) ++counts[bucket_of(value)];
  return counts;
}

/// Between the marks the place goes by the logarithm, as on the other charts.
int place_of(seconds value) {
  const std::size_t bucket = bucket_of(value);
  double share = 0.5;
  if (bucket > 0 && bucket + 1 < bounds.size()) {
    const auto log = [](seconds s) { return std::log(static_cast<double>(s.count())); };
    share = (log(value) - log(bounds[bucket].first)) / (log(bounds[bucket + 1].first) - log(bounds[bucket].first));
  }
  return plot_left + static_cast<int>(std::lround((static_cast<double>(bucket) + share) * bucket_width));
}

}  // namespace

std::string draw_histogram(std::string_view name, const std::vector<seconds>& values,
                           const std::vector<std::pair<std::string, seconds>>& lines) {
  const auto counts = count(values);
  const auto tallest = static_cast<double>(std::max<std::size_t>(1, std::ranges::max(counts)));
  std::string drawn;
  std::string numbers;
  for (std::size_t bucket = 0; bucket < counts.size(); ++bucket) {
    const int left = plot_left + static_cast<int>(bucket) * bucket_width;
    const int size = static_cast<int>(std::lround(static_cast<double>(counts[bucket]) / tallest * (bottom - top)));
    if (counts[bucket] > 0) {
      drawn += fmt::format(R"(<rect class="bar" x="{}" y="{}" width="{}" height="{}"/>)", left + 1, bottom - size,
                           bucket_width - 2, size);
      numbers += text_at(left + bucket_width / 2, bottom - size - 5, "axis-x halo", std::to_string(counts[bucket]));
    }
    drawn += text_at(left, bottom + 19, "axis-x", bounds[bucket].second);
  }
  drawn += fmt::format(R"(<path class="axis" d="M{} {}H{}"/>)", plot_left, bottom, plot_right);
  int label_y = 14;
  for (const auto& [label, value] : lines) {
    const int x = place_of(value);
    drawn += fmt::format(R"(<path class="marker" d="M{} {}V{}"/>)", x, label_y + 4, bottom);
    const bool is_far_right = x > drawing_width * 3 / 4;
    drawn +=
        text_at(is_far_right ? x - 5 : x + 5, label_y, is_far_right ? "axis-y strong" : "marker-label strong", label);
    label_y += 18;
  }
  return drawing(height, name, false, drawn + numbers);
}

std::vector<std::pair<std::string, std::size_t>> histogram_rows(const std::vector<seconds>& values) {
  const auto counts = count(values);
  std::vector<std::pair<std::string, std::size_t>> rows;
  for (std::size_t bucket = 0; bucket < counts.size(); ++bucket) {
    const bool is_last = bucket + 1 == counts.size();
    rows.emplace_back(is_last ? fmt::format("{} and more", bounds[bucket].second)
                              : fmt::format("{} to {}", bounds[bucket].second, bounds[bucket + 1].second),
                      counts[bucket]);
  }
  return rows;
}

}  // namespace hindsight
