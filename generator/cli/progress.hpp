#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "base/passes.hpp"

namespace hindsight {

/// A line on a terminal that says how far a build has come. Shown once the build has taken longer than `patience`.
class ProgressLine {
 public:
  /// `enabled`: whether `out` is a terminal; otherwise nothing is ever printed.
  ProgressLine(std::ostream& out, bool enabled, std::chrono::milliseconds patience = std::chrono::seconds(1));
  ~ProgressLine() { clear(); }

  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void show(const Passes::Pass& pass);

  /// Wipes the line, before anything else is printed.
  void clear();

 private:
  std::ostream& out_;
  bool enabled_;
  std::chrono::milliseconds patience_;
  bool is_shown_ = false;
  std::chrono::steady_clock::time_point began_;
};

/// "read: 2,000 of 10,000 documents, 5,312 a second"
std::string progress_text(const Passes::Pass& pass);

/// A table of passes: items, MB, seconds of the clock and of all processors, and the largest memory up to then.
std::string timings_table(const std::vector<Passes::Pass>& passes);

}  // namespace hindsight
