#include "model/metrics.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>
#include <utility>

#include "base/text.hpp"

namespace hindsight {
namespace {

constexpr std::chrono::days year_length(365);

std::vector<std::size_t> incidents_between(const Site& site, std::span<const std::size_t> indices, Instant begin,
                                           Instant end) {
  std::vector<std::size_t> found;
  std::ranges::copy_if(indices, std::back_inserter(found), [&](std::size_t index) {
    const std::optional<Moment>& date = dated_by(site.corpus.postmortems[index]);
    return date && date->at >= begin && date->at < end;
  });
  return found;
}

void add_largest(Summary& summary, const Samples& samples) {
  if (samples.values.empty()) return;
  // Of equals the first in the corpus, so that the order of the set does not matter.
  const Sample& largest = *std::ranges::max_element(samples.values, [](const Sample& a, const Sample& b) {
    return a.value != b.value ? a.value < b.value : a.incident > b.incident;
  });
  summary.largest = largest.incident;
  if (summary.total.count() == 0) return;
  summary.largest_share = static_cast<double>(largest.value.count()) / static_cast<double>(summary.total.count());
}

/// `values` are those of the samples, sorted.
void add_ongoing(Summary& summary, std::span<const seconds> values, const Samples& samples) {
  if (samples.ongoing.empty() || samples.values.size() + samples.ongoing.size() < smallest_n_for_median) return;
  std::vector<Observation> observations;
  observations.reserve(values.size() + samples.ongoing.size());
  for (const seconds value : values) observations.push_back({value, true});
  for (const Sample& sample : samples.ongoing) observations.push_back({sample.value, false});
  const auto ongoing = observations.begin() + static_cast<std::ptrdiff_t>(values.size());
  const auto shorter = [](const Observation& a, const Observation& b) { return a.duration < b.duration; };
  std::sort(ongoing, observations.end(), shorter);
  std::inplace_merge(observations.begin(), ongoing, observations.end(), shorter);
  summary.median_with_ongoing = kaplan_meier_median(std::move(observations));
}

}  // namespace

Samples take_samples(const Site& site, std::span<const std::size_t> incidents, Measure what) {
  Samples samples;
  samples.values.reserve(incidents.size());
  for (const std::size_t index : incidents) {
    const auto& [measured, is_approximate, inferred] = site.measurement(index, what);
    if (const seconds* value = std::get_if<seconds>(&measured)) {
      if (inferred && site.config.inferred == InferredValues::exclude) {
        ++samples.left_out[static_cast<std::size_t>(LeftOut::inferred)];
      } else {
        samples.values.push_back({index, *value, is_approximate, inferred});
      }
      continue;
    }
    const LeftOut reason = std::get<LeftOut>(measured);
    ++samples.left_out[static_cast<std::size_t>(reason)];
    if (reason != LeftOut::ongoing) continue;
    if (const std::optional<seconds> so_far = lasted_so_far(site.corpus.postmortems[index], site.today)) {
      samples.ongoing.push_back({index, *so_far, is_approximate});
    }
  }
  return samples;
}

Summary summarise(const Samples& samples) {
  Summary summary;
  const std::vector<seconds> values = sorted_values(samples);
  summary.n = values.size();
  summary.left_out = samples.left_out;
  summary.approximate = static_cast<std::size_t>(std::ranges::count_if(samples.values, &Sample::is_approximate));
  summary.inferred = static_cast<std::size_t>(std::ranges::count_if(samples.values, &Sample::is_inferred));
  summary.total = std::accumulate(values.begin(), values.end(), seconds{});
  add_largest(summary, samples);
  add_ongoing(summary, values, samples);
  if (values.empty()) return summary;
  summary.range = Interval{values.front(), values.back()};
  summary.interval = median_interval(values);
  if (!summary.interval) return summary;
  summary.median = quantile_of(values, 0.5);
  const auto n = static_cast<double>(values.size());
  summary.mean = seconds(std::llround(static_cast<double>(summary.total.count()) / n));
  summary.quartiles = Interval{quantile_of(values, 0.25), quantile_of(values, 0.75)};
  if (summary.n >= smallest_n_for_p90) summary.p90 = quantile_of(values, 0.9);
  return summary;
}

Summary summarise(const Site& site, std::span<const std::size_t> incidents, Measure what) {
  return summarise(take_samples(site, incidents, what));
}

std::vector<seconds> sorted_values(const Samples& samples) {
  std::vector<seconds> values;
  values.reserve(samples.values.size());
  for (const Sample& sample : samples.values) values.push_back(sample.value);
  sort_durations(values);
  return values;
}

std::size_t rolling_window_for(std::size_t n) { return std::max(rolling_window, n / 12); }

std::vector<RollingMedian> rolling_medians(const Site& site, const Samples& samples) {
  struct Dated {
    Instant at;
    seconds value;
  };
  std::vector<Dated> dated;
  for (const Sample& sample : samples.values) {
    dated.push_back({dated_by(site.corpus.postmortems[sample.incident])->at, sample.value});
  }
  std::ranges::sort(dated,
                    [](const Dated& a, const Dated& b) { return std::tie(a.at, a.value) < std::tie(b.at, b.value); });
  std::vector<RollingMedian> medians;
  const std::size_t length = rolling_window_for(dated.size());
  const std::size_t rank = median_interval_rank(length);
  std::vector<seconds> window;  // sorted at each step: one value comes, one goes
  for (std::size_t at = 0; at < dated.size(); ++at) {
    window.insert(std::ranges::upper_bound(window, dated[at].value), dated[at].value);
    if (window.size() > length) window.erase(std::ranges::lower_bound(window, dated[at - length].value));
    if (window.size() < length) continue;
    medians.push_back({dated[at].at, quantile_of(window, 0.5), {window[rank - 1], window[length - rank]}});
  }
  return medians;
}

PeriodComparison compare_years(const Site& site, Measure what) {
  const std::vector<std::size_t> all = all_incidents(site);
  const Instant middle = Instant(site.today) - year_length;
  PeriodComparison comparison;
  comparison.before = incidents_between(site, all, middle - year_length, middle);
  comparison.after = recent_incidents(site, all);
  const Samples before = take_samples(site, comparison.before, what);
  const Samples after = take_samples(site, comparison.after, what);
  comparison.before_summary = summarise(before);
  comparison.after_summary = summarise(after);
  if (std::min(before.values.size(), after.values.size()) >= smallest_n_for_comparison) {
    comparison.test = mann_whitney(sorted_values(before), sorted_values(after));
  }
  return comparison;
}

std::string median_text(const Summary& summary) {
  if (!summary.median) return "–";
  return format_duration(*summary.median) + " (" + format_duration(summary.interval->low) + "–" +
         format_duration(summary.interval->high) + ")";
}

std::string left_out_text(const Summary& summary) {
  static constexpr auto reasons = std::to_array<std::pair<LeftOut, std::array<std::string_view, 2>>>({
      {LeftOut::unknown, {"lacks a time", "lack a time"}},
      {LeftOut::ongoing, {"ongoing", "ongoing"}},
      {LeftOut::near_miss, {"near miss", "near misses"}},
      {LeftOut::drill, {"drill", "drills"}},
      {LeftOut::duplicate, {"duplicate", "duplicates"}},
      {LeftOut::excluded, {"excluded", "excluded"}},
      {LeftOut::inferred, {"inferred from the text", "inferred from the text"}},
  });
  std::string text;
  for (const auto& [reason, words] : reasons) {
    const std::size_t count = summary.left_out_because(reason);
    if (count == 0) continue;
    text += (text.empty() ? "" : ", ") + counted(static_cast<long>(count), words[0], words[1]);
  }
  return text;
}

std::vector<std::size_t> all_incidents(const Site& site) {
  std::vector<std::size_t> indices(site.corpus.postmortems.size());
  std::iota(indices.begin(), indices.end(), std::size_t{0});
  return indices;
}

std::vector<std::size_t> recent_incidents(const Site& site, std::span<const std::size_t> indices) {
  // Today's own incidents, and those that zones east of UTC date tomorrow, are recent too.
  return incidents_between(site, indices, Instant(site.today) - year_length,
                           Instant(site.today) + std::chrono::days(2));
}

}  // namespace hindsight
