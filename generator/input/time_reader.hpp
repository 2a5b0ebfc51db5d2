#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "base/time.hpp"

namespace hindsight {

/// Turns the times of one document into instants, with a diagnostic for each that can't be.
class TimeReader {
 public:
  /// `zone` counts for times without an offset; `zone_is_set`: somebody chose it, so that its use is no finding.
  TimeReader(TimeZone zone, bool zone_is_set, Diagnostics& diagnostics);

  /// The time that `text` states for `field`; nullopt for `unknown` and for what can't be read. A clock time alone is
  /// on the day of `previous`, or on the day after if it would lie before it.
  std::optional<Moment> read(std::string_view field, const std::string& text, const Location& location,
                             const std::optional<Moment>& previous);

  /// The day that `text` states; nullopt for `unknown` and for what can't be read.
  std::optional<Date> read_date(std::string_view field, const std::string& text, const Location& location);

 private:
  void check_zone(const WrittenTime& written, const Location& location);

  TimeZone zone_;
  bool zone_is_set_;
  bool zone_was_reported_ = false;
  Diagnostics& diagnostics_;
};

/// Whether `text` says that nobody knows: unknown, n/a, none, tbd, ?.
bool says_unknown(std::string_view text);

}  // namespace hindsight
