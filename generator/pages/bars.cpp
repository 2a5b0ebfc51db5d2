#include "pages/bars.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.hpp"
#include "model/metrics.hpp"
#include "pages/terms.hpp"
#include "render/html.hpp"

namespace hindsight {
namespace {

constexpr std::size_t bars_shown = 6;
constexpr std::size_t longest_beside = 8;  ///< bytes of a value that stands beside its name, not below it

struct Bar {
  std::string name;
  std::string url;
  std::string value;    ///< for people
  double length = 0;    ///< in whatever unit all bars of a group have
  double emphasis = 0;  ///< the part of it that is drawn darker, 0 to 1
};

void add_bars(View& view, std::string_view anchor, std::string_view title, std::string_view note,
              const std::string& url, std::vector<Bar> bars) {
  if (bars.empty()) return;
  const double longest = std::max(std::ranges::max(bars, {}, &Bar::length).length, 1.0);
  if (bars.size() > bars_shown) bars.resize(bars_shown);
  View group = view.add("group");
  group.set("anchor", anchor).set("title", title).set("note", note).set("url", url);
  for (const Bar& bar : bars) {
    View row = group.add("bar");
    if (bar.value.size() < longest_beside) row.show("is_short");
    row.set("name", bar.name)
        .set("url", bar.url)
        .set("value", bar.value)
        .set_html("bar_html", share_bar(bar.length / longest, bar.emphasis));
  }
}

}  // namespace

void add_downtime_bars(View& view, const Site& site, TermKind kind, std::string_view note, const Urls& urls) {
  std::vector<Bar> bars;
  for (const Term& term : site.taxonomy(kind).terms) {
    const Summary downtime = summarise(site, term.incidents, Measure::downtime);
    if (downtime.n == 0) continue;
    std::string value = fmt::format("{} · n = {}", format_duration(downtime.total), downtime.n);
    if (downtime.n > 1) value += fmt::format(" · largest {:.0f} %", downtime.largest_share * 100);
    bars.push_back({term.title, urls.to(routes::term(term)), std::move(value),
                    static_cast<double>(downtime.total.count()), downtime.n > 1 ? downtime.largest_share : 0});
  }
  std::ranges::stable_sort(bars, std::ranges::greater(), &Bar::length);
  const std::string path = routes::term_index(kind);
  const std::string title = "Downtime by " + to_lower_ascii(singular_title(kind));
  add_bars(view, path.substr(0, path.find('.')), title, note, urls.to(path), std::move(bars));
}

void add_year_bars(View& view, const Site& site, const Urls& urls) {
  std::vector<Bar> bars;
  for (const Year& year : site.years) {
    const auto count = static_cast<long>(year.incidents.size());
    bars.push_back({std::to_string(year.year), urls.to(routes::year(year.year)), with_thousands(count),
                    static_cast<double>(count), 0});
  }
  add_bars(view, "years", "Incidents by year", "that started in it", urls.to(routes::incidents), std::move(bars));
}

}  // namespace hindsight
