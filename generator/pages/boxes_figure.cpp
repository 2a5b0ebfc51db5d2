#include "pages/boxes_figure.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"
#include "pages/summary_table.hpp"
#include "render/chart/boxes.hpp"

namespace hindsight {
namespace {

constexpr std::size_t periods_shown = 12;

Box make_box(const Site& site, std::span<const std::size_t> incidents, Measure what, bool with_mean) {
  const Samples samples = take_samples(site, incidents, what);
  const Summary summary = summarise(samples);
  Box box;
  box.n = summary.n;
  if (!summary.median) {
    box.dots = sorted_values(samples);
    return box;
  }
  box.numbers = BoxNumbers{summary.range->low,  summary.quartiles->low, *summary.median,       summary.quartiles->high,
                           summary.range->high, summary.interval->low,  summary.interval->high};
  box.is_faint = summary.n < rolling_window;
  if (with_mean) box.mean = summary.mean;
  return box;
}

/// The latest periods, oldest first, those without an incident too.
std::vector<Box> make_boxes(const Site& site, const BoxesRequest& request) {
  const bool by_quarter = request.period == GroupBy::quarter;
  std::map<int, std::vector<std::size_t>> periods;
  for (const std::size_t incident : request.incidents) {
    const std::optional<Date> day = grouping_day(site.corpus.postmortems[incident]);
    if (day) periods[by_quarter ? quarter_of(*day) : year_of(*day)].push_back(incident);
  }
  if (periods.empty()) return {};
  const int last = periods.rbegin()->first;
  const int first = std::max(periods.begin()->first, last + 1 - static_cast<int>(periods_shown));
  std::vector<Box> boxes;
  for (int period = first; period <= last; ++period) {
    Box box = make_box(site, periods[period], request.measure, request.with_mean);
    box.label = by_quarter ? fmt::format("Q{}", period % 4 + 1) : std::to_string(period);
    if (by_quarter && (period % 4 == 0 || period == first)) box.sublabel = std::to_string(period / 4);
    boxes.push_back(std::move(box));
  }
  return boxes;
}

}  // namespace

Figure boxes_figure(const Publication& publication, const BoxesRequest& request, const Urls& urls) {
  const Site& site = publication.site;
  Figure figure;
  figure.anchor = request.anchor;
  figure.title = request.title;
  const std::vector<Box> boxes = make_boxes(site, request);
  std::size_t n = 0;
  std::size_t with_median = 0;
  std::optional<seconds> smallest;
  seconds largest{};
  for (const Box& box : boxes) {
    n += box.n;
    with_median += box.numbers ? 1 : 0;
    std::vector<seconds> values = box.dots;
    if (box.numbers) values.insert(values.end(), {box.numbers->smallest, box.numbers->largest});
    for (const seconds value : values) {
      smallest = smallest ? std::min(*smallest, value) : value;
      largest = std::max(largest, value);
    }
  }
  const std::string_view noun = request.period == GroupBy::year ? "year" : "quarter";
  if (!smallest) {
    figure.finding = fmt::format("No incident here was {} at a known time.", end_words(request.measure));
    return figure;
  }
  figure.finding = fmt::format(
      "{} in {}; {} the 6 incidents that a median needs. Box: quartiles; line: median, dark bar: its 95 % interval; "
      "dots: single "
      "incidents.",
      counted(static_cast<long>(n), "incident"), counted(static_cast<long>(boxes.size()), noun),
      with_median == 0 ? "none has" : counted(static_cast<long>(with_median), "has", "have"));
  figure.drawing_html = draw_boxes(fmt::format("{}; box plots", request.title), boxes, *smallest, largest);
  if (request.with_mean) {
    figure.legend.push_back(
        {legend_key(R"(<path class="mean" d="M10 1l5 5-5 5-5-5z"/>)"), "mean, pulled up by the longest", ""});
  }
  figure.table = period_table(site, request.incidents, request.measure, request.period, urls);
  if (figure.table.rows.size() > periods_shown) figure.table.rows.resize(periods_shown);
  figure.csv_url = urls.to(routes::metrics_csv);
  return figure;
}

GroupBy readable_period(const Site& site, std::span<const std::size_t> incidents, Measure what) {
  const Date since = site.today - std::chrono::days(3 * 365);
  std::size_t n = 0;
  for (const std::size_t incident : incidents) {
    if (site.counted_duration(incident, what) && grouping_day(site.corpus.postmortems[incident]) >= since) ++n;
  }
  return n >= periods_shown * smallest_n_for_median ? GroupBy::quarter : GroupBy::year;
}

}  // namespace hindsight
