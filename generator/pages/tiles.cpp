#include "pages/tiles.hpp"

#include <string>

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

}  // namespace hindsight
