#include "pages/scatter_figure.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "base/escape.hpp"
#include "base/text.hpp"
#include "pages/summary_table.hpp"
#include "render/chart/scatter.hpp"
#include "render/html.hpp"

namespace hindsight {
namespace {

constexpr std::size_t most_table_rows = 60;
constexpr std::size_t longest_label = 50;
constexpr std::size_t most_line_points = 80;
constexpr std::size_t most_linked_outstanding = 24;
constexpr std::size_t most_outstanding = 300;  ///< dots in dense mode

const Postmortem& postmortem_of(const Site& site, const Sample& sample) {
  return site.corpus.postmortems[sample.incident];
}

std::size_t style_of(const Postmortem& postmortem) {
  return postmortem.severity ? std::min(*postmortem.severity, no_severity_style - 1) : no_severity_style;
}

std::string severity_text(const Site& site, const Postmortem& postmortem) {
  return postmortem.severity ? site.config.severities()[*postmortem.severity].name : std::string("no severity");
}

std::string label_of(const Site& site, const Sample& sample, bool is_ongoing) {
  const Postmortem& postmortem = postmortem_of(site, sample);
  const std::string length = (is_ongoing              ? "ongoing, at least "
                              : sample.is_approximate ? "about "
                                                      : "") +
                             format_duration(sample.value);
  return fmt::format("{} · {} · {} · {}", format_date(*grouping_day(postmortem)), severity_text(site, postmortem),
                     length, shorten(postmortem.title, longest_label));
}

ScatterDot plain_dot(const Site& site, const Sample& sample) {
  const Postmortem& postmortem = postmortem_of(site, sample);
  ScatterDot dot;
  dot.at = dated_by(postmortem)->at;
  dot.value = sample.value;
  dot.style = style_of(postmortem);
  return dot;
}

ScatterDot linked_dot(const Site& site, const Sample& sample, bool is_ongoing, const Urls& urls) {
  ScatterDot dot = plain_dot(site, sample);
  dot.label = label_of(site, sample, is_ongoing);
  dot.url = urls.to_incident(postmortem_of(site, sample));
  dot.is_approximate = sample.is_approximate;
  dot.is_ongoing = is_ongoing;
  return dot;
}

/// The samples that stand out, the longest first: of the worst severity, or of the longest hundredth.
std::vector<Sample> outstanding(const Site& site, const std::vector<Sample>& samples) {
  const auto is_longer = [](const Sample& a, const Sample& b) {
    return a.value != b.value ? a.value > b.value : a.incident < b.incident;
  };
  std::vector<Sample> found = samples;
  const auto rest = found.begin() + static_cast<std::ptrdiff_t>(samples.size() / 100);
  std::ranges::nth_element(found, rest, is_longer);
  const auto is_other = [&](const Sample& sample) { return style_of(postmortem_of(site, sample)) != 0; };
  found.erase(std::remove_if(rest, found.end(), is_other), found.end());
  std::ranges::sort(found, is_longer);
  if (found.size() > most_outstanding) found.resize(most_outstanding);
  return found;
}

Date first_day_of_quarter(int quarter) {
  return Date(std::chrono::year(quarter / 4) / std::chrono::month(static_cast<unsigned>(quarter % 4) * 3 + 1) / 1);
}

/// What each quarter holds, where it holds enough for quartiles.
std::vector<ScatterQuantiles> quantiles_by_quarter(const Site& site, const Samples& samples) {
  std::map<int, std::vector<seconds>> quarters;
  for (const Sample& sample : samples.values) {
    quarters[quarter_of(*grouping_day(postmortem_of(site, sample)))].push_back(sample.value);
  }
  std::vector<ScatterQuantiles> quantiles;
  for (auto& [quarter, values] : quarters) {
    if (values.size() < smallest_n_for_median) continue;
    std::ranges::sort(values);
    const auto at = [&sorted = values](double p) { return quantile_of(sorted, p); };
    quantiles.push_back({Instant(first_day_of_quarter(quarter)), Instant(first_day_of_quarter(quarter + 1)), at(0.1),
                         at(0.25), at(0.5), at(0.75), at(0.9)});
  }
  return quantiles;
}

std::vector<ScatterBand> rolling_line(const Site& site, const Samples& samples) {
  const std::vector<RollingMedian> medians = rolling_medians(site, samples);
  const std::size_t step = std::max<std::size_t>(1, medians.size() / most_line_points);
  std::vector<ScatterBand> line;
  for (std::size_t i = (medians.size() + step - 1) % step; i < medians.size(); i += step) {
    line.push_back({medians[i].at, medians[i].interval.low, medians[i].median, medians[i].interval.high});
  }
  return line;
}

/// Every sample with its own words and link; or, where they are too many for that, those that stand out. In dense mode
/// the others are not drawn at all.
std::vector<ScatterDot> dots_of(const Site& site, const Samples& samples, bool is_dense, const Urls& urls) {
  const bool all_linked = samples.values.size() <= most_linked_dots;
  const std::vector<Sample> standing_out =
      is_dense || !all_linked ? outstanding(site, samples.values) : std::vector<Sample>();
  const std::vector<Sample>& shown = is_dense ? standing_out : samples.values;
  std::set<std::size_t> linked;
  for (const Sample& sample : std::span(standing_out).first(std::min(standing_out.size(), most_linked_outstanding)))
    linked.insert(sample.incident);
  std::vector<ScatterDot> dots;
  for (const Sample& sample : shown) {
    const bool is_linked = all_linked || linked.contains(sample.incident);
    dots.push_back(is_linked ? linked_dot(site, sample, false, urls) : plain_dot(site, sample));
  }
  for (const Sample& sample : samples.ongoing) dots.push_back(linked_dot(site, sample, true, urls));
  return dots;
}

std::vector<LegendItem> legend_of(const Site& site, const Samples& samples, const Scatter& scatter) {
  std::vector<LegendItem> legend;
  std::set<std::size_t> styles;
  bool has_ongoing = false;
  bool has_approximate = false;
  for (const ScatterDot& dot : scatter.dots) {
    styles.insert(dot.style);
    has_ongoing = has_ongoing || dot.is_ongoing;
    has_approximate = has_approximate || dot.is_approximate;
  }
  const std::vector<TermDefinition>& severities = site.config.severities();
  for (const std::size_t style : styles) {
    if (style == no_severity_style) {
      legend.push_back({legend_key(R"(<path class="sev-none" d="M6 2l8 8m0-8l-8 8"/>)"), "no severity", "sev-none"});
      continue;
    }
    const bool is_last_style = style + 1 == no_severity_style && severities.size() > no_severity_style;
    legend.push_back(
        {severity_shape(style), severities[style].name + (is_last_style ? " and lower" : ""), dot_class(style)});
  }
  if (has_approximate) {
    legend.push_back(
        {legend_key(R"(<circle class="approximate" cx="10" cy="6" r="4"/>)"), "hollow: approximate times", ""});
  }
  if (has_ongoing)
    legend.push_back({legend_key(R"(<path class="ongoing" d="M10 11V1m-4 4l4-4 4 4"/>)"), "ongoing, so far", ""});
  if (!scatter.line.empty()) {
    legend.push_back(
        {legend_key(R"(<path class="band" d="M0 1h20v10H0z"/><path class="median-line" d="M0 6h20"/>)"),
         fmt::format("median of the last {} with its 95 % interval", rolling_window_for(samples.values.size())), ""});
  }
  if (!scatter.quantiles.empty()) {
    legend.push_back(
        {legend_key(R"(<path class="most" d="M4 0h12v12H4z"/><path class="half" d="M4 3h12v6H4z"/>)"),
         "by quarter: 80 % and 50 % of incidents, median; dots: " + severities.front().name + " and the longest 1 %",
         ""});
  }
  if (!scatter.background.empty())
    legend.push_back({legend_key(R"(<circle class="rest-key" cx="10" cy="6" r="3"/>)"), "all other incidents", ""});
  return legend;
}

FigureTable incident_rows(const Site& site, const Samples& samples, const Urls& urls) {
  FigureTable table{{"Incident", "Date", "Severity", "Duration"}, {}};
  const auto add = [&](const Sample& sample, bool is_ongoing) {
    const Postmortem& postmortem = postmortem_of(site, sample);
    const std::string prefix = is_ongoing ? "at least " : sample.is_approximate ? "about " : "";
    table.rows.push_back({link_html(urls.to_incident(postmortem), shorten(postmortem.title, longest_label)),
                          format_date(*grouping_day(postmortem)), escape_html(severity_text(site, postmortem)),
                          prefix + format_duration(sample.value)});
  };
  for (const Sample& sample : samples.values) add(sample, false);
  for (const Sample& sample : samples.ongoing) add(sample, true);
  return table;
}

}  // namespace

ChartFrames make_chart_frames(const Site& site) {
  const std::vector<std::size_t> all = all_incidents(site);
  const auto frame_of = [&](const Samples& samples) -> std::optional<ScatterFrame> {
    std::vector<seconds> values = sorted_values(samples);
    for (const Sample& sample : samples.ongoing) values.push_back(sample.value);
    if (values.empty() || site.years.empty()) return std::nullopt;
    const auto [smallest, largest] = std::ranges::minmax(values);
    const Date first(std::chrono::year(site.years.back().year) / 1 / 1);
    return make_scatter_frame(smallest, largest, first,
                              std::max(site.today, *grouping_day(site.corpus.postmortems.front())));
  };
  const Samples resolve = take_samples(site, all, Measure::resolve);
  ChartFrames frames{frame_of(take_samples(site, all, Measure::detect)), frame_of(resolve), {}};
  if (!frames.resolve) return frames;
  std::vector<ScatterDot> dots;
  const bool is_dense = is_too_dense(resolve.values.size());
  for (const Sample& sample : resolve.values) {
    if (!is_dense) dots.push_back(plain_dot(site, sample));
  }
  frames.resolve_background = draw_background(
      *frames.resolve, dots, is_dense ? quantiles_by_quarter(site, resolve) : std::vector<ScatterQuantiles>());
  return frames;
}

Figure scatter_figure(const Publication& publication, const ScatterRequest& request, const Urls& urls) {
  const Site& site = publication.site;
  const bool is_detect = request.measure == Measure::detect;
  const std::optional<ScatterFrame>& frame = is_detect ? publication.frames.detect : publication.frames.resolve;
  const Samples samples = take_samples(site, request.incidents, request.measure);
  const Summary summary = summarise(samples);

  Figure figure;
  figure.anchor = request.anchor;
  figure.title = request.title;
  figure.finding = finding_text(summary, request.measure);
  if (!frame || (samples.values.empty() && samples.ongoing.empty())) return figure;
  const bool is_dense = is_too_dense(samples.values.size());
  Scatter scatter;
  scatter.id = request.anchor;
  scatter.name = fmt::format("{} by date; {}", request.title, counted(static_cast<long>(summary.n), "incident"));
  if (request.is_group && !is_detect) scatter.background = publication.frames.resolve_background;
  if (is_dense) {
    scatter.quantiles = quantiles_by_quarter(site, samples);
  } else {
    scatter.line = rolling_line(site, samples);
  }
  scatter.dots = dots_of(site, samples, is_dense, urls);
  figure.drawing_html = draw_scatter(*frame, scatter);
  figure.legend = legend_of(site, samples, scatter);
  figure.csv_url = urls.to(routes::incidents_csv);
  const bool has_few = samples.values.size() + samples.ongoing.size() <= most_table_rows;
  figure.table = has_few ? incident_rows(site, samples, urls)
                         : period_table(site, request.incidents, request.measure, GroupBy::year, urls);
  return figure;
}

}  // namespace hindsight
