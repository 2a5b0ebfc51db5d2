#include "pages/tiles.hpp"

#include <string>

#include <fmt/format.h>

#include "base/escape.hpp"
#include "base/text.hpp"

namespace hindsight {
namespace {

constexpr std::size_t longest_title = 40;

std::string_view label_of(Measure what) {
  switch (what) {
    case Measure::detect: return "Median time to detect";
    case Measure::acknowledge: return "Median time to acknowledge";
    case Measure::mitigate: return "Median time to mitigate";
    case Measure::resolve: return "Median time to resolve";
    case Measure::downtime: break;
  }
  return "Median downtime";
}

std::string note_of(const Summary& summary) {
  std::string note = fmt::format("n = {}", summary.n);
  if (summary.approximate > 0) note += fmt::format(" ({} approximate)", summary.approximate);
  if (summary.inferred > 0) note += fmt::format(" ({} inferred)", summary.inferred);
  if (!summary.median && summary.range) {
    note += ", " + format_duration(summary.range->low);
    if (summary.n > 1) note += " to " + format_duration(summary.range->high);
  }
  if (!summary.median) note += "; a median needs 6";
  if (summary.p90) note += "; p90 " + format_duration(*summary.p90);
  const std::string left_out = left_out_text(summary);
  return left_out.empty() ? note : note + "; " + left_out;
}

std::string value_html(const Summary& summary) {
  if (!summary.median) return "–";
  return fmt::format(R"({} <span class="interval"><abbr title="95 % interval">{}–{}</abbr></span>)",
                     format_duration(*summary.median), format_duration(summary.interval->low),
                     format_duration(summary.interval->high));
}

}  // namespace

View add_tiles(View& view) { return view.include("TILES", "tiles.tpl"); }

void add_tile(View& tiles, std::string_view label, std::string_view value, std::string_view note) {
  tiles.add("tile").set("label", label).set_html("value_html", escape_html(value)).set("note", note);
}

void add_median_tile(View& tiles, Measure what, const Summary& summary, const Urls& urls) {
  View tile = tiles.add("tile");
  tile.set("label", label_of(what))
      .set_html("value_html", value_html(summary))
      .set("note", note_of(summary))
      .set_if("how_url", urls.to(routes::metrics, "formulas"));
}

void add_count_tile(View& tiles, const Site& site, std::span<const std::size_t> incidents) {
  const auto recent = static_cast<long>(recent_incidents(site, incidents).size());
  add_tile(tiles, "Incidents", with_thousands(static_cast<long>(incidents.size())),
           with_thousands(recent) + " in the last 12 months");
}

void add_downtime_tile(View& tiles, const Site& site, std::span<const std::size_t> incidents, const Urls& urls) {
  const Summary downtime = summarise(site, incidents, Measure::downtime);
  View tile = tiles.add("tile");
  tile.set("label", "Downtime").set_if("how_url", urls.to(routes::metrics, "downtime"));
  if (downtime.n == 0) {
    tile.set_html("value_html", "–").set("note", "no incident here has a start and an end");
    return;
  }
  std::string note = fmt::format("n = {}", downtime.n);
  if (downtime.n > 1) {
    note +=
        fmt::format("; largest: {}, {:.0f} %", shorten(site.corpus.postmortems[*downtime.largest].title, longest_title),
                    downtime.largest_share * 100);
  }
  if (downtime.inferred > 0) note += fmt::format("; {} inferred", downtime.inferred);
  tile.set_html("value_html", format_duration(downtime.total)).set("note", note);
}

}  // namespace hindsight
