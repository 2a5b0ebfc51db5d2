#include "cli/text_table.hpp"

#include <algorithm>

#include "base/unicode.hpp"
#include "cli/report.hpp"

namespace hindsight {
namespace {

std::string padded(const std::string& cell, std::size_t width, bool is_right) {
  const std::string spaces(width - display_width(cell), ' ');
  return is_right ? spaces + cell : cell + spaces;
}

}  // namespace

void print_table(std::ostream& out, const TextTable& table) {
  std::vector<std::vector<std::string>> lines(1);
  for (const TextTable::Column& column : table.columns) lines.front().push_back(column.title);
  for (const std::vector<std::string>& row : table.rows) {
    std::vector<std::string>& line = lines.emplace_back();
    for (const std::string& cell : row) line.push_back(safe_for_terminal(cell));
  }
  std::vector<std::size_t> widths(table.columns.size(), 0);
  for (const std::vector<std::string>& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], display_width(line[i]));
  }
  for (const std::vector<std::string>& line : lines) {
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
      text += (i == 0 ? "" : "  ") + padded(line[i], widths[i], table.columns[i].is_right);
    }
    out << text.substr(0, text.find_last_not_of(' ') + 1) << '\n';
  }
}

}  // namespace hindsight
