#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace hindsight {

/// A table for a terminal: columns aligned by what they show, numbers to the right.
struct TextTable {
  struct Column {
    std::string title;
    bool is_right = true;
  };

  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;  ///< as many cells as columns
};

/// Prints the table with two spaces between columns and no trailing spaces. Cells come out safe for a terminal.
void print_table(std::ostream& out, const TextTable& table);

}  // namespace hindsight
