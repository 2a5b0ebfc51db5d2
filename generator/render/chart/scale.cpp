#include "render/chart/scale.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace hindsight {
namespace {

using namespace std::chrono_literals;

constexpr seconds shortest = 30s;  ///< what is shorter, zero above all, is drawn here
constexpr double padding = 0.04;   ///< of the axis, at both ends
constexpr int most_ticks = 8;

constexpr std::array<std::pair<seconds, std::string_view>, 15> marks = {{
    {30s, "<1m"},
    {1min, "1m"},
    {5min, "5m"},
    {15min, "15m"},
    {1h, "1h"},
    {4h, "4h"},
    {24h, "1d"},
    {72h, "3d"},
    {168h, "7d"},
    {720h, "30d"},
    {2160h, "90d"},
    {8760h, "1y"},
    {43800h, "5y"},
    {219000h, "25y"},
    {876000h, "100y"},
}};

constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

double log_of(seconds value) { return std::log(static_cast<double>(std::max(value, shortest).count())); }

/// The months between two marks, so that there are few enough of them.
int step_for(int length_in_months) {
  for (const int step : {1, 3, 12, 24, 60, 120, 240}) {
    if (length_in_months / step < most_ticks) return step;
  }
  return 1200;
}

}  // namespace

DurationScale::DurationScale(seconds smallest, seconds largest, int from, int to)
    : low_(log_of(smallest)), high_(log_of(largest)), from_(from), to_(to) {
  if (ticks().size() < 2) widen();
  const double margin = std::max(high_ - low_, 0.1) * padding;
  low_ -= margin;
  high_ += margin;
}

void DurationScale::widen() {
  const double smallest = low_;
  const double largest = high_;
  for (const auto& [value, label] : marks) {
    if (log_of(value) <= smallest) low_ = log_of(value);
  }
  for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
    if (log_of(mark->first) >= largest) high_ = log_of(mark->first);
  }
  // A lone value that lies on a mark.
  if (high_ - low_ < 1) high_ = low_ + 2;
}

int DurationScale::at(seconds value) const {
  const double share = (log_of(value) - low_) / (high_ - low_);
  return static_cast<int>(std::lround(from_ + share * (to_ - from_)));
}

std::vector<Tick> DurationScale::ticks() const {
  std::vector<Tick> ticks;
  for (const auto& [value, label] : marks) {
    const double mark = log_of(value);
    if (mark >= low_ && mark <= high_) ticks.push_back({at(value), std::string(label)});
  }
  return ticks;
}

TimeScale::TimeScale(Date first, Date last, int from, int to)
    : first_(first), last_(std::max(last, first + std::chrono::days(1))), from_(from), to_(to) {}

int TimeScale::at(Instant instant) const {
  const double length = std::chrono::duration<double>(last_ - first_).count();
  const double share = std::chrono::duration<double>(instant - Instant(first_)).count() / length;
  return static_cast<int>(std::lround(from_ + std::clamp(share, 0.0, 1.0) * (to_ - from_)));
}

std::vector<Tick> TimeScale::ticks() const {
  const std::chrono::year_month_day begin(first_);
  const std::chrono::year_month_day end(last_);
  const auto month_number = [](const std::chrono::year_month_day& day) {
    return static_cast<int>(day.year()) * 12 + static_cast<int>(static_cast<unsigned>(day.month())) - 1;
  };
  const int step = step_for(month_number(end) - month_number(begin));
  std::vector<Tick> ticks;
  for (int month = (month_number(begin) / step) * step; month <= month_number(end); month += step) {
    const Date day(std::chrono::year(month / 12) / std::chrono::month(static_cast<unsigned>(month % 12) + 1) / 1);
    if (day < first_ || day > last_) continue;
    ticks.push_back({at(Instant(day)),
                     step % 12 == 0
                         ? std::to_string(month / 12)
                         : fmt::format("{} {:02}", months[static_cast<std::size_t>(month % 12)], month / 12 % 100)});
  }
  return ticks;
}

}  // namespace hindsight
