#include "pages/metrics.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.hpp"
#include "model/metrics_report.hpp"
#include "pages/boxes_figure.hpp"
#include "pages/change_text.hpp"
#include "pages/frame.hpp"
#include "pages/summary_table.hpp"
#include "render/chart/histogram.hpp"
#include "render/html.hpp"

namespace hindsight {
namespace {

constexpr int heading_level = 3;

struct MeasureWords {
  Measure measure;
  std::string_view anchor;
  std::string_view name;
  std::string_view formula;
};

constexpr std::array measure_words = {
    MeasureWords{Measure::detect, "time-to-detect", "Time to detect (TTD)", "detected − started"},
    MeasureWords{Measure::acknowledge, "time-to-acknowledge", "Time to acknowledge (TTA)", "acknowledged − detected"},
    MeasureWords{Measure::mitigate, "time-to-mitigate", "Time to mitigate (TTM)", "mitigated − started"},
    MeasureWords{Measure::resolve, "time-to-resolve", "Time to resolve (TTR)", "resolved − started"},
    MeasureWords{Measure::downtime, "downtime", "Downtime", "mitigated − started, else resolved − started"},
};

std::string or_dash(const std::optional<seconds>& value) { return value ? format_duration(*value) : "–"; }

/// One row a measure: its formula, and what it comes to on this site.
void add_measures(View& view, const GroupMetrics& metrics) {
  for (const MeasureWords& words : measure_words) {
    const Summary& summary = metrics.summary(words.measure);
    view.add("measure")
        .set("anchor", words.anchor)
        .set("name", words.name)
        .set("formula", words.formula)
        .set("n", with_thousands(static_cast<long>(summary.n)))
        .set("median", median_text(summary))
        .set("p90", or_dash(summary.p90))
        .set("mean", or_dash(summary.mean))
        .set("total", format_duration(summary.total))
        .set("share", summary.n == 0 ? "–" : fmt::format("{:.0f} %", summary.largest_share * 100));
  }
}

/// One row a measure: how many incidents have a value, and why the others have none.
void add_left_out(View& view, const GroupMetrics& metrics) {
  for (const MeasureWords& words : measure_words) {
    const Summary& summary = metrics.summary(words.measure);
    View row = view.add("coverage");
    row.set("name", words.name)
        .set("n", with_thousands(static_cast<long>(summary.n)))
        .set("approximate", with_thousands(static_cast<long>(summary.approximate)))
        .set("inferred", with_thousands(static_cast<long>(summary.inferred)));
    for (const std::size_t count : summary.left_out)
      row.add("reason").set("count", with_thousands(static_cast<long>(count)));
  }
}

/// One row a point of the clock: in how many postmortems it is stated, read from the text, approximate, a mere day,
/// missing.
void add_milestones(View& view, const Site& site) {
  for (const Milestone milestone : all_milestones) {
    long stated = 0;
    long inferred = 0;
    long approximate = 0;
    long days = 0;
    for (const Postmortem& postmortem : site.corpus.postmortems) {
      const std::optional<Moment>& time = postmortem.time(milestone);
      if (!time) continue;
      (postmortem.is_inferred(field_of(milestone)) ? inferred : stated) += 1;
      approximate += time->approximate ? 1 : 0;
      days += time->precision == Precision::day ? 1 : 0;
    }
    const auto total = static_cast<long>(site.corpus.postmortems.size());
    view.add("milestone")
        .set("name", field_of(milestone))
        .set("stated", with_thousands(stated))
        .set("inferred", with_thousands(inferred))
        .set("missing", with_thousands(total - stated - inferred))
        .set("approximate", with_thousands(approximate))
        .set("days", with_thousands(days));
  }
}

Figure histogram_figure(const Site& site, const Summary& summary, const Urls& urls) {
  const std::vector<seconds> values = sorted_values(take_samples(site, all_incidents(site), Measure::resolve));
  Figure figure;
  figure.anchor = "why-not-the-mean";
  figure.title = "Where mean and median lie";
  if (!summary.median) {
    figure.finding = "Fewer than 6 incidents have a time to resolve: there is no median to compare the mean with.";
    return figure;
  }
  const auto above = std::ranges::count_if(values, [&](seconds value) { return value > *summary.mean; });
  figure.finding = fmt::format(
      "The mean time to resolve, {}, is longer than {} of {} incidents; the median, {}, is in the middle of them. The "
      "longest "
      "incident alone is {:.0f} % of the sum.",
      format_duration(*summary.mean), with_thousands(static_cast<long>(summary.n) - above),
      with_thousands(static_cast<long>(summary.n)), format_duration(*summary.median), summary.largest_share * 100);
  figure.drawing_html = draw_histogram("Times to resolve; histogram", values,
                                       {{"median " + format_duration(*summary.median), *summary.median},
                                        {"mean " + format_duration(*summary.mean), *summary.mean}});
  figure.table.columns = {"Time to resolve", "Incidents"};
  for (const auto& [range, count] : histogram_rows(values)) figure.table.rows.push_back({range, std::to_string(count)});
  figure.csv_url = urls.to(routes::incidents_csv);
  return figure;
}

void add_period_figures(View& view, std::string_view name, const Publication& publication, Measure what,
                        std::string_view anchor, std::string_view title, const Urls& urls) {
  const std::vector<std::size_t> all = all_incidents(publication.site);
  for (const GroupBy period : {GroupBy::quarter, GroupBy::year}) {
    const std::string by(name_of(period));
    const std::string figure_anchor = fmt::format("{}-by-{}", anchor, by);
    const std::string figure_title = fmt::format("{} by {}", title, by);
    add_figure(view, name, boxes_figure(publication, {what, all, period, figure_anchor, figure_title, true}, urls),
               heading_level);
  }
}

/// One row a year: the count with its interval, then what a request for MTTD and MTTR wants to see.
void add_years(View& view, const Site& site, const Urls& urls) {
  for (const GroupMetrics& year : measure_groups(site, GroupBy::year, all_incidents(site))) {
    const CountInterval rate = poisson_interval(year.group.incidents.size());
    const Summary& detect = year.summary(Measure::detect);
    const Summary& resolve = year.summary(Measure::resolve);
    view.add("year")
        .set("url", urls.to(routes::year(std::stoi(year.group.name))))
        .set("name", year.group.title)
        .set("count", with_thousands(static_cast<long>(year.group.incidents.size())))
        .set("rate", fmt::format("{:.1f}–{:.1f}", rate.low, rate.high))
        .set("detect_n", static_cast<long>(detect.n))
        .set("detect_median", median_text(detect))
        .set("detect_mean", or_dash(detect.mean))
        .set("resolve_n", static_cast<long>(resolve.n))
        .set("resolve_median", median_text(resolve))
        .set("resolve_mean", or_dash(resolve.mean))
        .set("resolve_p90", or_dash(resolve.p90))
        .set("longest", resolve.range ? format_duration(resolve.range->high) : "–");
  }
}

void add_changes(View& view, const Site& site) {
  for (const Measure what : {Measure::detect, Measure::resolve}) {
    View change = view.add("change");
    change.set("name", what == Measure::detect ? "Time to detect" : "Time to resolve")
        .set("comparison", comparison_text(compare_years(site, what)));
    for (const std::string& sentence : power_sentences(site, what)) change.add("power").set("text", sentence);
  }
}

void fill_metrics(const Publication& publication, View& view, const Urls& urls) {
  const Site& site = publication.site;
  const GroupMetrics metrics = measure_all(site, all_incidents(site));
  add_measures(view, metrics);
  add_milestones(view, site);
  add_left_out(view, metrics);
  add_period_figures(view, "DETECT", publication, Measure::detect, "detect", "Time to detect", urls);
  add_period_figures(view, "RESOLVE", publication, Measure::resolve, "resolve", "Time to resolve", urls);
  add_figure(view, "HISTOGRAM", histogram_figure(site, metrics.summary(Measure::resolve), urls), heading_level);
  add_years(view, site, urls);
  add_changes(view, site);
  view.set("zone", site.config.timezone.name())
      .set("quality_url", urls.to(routes::quality))
      .set("metrics_csv_url", urls.to(routes::metrics_csv))
      .set("metrics_json_url", urls.to(routes::metrics_json))
      .set("incidents_csv_url", urls.to(routes::incidents_csv));
}

}  // namespace

Page metrics_page(const Publication& publication) {
  return {std::string(routes::metrics), [&publication] {
            PageHead head;
            head.path = routes::metrics;
            head.title = "Metrics";
            head.description =
                "How the times to detect and to resolve are computed, and what they can and cannot tell.";
            head.nav = routes::metrics;
            head.has_charts = true;
            return frame_page(publication, head, "metrics.tpl",
                              [&](View& view, const Urls& urls) { fill_metrics(publication, view, urls); });
          }};
}

}  // namespace hindsight
