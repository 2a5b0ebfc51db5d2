#include "pages/change_text.hpp"

#include <cmath>

#include <fmt/format.h>

#include "base/text.hpp"

namespace hindsight {
namespace {

constexpr double significant = 0.05;
constexpr double halving = 0.5;

std::string p_text(double p) { return p < 0.001 ? "p < 0.001" : fmt::format("p = {:.{}f}", p, p < 0.01 ? 3 : 2); }

/// "19 times in 100".
std::string chance_text(double probability) {
  const auto times = static_cast<int>(std::lround(probability * 100));
  return times >= 99 ? "nearly always" : times < 1 ? "hardly ever" : fmt::format("{} in 100", counted(times, "time"));
}

std::string power_sentence(std::string_view period, std::size_t n, double spread) {
  std::string text = fmt::format("With n = {} a {}, a true halving would be noticed {}", n, period,
                                 chance_text(power_to_detect(halving, n, spread)));
  if (const std::optional<double> factor = smallest_detectable_factor(n, spread)) {
    return text + fmt::format("; to be noticed 4 times in 5, durations must change by a factor of {:.1f}.", *factor);
  }
  return text + "; no change, however large, would be noticed 4 times in 5.";
}

}  // namespace

std::string comparison_text(const PeriodComparison& comparison) {
  const Summary& before = comparison.before_summary;
  const Summary& after = comparison.after_summary;
  if (!comparison.test) {
    return fmt::format(
        "The last 12 months have n = {}, the 12 before n = {}. Each needs {} for a comparison, so there is none.",
        after.n, before.n, smallest_n_for_comparison);
  }
  const Comparison& test = *comparison.test;
  const std::string verdict = test.p >= significant ? "no detectable change"
                              : test.effect < 0.5   ? "shorter ↓ than the year before"
                                                    : "longer ↑ than the year before";
  return fmt::format("Last 12 months: median {}, n = {}. The 12 before: {}, n = {}. {} (Mann–Whitney {}).",
                     median_text(after), after.n, median_text(before), before.n,
                     char(std::toupper(verdict[0])) + verdict.substr(1), p_text(test.p));
}

std::vector<std::string> power_sentences(const Site& site, Measure what) {
  const std::vector<std::size_t> all = all_incidents(site);
  const Samples samples = take_samples(site, all, what);
  const std::optional<double> spread = log_spread(sorted_values(samples));
  if (!spread || *spread <= 0) return {"Fewer than 6 values: nothing can be said about what a sample could show."};
  const std::size_t a_year = take_samples(site, recent_incidents(site, all), what).values.size();
  std::vector<std::string> sentences;
  if (a_year >= 4) sentences.push_back(power_sentence("quarter", a_year / 4, *spread));
  if (a_year > 0) sentences.push_back(power_sentence("year", a_year, *spread));
  sentences.push_back(
      fmt::format("To notice a halving 4 times in 5, each of two periods needs {} incidents (this site's durations "
                  "spread by σ = {:.2f} of "
                  "their logarithm).",
                  needed_to_detect(halving, *spread), *spread));
  return sentences;
}

}  // namespace hindsight
