#pragma once

#include <cstddef>
#include <optional>
#include <variant>

#include "model/postmortem.hpp"

namespace hindsight {

/// A duration of one incident. Never typed by hand: always the difference of two milestones.
enum class Measure {
  detect,       ///< started → detected
  acknowledge,  ///< detected → acknowledged
  mitigate,     ///< started → mitigated
  resolve,      ///< started → resolved
  downtime,     ///< started → mitigated, else resolved
};

inline constexpr std::array all_measures = {Measure::detect, Measure::acknowledge, Measure::mitigate, Measure::resolve,
                                            Measure::downtime};

/// As data files and the command line write them.
template <>
struct Names<Measure> {
  static constexpr std::array<std::string_view, 5> values = {"time_to_detect", "time_to_acknowledge",
                                                             "time_to_mitigate", "time_to_resolve", "downtime"};
};

/// Why an incident has no value of a measure. Missing times are counted, never guessed.
enum class LeftOut { unknown, ongoing, near_miss, drill, duplicate, excluded, inferred };

inline constexpr std::size_t left_out_reasons = 7;

template <>
struct Names<LeftOut> {
  static constexpr std::array<std::string_view, left_out_reasons> values = {
      "unknown", "ongoing", "near_miss", "drill", "duplicate", "excluded", "inferred"};
};

using MeasuredDuration = std::variant<seconds, LeftOut>;

/// The measure of one incident, in seconds, or why there is none. A time that is only a day, or an end before its
/// start (possible with approximate times), is `unknown`.
MeasuredDuration measure(const Postmortem& postmortem, Measure what);

/// The duration alone; nullopt if left out for whatever reason.
std::optional<seconds> duration_of(const Postmortem& postmortem, Measure what);

/// Whether the duration rests on a time that was written with ~.
bool is_approximate(const Postmortem& postmortem, Measure what);

/// Whether the duration rests on a time that was read from the text.
bool is_inferred(const Postmortem& postmortem, Measure what);

/// What is known of a measure of one incident.
struct Measurement {
  MeasuredDuration duration = LeftOut::unknown;
  bool is_approximate = false;
  bool is_inferred = false;
};

/// All measures of an incident, by Measure.
std::array<Measurement, all_measures.size()> measure_all(const Postmortem& postmortem);

/// How long an ongoing incident has lasted at the beginning of `today`, at least: from its start; nullopt if that is
/// unknown, only a day, or later.
std::optional<seconds> lasted_so_far(const Postmortem& postmortem, Date today);

}  // namespace hindsight
