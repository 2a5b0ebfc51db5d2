#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/view.hpp"

namespace hindsight {

/// The numbers behind a drawing. Cells are markup.
struct FigureTable {
  std::vector<std::string> columns;            ///< plain text; the first heads the rows
  std::vector<std::vector<std::string>> rows;  ///< markup, as many cells as columns
};

/// An entry of a drawing's legend.
struct LegendItem {
  std::string shape_html;
  std::string text;
  std::string dots;  ///< the class of the dots that the entry stands for; empty for lines and bands
};

/// A drawing with all that belongs to it: what it shows in one sentence, its legend, its numbers.
struct Figure {
  std::string anchor;
  std::string title;
  std::string finding;       ///< one sentence with n, plain text
  std::string drawing_html;  ///< none where there is nothing to draw: the finding says so
  std::vector<LegendItem> legend;
  FigureTable table;
  std::string csv_url;
};

/// The shape of a legend entry: what `shape` draws in a box of 20 by 12.
std::string legend_key(std::string_view shape);

/// Fills {{>NAME}} with the figure, after those that are there already. `level` is that of its heading.
void add_figure(View& view, std::string_view name, const Figure& figure, int level);

}  // namespace hindsight
