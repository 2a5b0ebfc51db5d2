#include "pages/figure.hpp"

#include <fmt/format.h>

#include "base/escape.hpp"
#include "base/text.hpp"

namespace hindsight {
namespace {

void add_table(View& view, const Figure& figure) {
  if (figure.table.rows.empty()) return;
  View data = view.add("data");
  data.set("table_title", figure.title)
      .set("row_count", counted(static_cast<long>(figure.table.rows.size()), "row"))
      .set("row_header", figure.table.columns.front());
  for (std::size_t column = 1; column < figure.table.columns.size(); ++column) {
    data.add("column").set("column_title", figure.table.columns[column]);
  }
  for (const std::vector<std::string>& cells : figure.table.rows) {
    View row = data.add("row");
    row.set_html("row_header_html", cells.front());
    for (std::size_t column = 1; column < cells.size(); ++column) row.add("cell").set_html("cell_html", cells[column]);
  }
}

}  // namespace

std::string legend_key(std::string_view shape) {
  return fmt::format(R"(<svg class="key" viewBox="0 0 20 12" aria-hidden="true">{}</svg>)", shape);
}

void add_figure(View& view, std::string_view name, const Figure& figure, int level) {
  View part = view.include(name, "figure.tpl");
  part.set("anchor", figure.anchor)
      .set_html("heading_html",
                fmt::format(R"(<h{0} id="{1}-title">{2}</h{0}>)", level, figure.anchor, escape_html(figure.title)))
      .set("finding", figure.finding)
      .set_html_if("drawing_html", figure.drawing_html)
      .set_if("csv_url", figure.csv_url);
  if (!figure.legend.empty()) part.show("has_legend");
  for (const LegendItem& item : figure.legend) {
    View entry = part.add("legend_item");
    entry.set_html("shape_html", item.shape_html).set("text", item.text).set_if("dots", item.dots);
  }
  add_table(part, figure);
}

}  // namespace hindsight
