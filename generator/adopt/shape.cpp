#include "adopt/shape.hpp"

#include <algorithm>
#include <iterator>
#include <re2/re2.h>
#include <string>
#include <utility>
#include <vector>

#include "adopt/sections.hpp"
#include "base/text.hpp"
#include "markdown/markdown.hpp"

namespace hindsight {
namespace {

constexpr int level_of_labels = 7;  ///< below all headings that Markdown has
constexpr std::size_t longest_label = 48;

Block made(Block::Kind kind, int line, std::string text = {}) {
  Block block;
  block.kind = kind;
  block.line = line;
  block.text = std::move(text);
  return block;
}

Block heading_of(const Block& block, std::string_view text) {
  Block heading = made(Block::Kind::heading, block.line, std::string(text));
  heading.level = level_of_labels;
  return heading;
}

/// A section's name and nothing else: "Impact: none" says something.
bool names_section(std::string_view text) {
  if (text.size() > longest_label) return false;
  const bool says_more = text.find(": ") != std::string_view::npos || text.find(" - ") != std::string_view::npos;
  return !says_more && section_named(text) != Section::none;
}

/// The text is one bold span, perhaps with a colon behind.
bool is_label(const Block& block) {
  const std::string_view text = trim(block.text);
  return std::ranges::any_of(block.spans, [&](const Span& span) {
    return span.kind == Span::Kind::strong && span.begin == 0 && span.end + 1 >= text.size() && span.end > 0;
  });
}

bool is_example(const Block& block) {
  if (block.kind != Block::Kind::paragraph || block.text.size() >= 30) return false;
  const std::string name = normal_heading(block.text);
  return name == "example" || name == "examples";
}

/// A line of a table as wikis paste it: cells between bars, none needed at the edges.
bool is_row(std::string_view line) { return line.find('|') != std::string_view::npos; }

bool is_rule(std::string_view line) {
  return line.find_first_not_of("|-: ") == std::string_view::npos && line.find('-') != std::string_view::npos;
}

void append_cells(Block& row, std::string_view line) {
  std::vector<std::string_view> cells = split(line, '|');
  // A bar at the edge closes a cell; it does not open another one.
  if (!cells.empty() && trim(cells.back()).empty()) cells.pop_back();
  if (!cells.empty() && trim(cells.front()).empty() && row.children.empty()) cells.erase(cells.begin());
  for (const std::string_view cell : cells) {
    row.children.push_back(made(Block::Kind::cell, row.line, collapse_spaces(cell)));
  }
}

/// A line that begins with a bar goes on with the row above, unless that has all its cells.
Block table_of(const std::vector<std::string_view>& lines, int first_line) {
  Block table = made(Block::Kind::table, first_line);
  std::size_t columns = 0;
  int line_number = first_line - 1;
  for (const std::string_view line : lines) {
    ++line_number;
    if (is_rule(line)) continue;
    const std::string_view text = trim(line);
    const bool goes_on = text.starts_with('|') && !table.children.empty() &&
                         table.children.back().children.size() <= columns && !lines.front().starts_with('|');
    if (!goes_on) {
      table.children.push_back(made(Block::Kind::row, line_number));
      table.children.back().is_header = table.children.size() == 1;
    }
    append_cells(table.children.back(), text);
    columns = std::max(columns, table.children.front().children.size());
  }
  return table;
}

/// A paragraph in which some lines are headings or rows of a table, cut there.
std::vector<Block> cut_paragraph(const Block& paragraph) {
  std::vector<Block> blocks;
  std::vector<std::string_view> rows;
  int line_number = paragraph.line - 1;
  const auto flush_rows = [&] {
    if (!rows.empty()) blocks.push_back(table_of(rows, line_number - static_cast<int>(rows.size())));
    rows.clear();
  };
  for (const std::string_view line : split_lines(paragraph.text)) {
    ++line_number;
    if (is_row(line)) {
      rows.push_back(line);
      continue;
    }
    flush_rows();
    if (names_section(trim(line))) {
      Block heading = heading_of(paragraph, trim(line));
      heading.line = line_number;
      blocks.push_back(std::move(heading));
    } else if (!blocks.empty() && blocks.back().kind == Block::Kind::paragraph) {
      blocks.back().text += "\n" + std::string(line);
    } else {
      blocks.push_back(made(Block::Kind::paragraph, line_number, std::string(line)));
    }
  }
  ++line_number;
  flush_rows();
  return blocks;
}

bool needs_cutting(const Block& paragraph) {
  const std::vector<std::string_view> lines = split_lines(paragraph.text);
  const bool has_rule = std::ranges::any_of(lines, [](std::string_view line) { return is_row(line) && is_rule(line); });
  return has_rule || std::ranges::any_of(lines, [](std::string_view line) { return names_section(trim(line)); });
}

/// Bullets that are labels of sections, with what they hold.
void unfold_list(Block list, Outline& out) {
  const auto is_section = [](const Block& item) {
    return is_label(item) && names_section(trim(item.text)) && !item.children.empty();
  };
  if (std::ranges::none_of(list.children, is_section)) {
    out.push_back(std::move(list));
    return;
  }
  for (const Block& item : list.children) {
    const bool is_group = is_label(item) && !item.children.empty();
    if (!is_section(item) && !is_group) {
      Block single = made(Block::Kind::list, item.line);
      single.children.push_back(item);
      // A label of something else ends the section before it.
      if (is_label(item)) out.push_back(heading_of(item, item.text));
      out.push_back(std::move(single));
      continue;
    }
    out.push_back(heading_of(item, item.text));
    out.insert(out.end(), item.children.begin(), item.children.end());
  }
}

bool is_markdown_fence(const Block& block) {
  return block.kind == Block::Kind::code &&
         (equals_ignoring_case(block.info, "md") || equals_ignoring_case(block.info, "markdown"));
}

void forget_ranges(Block& block) {
  block.outer = block.inner = {};
  for (Block& child : block.children) forget_ranges(child);
}

/// A template's place that somebody filled in without taking the fence away: it reads like the rest of the body. What
/// the template says to its authors ("> [!NOTE]") then is no part of the report.
Outline unfenced(Outline outline) {
  if (std::ranges::none_of(outline, is_markdown_fence)) return outline;
  Outline out;
  for (Block& block : outline) {
    const bool is_note =
        block.kind == Block::Kind::quote && !block.children.empty() && block.children.front().text.starts_with("[!");
    if (is_note) continue;
    if (!is_markdown_fence(block)) {
      out.push_back(std::move(block));
      continue;
    }
    Diagnostics of_fence;  // the fence is shown as code
    Article article = render_markdown(block.text, {"", block.line + 1, false}, of_fence);
    for (Block& part : article.outline) {
      forget_ranges(part);
      out.push_back(std::move(part));
    }
  }
  return out;
}

}  // namespace

bool is_made(const Block& block) { return block.outer.begin == block.outer.end; }

Outline shaped(Outline outline) {
  Outline out;
  bool in_example = false;
  outline = unfenced(std::move(outline));
  out.reserve(outline.size());
  for (Block& block : outline) {
    // What a template shows as an example says nothing of this incident.
    const bool may_be_example = block.kind == Block::Kind::quote || block.kind == Block::Kind::list;
    if (std::exchange(in_example, is_example(block)) && may_be_example) continue;
    if (block.kind == Block::Kind::list) {
      unfold_list(std::move(block), out);
    } else if (block.kind == Block::Kind::paragraph && is_label(block) && names_section(trim(block.text))) {
      out.push_back(heading_of(block, trim(block.text)));
    } else if (block.kind == Block::Kind::paragraph && needs_cutting(block)) {
      std::vector<Block> parts = cut_paragraph(block);
      std::ranges::move(parts, std::back_inserter(out));
    } else {
      out.push_back(std::move(block));
    }
  }
  return out;
}

}  // namespace hindsight
