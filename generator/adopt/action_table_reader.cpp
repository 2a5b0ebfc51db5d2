#include "adopt/action_table_reader.hpp"

#include <algorithm>
#include <array>
#include <re2/re2.h>
#include <re2/set.h>
#include <string>
#include <utility>

#include "adopt/action_status.hpp"
#include "adopt/action_text.hpp"
#include "adopt/owners.hpp"
#include "adopt/shape.hpp"
#include "adopt/time_words.hpp"
#include "base/escape.hpp"
#include "base/text.hpp"

namespace hindsight {
namespace {

/// What one column of an action table holds.
enum class Column { title, type, owner, ticket, status, priority, due, opened, closed, detail };

struct ColumnWords {
  const char* words;
  Column column;
};

/// The first of those whose words a header has counts.
constexpr auto column_words = std::to_array<ColumnWords>({
    {"(?i)\\b(?:status|state|progress|done\\?)", Column::status},
    {"(?i)\\b(?:due|deadline|by when|target)\\b", Column::due},
    {"(?i)\\b(?:opened|created)\\b", Column::opened},
    {"(?i)\\b(?:closed|completed)\\b", Column::closed},
    {"(?i)\\b(?:owner|owners|who|assignee|assigned|responsible|dri)\\b", Column::owner},
    {"(?i)\\b(?:bug|bugs|ticket|tickets|issue|issues|link|links|pr|jira|work item|tracking|tracker)\\b",
     Column::ticket},
    {"(?i)\\b(?:type|kind|category)\\b", Column::type},
    {"(?i)^(?:pri|prio|priority)\\b", Column::priority},
    {"(?i)\\b(?:actions?|action items?|items?|task|tasks|title|description|what|todo|follow-?ups?|measure)\\b",
     Column::title},
});

Column column_named(const std::string& header) {
  static const RE2::Set words = [] {
    RE2::Set set(RE2::DefaultOptions, RE2::UNANCHORED);
    for (const ColumnWords& entry : column_words) set.Add(entry.words, nullptr);
    set.Compile();
    return set;
  }();
  std::vector<int> found;
  if (!words.Match(header, &found)) return Column::detail;
  return column_words.at(static_cast<std::size_t>(std::ranges::min(found))).column;
}

std::vector<Column> columns_of(const Block& header) {
  std::vector<Column> columns;
  for (const Block& cell : header.children) columns.push_back(column_named(cell.text));
  if (std::ranges::find(columns, Column::title) == columns.end()) {
    const auto spare = std::ranges::find(columns, Column::detail);
    if (spare != columns.end()) *spare = Column::title;
  }
  // Only the first of two title columns is the title; the other explains it.
  const auto title = std::ranges::find(columns, Column::title);
  if (title != columns.end()) std::replace(title + 1, columns.end(), Column::title, Column::detail);
  return columns;
}

void set_title(ActionItem& item, const Block& cell) {
  const MarkedStatus marked = take_status(collapse_spaces(cell.text));
  item.title = prose_of(cell, marked.text);  // with the mark: what it says beside the status is not lost
  if (!marked.status) return;
  item.status = *marked.status;
  item.status_mark = marked.mark;
}

/// "@Joseph Kelly" is a name.
std::string owner_in(const std::string& text) { return owner_named(text).value_or(text); }

/// A cell with one link, or with a key alone, is a ticket and nothing else.
bool read_ticket(ActionItem& item, const Block& cell, const std::string& text,
                 const std::vector<TicketPattern>& tickets) {
  item.ticket = ticket_in(cell, tickets);
  if (!item.ticket) {
    item.ticket = Ticket{"", shorten(text, 60)};
    return item.ticket->label == text;
  }
  const auto links = std::ranges::count(cell.spans, Span::Kind::link, &Span::kind);
  const auto link = std::ranges::find(cell.spans, Span::Kind::link, &Span::kind);
  return links == 1 && collapse_spaces(cell.text.substr(link->begin, link->end - link->begin)) == text;
}

/// Whether fields hold all that the cell says.
bool read_cell(ActionItem& item, const Block& cell, Column column, const std::vector<TicketPattern>& tickets) {
  const std::string text = collapse_spaces(cell.text);
  if (column == Column::title) {
    set_title(item, cell);
    if (!item.ticket) item.ticket = ticket_in(cell, tickets);
    return true;
  }
  // A capital TODO or DONE says it in any cell; a word such as "open" only where a status can stand.
  const bool may_be_status = column == Column::status || column == Column::ticket || column == Column::detail;
  if (const auto named = may_be_status ? status_named(text) : std::nullopt) {
    item.status = *named;
    item.status_mark = text;
    return true;
  }
  const MarkedStatus marked = take_status(text);
  if (marked.status) {
    item.status = *marked.status;
    item.status_mark = marked.mark;
  }
  if (is_placeholder(marked.text)) return true;
  switch (column) {
    case Column::type: item.type = type_named(marked.text); return item.type.has_value();
    case Column::owner: item.owner = owner_in(marked.text); return true;
    case Column::priority: item.priority = marked.text; return true;
    case Column::ticket: return read_ticket(item, cell, marked.text, tickets);
    case Column::due: item.due = find_date(text); return item.due.has_value();
    case Column::opened: item.opened = find_date(text); return item.opened.has_value();
    case Column::closed: item.closed = find_date(text); return item.closed.has_value();
    default: return false;
  }
}

ActionItem read_row(const Block& row, const std::vector<Column>& columns, const std::vector<std::string>& labels,
                    const std::vector<TicketPattern>& tickets) {
  ActionItem item;
  item.line = row.line;
  for (std::size_t index = 0; index < row.children.size(); ++index) {
    const Block& cell = row.children[index];
    const bool is_named = index < columns.size();
    const bool understood = read_cell(item, cell, is_named ? columns[index] : Column::detail, tickets);
    if (understood || is_placeholder(cell.text) || is_made(cell)) continue;
    item.details.push_back({is_named ? labels[index] : "", cell.inner});
  }
  return item;
}

}  // namespace

std::vector<ActionItem> read_action_table(const Block& table, const std::vector<TicketPattern>& tickets) {
  std::vector<Column> columns;
  std::vector<std::string> labels;
  std::vector<ActionItem> items;
  for (const Block& row : table.children) {
    if (!row.is_header) {
      items.push_back(read_row(row, columns, labels, tickets));
      continue;
    }
    columns = columns_of(row);
    for (const Block& cell : row.children) labels.push_back(collapse_spaces(cell.text));
  }
  return items;
}

Prose prose_of(const Block& block, std::string text) {
  Prose prose;
  prose.text = std::move(text);
  if (is_made(block)) {
    prose.html = escape_html(prose.text);
  } else {
    prose.range = block.inner;
  }
  return prose;
}

}  // namespace hindsight
