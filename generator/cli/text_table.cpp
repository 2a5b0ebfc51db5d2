#include "cli/text_table.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/report.hpp"

namespace hindsight {
namespace {

constexpr std::size_t narrowest = 16;
constexpr std::size_t gap = 2;

std::string padded(const std::string& cell, std::size_t width, bool is_right) {
  const std::string spaces(width - std::min(width, display_width(cell)), ' ');
  return is_right ? spaces + cell : cell + spaces;
}

/// At most `width` columns of `cell`.
std::string fitted(const std::string& cell, std::size_t width) {
  if (display_width(cell) <= width) return cell;
  std::size_t bytes = cell.size();
  std::string cut = cell;
  while (bytes > 1 && display_width(cut) > width) cut = shorten(cell, --bytes);
  return cut;
}

std::size_t total_width(const std::vector<std::size_t>& widths) {
  return std::accumulate(widths.begin(), widths.end(), gap * (widths.size() - 1));
}

/// Takes from the columns that may shrink what the screen lacks.
void shrink(std::vector<std::size_t>& widths, const TextTable& table, std::size_t available) {
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const std::size_t total = total_width(widths);
    if (!table.columns[i].may_shrink || total <= available) continue;
    widths[i] = std::max(narrowest, widths[i] - std::min(widths[i], total - available));
  }
}

}  // namespace

Screen standard_screen() {
  if (isatty(STDOUT_FILENO) == 0) return {};
  winsize size{};
  const bool is_known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return {is_known ? size.ws_col : std::size_t{0}, std::getenv("NO_COLOR") == nullptr};
}

void print_table(std::ostream& out, const TextTable& table, const Screen& screen) {
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
  if (screen.width > 0) shrink(widths, table, screen.width);
  for (std::size_t row = 0; row < lines.size(); ++row) {
    const std::vector<std::string>& line = lines[row];
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
      text += (i == 0 ? "" : "  ") + padded(fitted(line[i], widths[i]), widths[i], table.columns[i].is_right);
    }
    text.resize(text.find_last_not_of(' ') + 1);
    const bool is_marked = screen.colour && row > 0 && row <= table.marked.size() && table.marked[row - 1];
    out << (is_marked ? "\033[31m" + text + "\033[0m" : text) << '\n';
  }
}

}  // namespace hindsight
