#include "pages/age_figure.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.hpp"
#include "pages/action_table.hpp"
#include "pages/anchors.hpp"
#include "render/chart/scatter.hpp"
#include "render/chart/strip.hpp"
#include "render/html.hpp"

namespace hindsight {
namespace {

constexpr std::size_t longest_label = 80;

struct Aged {
  const TrackedAction* action;
  const ActionItem* item;
};

std::string url_of(const Site& site, const TrackedAction& action, const Urls& urls) {
  return urls.to_incident(site.corpus.postmortems[action.incident], action_anchor(item_of(site.corpus, action)));
}

StripDot dot_of(const Site& site, const Aged& aged, bool is_linked, const Urls& urls) {
  StripDot dot;
  dot.days = *aged.action->age_days;
  dot.is_marked = aged.action->overdue;
  if (!is_linked) return dot;
  dot.label = fmt::format("{}{} · {}", aged.action->overdue ? "overdue · " : "", counted(dot.days, "day"),
                          shorten(aged.item->title.text, longest_label));
  dot.url = url_of(site, *aged.action, urls);
  return dot;
}

std::string name_of_type(const std::optional<ActionType>& type) {
  return std::string(type ? name_of(*type) : "no type");
}

}  // namespace

std::optional<Figure> age_figure(const Publication& publication, const Urls& urls) {
  const Site& site = publication.site;
  const std::vector<TrackedAction> open = open_actions(site);
  std::vector<Aged> aged;
  for (const TrackedAction& action : open) {
    if (action.age_days) aged.push_back({&action, &item_of(site.corpus, action)});
  }
  if (aged.empty()) return std::nullopt;
  Figure figure;
  figure.anchor = "action-age";
  figure.title = "Age of open action items";
  const auto old = std::ranges::count_if(aged, [](const Aged& one) { return *one.action->age_days > 90; });
  const auto overdue = std::ranges::count_if(aged, [](const Aged& one) { return one.action->overdue; });
  const auto n = static_cast<long>(aged.size());
  figure.finding = fmt::format("{}, {} of them older than 90 days, {} overdue.", counted(n, "open item"), old, overdue);

  std::vector<StripRow> rows;
  figure.table.columns = {"Type", "Open", "Youngest", "Oldest", "Overdue"};
  std::vector<std::optional<ActionType>> types;
  for (std::size_t type = 0; type < Names<ActionType>::values.size(); ++type)
    types.emplace_back(static_cast<ActionType>(type));
  types.emplace_back(std::nullopt);
  for (const std::optional<ActionType>& type : types) {
    StripRow row{name_of_type(type), {}};
    for (const Aged& one : aged) {
      if (one.item->type == type) row.dots.push_back(dot_of(site, one, aged.size() <= most_linked_dots, urls));
    }
    if (row.dots.empty()) continue;
    const auto [youngest, oldest] = std::ranges::minmax(row.dots, {}, &StripDot::days);
    figure.table.rows.push_back({row.label, std::to_string(row.dots.size()), counted(youngest.days, "day"),
                                 counted(oldest.days, "day"),
                                 std::to_string(std::ranges::count_if(row.dots, &StripDot::is_marked))});
    rows.push_back(std::move(row));
  }
  figure.drawing_html = draw_strip(figure.title, rows);
  if (overdue > 0) {
    figure.legend.push_back({legend_key(R"(<path class="overdue-dot" d="M10 0l6 6-6 6-6-6z"/>)"), "overdue", ""});
  }
  figure.csv_url = urls.to(routes::actions_csv);
  return figure;
}

}  // namespace hindsight
