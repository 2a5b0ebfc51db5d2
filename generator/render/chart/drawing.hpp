#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/chart/scale.hpp"

/// What all drawings share. Only classes, never styles: colours, fonts and print come from the theme's style sheet.
namespace hindsight {

/// Every drawing has this size; the style sheet scales it, and its text for narrow screens.
inline constexpr int drawing_width = 640;
inline constexpr int plot_left = 46;
inline constexpr int plot_right = 632;

/// Styles of dots: the ranks of severity, worst first, and one for no severity.
inline constexpr std::size_t dot_styles = 6;
inline constexpr std::size_t no_severity_style = 5;

/// "sev-1" … "sev-5", "sev-none".
std::string dot_class(std::size_t style);

/// The outline of a dot as path data: shape and size differ by style, so that colour is never the only cue.
std::string dot_path(std::size_t style, int x, int y);

/// Appends a command of path data with a point: "M12 34".
void append_point(std::string& path, char command, int x, int y);

/// Where plain dots are.
using Places = std::set<std::pair<int, int>>;

/// Path data of dots that are all alike: points, which the style sheet gives round ends. Each is told by its distance
/// from the one before, in half the bytes.
std::string points_path(const Places& places);

/// An <svg> of `height` with a name for screen readers. `has_links`: it is a group of links, not one image.
std::string drawing(int height, std::string_view name, bool has_links, std::string_view content);

/// Horizontal lines with their labels at the left.
std::string duration_axis(const DurationScale& scale);

/// Vertical marks with their labels below the plot, which ends at `bottom`.
std::string time_axis(const TimeScale& scale, int bottom);

std::string text_at(int x, int y, std::string_view css_class, std::string_view text);

}  // namespace hindsight
