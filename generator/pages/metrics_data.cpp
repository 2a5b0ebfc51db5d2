#include "pages/metrics_data.hpp"

#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "pages/data_text.hpp"

namespace hindsight {
namespace {

using Json = nlohmann::ordered_json;

/// The figures of a summary by name, in the order of the columns.
std::vector<std::pair<std::string, Json>> figures_of(const Site& site, const Summary& summary) {
  const auto value = [](const std::optional<seconds>& duration) {
    return duration ? Json(duration->count()) : Json(nullptr);
  };
  const auto low = [&](const std::optional<Interval>& i) { return i ? value(i->low) : Json(nullptr); };
  const auto high = [&](const std::optional<Interval>& i) { return i ? value(i->high) : Json(nullptr); };
  std::vector<std::pair<std::string, Json>> figures = {
      {"n", summary.n},
      {"approximate", summary.approximate},
      {"inferred", summary.inferred},
      {"median", value(summary.median)},
      {"median_low", low(summary.interval)},
      {"median_high", high(summary.interval)},
      {"quartile_1", low(summary.quartiles)},
      {"quartile_3", high(summary.quartiles)},
      {"p90", value(summary.p90)},
      {"mean", value(summary.mean)},
      {"smallest", low(summary.range)},
      {"largest", high(summary.range)},
      {"total", summary.total.count()},
      {"largest_incident", summary.largest ? Json(site.corpus.postmortems[*summary.largest].id) : Json(nullptr)},
      {"largest_share", summary.n == 0 ? Json(nullptr) : Json(std::stod(fmt::format("{:.4f}", summary.largest_share)))},
      {"median_with_ongoing", value(summary.median_with_ongoing)},
  };
  for (std::size_t reason = 0; reason < left_out_reasons; ++reason) {
    figures.emplace_back(fmt::format("left_out_{}", name_of(static_cast<LeftOut>(reason))), summary.left_out[reason]);
  }
  return figures;
}

std::string cell_of(const Json& value) {
  if (value.is_null()) return {};
  if (value.is_number_integer()) return std::to_string(value.get<long>());
  return value.is_string() ? value.get<std::string>() : value.dump();
}

}  // namespace

std::string metrics_csv(const Site& site, std::span<const GroupMetrics> groups) {
  CsvText csv;
  for (const std::string_view name : {"grouping", "name", "title", "incidents", "measure"}) csv.cell(name);
  for (const auto& [name, value] : figures_of(site, {})) csv.cell(name);
  csv.end_line();
  for (const GroupMetrics& metrics : groups) {
    for (const Measure what : all_measures) {
      csv.cell(metrics.grouping).cell(metrics.group.name).cell(metrics.group.title);
      csv.cell(metrics.group.incidents.size()).cell(name_of(what));
      for (const auto& [name, value] : figures_of(site, metrics.summary(what))) csv.cell(cell_of(value));
      csv.end_line();
    }
  }
  return csv.take();
}

std::string metrics_json(const Site& site, std::span<const GroupMetrics> groups) {
  Json list = Json::array();
  for (const GroupMetrics& metrics : groups) {
    Json measures = Json::object();
    for (const Measure what : all_measures) {
      Json::object_t figures;
      for (auto& [name, value] : figures_of(site, metrics.summary(what))) {
        figures.emplace_back(std::move(name), std::move(value));  // without a look whether it is there
      }
      measures[std::string(name_of(what))] = std::move(figures);
    }
    list.push_back({{"grouping", metrics.grouping},
                    {"name", metrics.group.name},
                    {"title", metrics.group.title},
                    {"incidents", metrics.group.incidents.size()},
                    {"measures", std::move(measures)}});
  }
  return json_text({{"site", site.config.title}, {"built_on", format_date(site.today)}, {"groups", std::move(list)}});
}

}  // namespace hindsight
