#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"

/// Small pieces of markup that many pages share. They know no incidents.
namespace hindsight {

/// A shape and a word for a rank of severity (0 is the worst): colour is never the only cue.
std::string severity_badge(std::size_t rank, std::string_view label);

/// The shape alone, without text, for places where the label stands beside it.
std::string severity_shape(std::size_t rank);

/// <time> with its machine form.
std::string time_html(const Moment& moment);
std::string date_html(Date date);
std::string duration_html(seconds duration);

/// A link; `url` and `text` are escaped here.
std::string link_html(std::string_view url, std::string_view text);

/// A bar that fills `share` (0 to 1) of its width, the part `emphasis` of that darker. Decoration: the numbers stand
/// beside it.
std::string share_bar(double share, double emphasis = 0);

/// Muted "Not recorded": a gap is information.
std::string not_recorded();

/// One stretch of an incident's clock.
struct Phase {
  std::string name;   ///< also the CSS class: phase-<name>
  std::string label;  ///< for people
  seconds length{};
};

/// The phases as one bar, to scale, with a legend below it. Empty without phases.
std::string phase_bar(const std::vector<Phase>& phases);

}  // namespace hindsight
