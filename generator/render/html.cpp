#include "render/html.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "base/escape.hpp"
#include "base/url.hpp"

namespace hindsight {
namespace {

/// Diamond, triangle, disc, small disc, ring: worst first, in a box of 12.
constexpr std::array shapes = {
    R"(<path d="M6 0 12 6 6 12 0 6z"/>)",
    R"(<path d="M6 .6 12 11.4H0z"/>)",
    R"(<circle cx="6" cy="6" r="5"/>)",
    R"(<circle cx="6" cy="6" r="3.2"/>)",
    R"(<path d="M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1m0 2a3 3 0 1 1 0 6 3 3 0 0 1 0-6"/>)",
};

constexpr double bar_width = 1000;
constexpr double narrowest = 6;  ///< a phase of a minute in an incident of days still shows

/// A length in a drawing, with one decimal.
void append_tenths(std::string& out, double length) {
  std::array<char, 32> text;
  const auto end = std::to_chars(text.begin(), text.end(), length, std::chars_format::fixed, 1).ptr;
  out.append(text.begin(), end);
}

}  // namespace

std::string severity_shape(std::size_t rank) {
  const std::size_t shape = std::min(rank, shapes.size() - 1);
  return "<svg class=\"sev-shape sev-" + std::to_string(shape + 1) + "\" viewBox=\"0 0 12 12\" aria-hidden=\"true\">" +
         shapes[shape] + "</svg>";
}

std::string severity_badge(std::size_t rank, std::string_view label) {
  return "<span class=\"sev\">" + severity_shape(rank) + "<span class=\"sev-name\">" + escape_html(label) +
         "</span></span>";
}

std::string time_html(const Moment& moment) {
  return "<time datetime=\"" + format_iso(moment) + "\">" + format_time(moment) + "</time>";
}

std::string date_html(Date date) { return "<time>" + format_date(date) + "</time>"; }

std::string duration_html(seconds duration) {
  return "<time datetime=\"" + format_duration_iso(duration) + "\">" + format_duration(duration) + "</time>";
}

std::string link_html(std::string_view url, std::string_view text) {
  std::string html = "<a href=\"";
  append_html(html, url);
  const bool may_be_web = url.find(':') != std::string_view::npos;
  html += may_be_web && classify_url(url) == UrlKind::web ? "\" rel=\"noopener noreferrer\">" : "\">";
  append_html(html, text);
  html += "</a>";
  return html;
}

std::string share_bar(double share, double emphasis) {
  const double width = std::clamp(share, 0.0, 1.0) * 100;
  const std::string darker = emphasis <= 0 ? ""
                                           : fmt::format(R"(<rect class="emphasis" width="{:.1f}" height="4"/>)",
                                                         width * std::min(emphasis, 1.0));
  return fmt::format(
      R"(<svg class="share-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect width="{:.1f}" height="4"/>{}</svg>)",
      width, darker);
}

std::string not_recorded() { return R"(<span class="missing">Not recorded</span>)"; }

std::string phase_bar(const std::vector<Phase>& phases) {
  seconds total{};
  for (const Phase& phase : phases) total += phase.length;
  if (total.count() <= 0) return {};
  std::string bars;
  std::string legend;
  double x = 0;
  for (const Phase& phase : phases) {
    const double share = static_cast<double>(phase.length.count()) / static_cast<double>(total.count());
    const double width =
        std::max(share * (bar_width - narrowest * static_cast<double>(phases.size())) + narrowest, narrowest);
    bars.append(R"(<rect class="phase-)").append(phase.name).append(R"(" x=")");
    append_tenths(bars, x);
    bars.append(R"(" y="0" width=")");
    append_tenths(bars, width);
    bars.append(R"(" height="14"/>)");
    legend.append(R"(<li><span class="phase-key"><svg viewBox="0 0 10 10" aria-hidden="true"><rect class="phase-)");
    legend.append(phase.name).append(R"(" width="10" height="10"/></svg></span>)");
    append_html(legend, phase.label);
    legend.append(" <b>").append(duration_html(phase.length)).append("</b></li>");
    x += width;
  }
  std::string html =
      R"(<div class="phases"><svg class="phase-bar" viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true">)";
  html.append(bars).append(R"(</svg><ol class="phase-legend">)").append(legend).append("</ol></div>");
  return html;
}

}  // namespace hindsight
