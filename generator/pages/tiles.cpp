#include "pages/tiles.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <string>
#include <utility>

#include "base/escape.hpp"
#include "base/text.hpp"

namespace hindsight {

void add_tile(View& view, std::string_view label, std::string_view value, std::string_view note) {
  view.add("tile").set("label", label).set_html("value_html", escape_html(value)).set("note", note);
}

void add_median_tile(View& view, std::string_view label, const Summary& summary) {
  const std::string left_out = left_out_text(summary);
  std::string note = "n = " + std::to_string(summary.n);
  if (!summary.median && summary.range) {
    note += ", " + format_duration(summary.range->low);
    if (summary.n > 1) note += " to " + format_duration(summary.range->high);
  }
  if (!summary.median) note += "; a median needs 6";
  if (!left_out.empty()) note += "; " + left_out;
  if (!summary.median) return add_tile(view, label, "–", note);
  const std::string interval = format_duration(summary.interval->low) + "–" + format_duration(summary.interval->high);
  view.add("tile")
      .set("label", label)
      .set_html("value_html", format_duration(*summary.median) +
                                  " <span class=\"interval\"><abbr title=\"95 % interval\">" + interval +
                                  "</abbr></span>")
      .set("note", note);
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
  });
  std::string text;
  for (const auto& [reason, words] : reasons) {
    const std::size_t count = summary.left_out_because(reason);
    if (count == 0) continue;
    text += (text.empty() ? "" : ", ") + counted(static_cast<long>(count), words[0], words[1]);
  }
  return text;
}

std::size_t recent_count(const Site& site, std::span<const std::size_t> indices) {
  const Instant limit = Instant(site.today) - std::chrono::days(365);
  return static_cast<std::size_t>(std::ranges::count_if(indices, [&](std::size_t index) {
    const std::optional<Moment>& date = dated_by(site.corpus.postmortems[index]);
    return date && date->at >= limit;
  }));
}

std::vector<std::size_t> all_incidents(const Site& site) {
  std::vector<std::size_t> indices(site.corpus.postmortems.size());
  std::iota(indices.begin(), indices.end(), std::size_t{0});
  return indices;
}

}  // namespace hindsight
