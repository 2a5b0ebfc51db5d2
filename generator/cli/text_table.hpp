#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

namespace hindsight {

/// A table for a terminal: columns aligned by what they show, numbers to the right.
struct TextTable {
  struct Column {
    std::string title;
    bool is_right = true;
    bool may_shrink = false;  ///< where a terminal is too narrow
  };

  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;  ///< as many cells as columns
  std::vector<bool> marked;                    ///< rows to draw attention to; may be shorter than `rows`
};

/// Where a table is printed.
struct Screen {
  std::size_t width = 0;  ///< columns; 0: as many as needed
  bool colour = false;
};

/// Standard output, if it is a terminal; NO_COLOR (no-color.org) is honoured.
Screen standard_screen();

/// Prints the table with two spaces between columns and no trailing spaces. Cells come out safe for a terminal; marked
/// rows are in colour where there is any.
void print_table(std::ostream& out, const TextTable& table, const Screen& screen = {});

}  // namespace hindsight
