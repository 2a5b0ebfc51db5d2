#pragma once

#include <string>
#include <vector>

#include "base/time.hpp"

/// From values to places in a drawing. A place is a whole pixel of the drawing's own coordinates.
namespace hindsight {

struct Tick {
  int at;
  std::string label;
};

/// A logarithmic axis of durations, because they spread over five orders of magnitude; marked where people count.
class DurationScale {
 public:
  /// `smallest` to `largest` reach from the place `from` to the place `to` (which may be the lower number).
  DurationScale(seconds smallest, seconds largest, int from, int to);

  int at(seconds value) const;

  /// Marks at 1m 5m 15m 1h 4h 1d 3d 7d 30d and so on, as far as they lie on the axis.
  std::vector<Tick> ticks() const;

 private:
  /// To the marks around, so that there are at least two of them: with fewer an axis can't be read.
  void widen();

  double low_;  // natural logarithms of seconds
  double high_;
  int from_;
  int to_;
};

/// A linear axis of days.
class TimeScale {
 public:
  TimeScale(Date first, Date last, int from, int to);

  int at(Instant instant) const;

  /// Marks at the beginnings of years, or of quarters or months where years are too far apart; at most eight.
  std::vector<Tick> ticks() const;

 private:
  Date first_;
  Date last_;
  int from_;
  int to_;
};

}  // namespace hindsight
