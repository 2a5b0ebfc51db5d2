#include "adopt/action_items.hpp"

#include <algorithm>
#include <optional>
#include <re2/re2.h>
#include <string>
#include <utility>

#include "adopt/action_status.hpp"
#include "adopt/time_words.hpp"
#include "base/text.hpp"
#include "base/url.hpp"

namespace hindsight {
namespace {

/// What one column of an action table holds.
enum class Column { title, type, owner, ticket, status, priority, due, opened, closed, detail };

Column column_named(const std::string& header) {
  struct ColumnWords {
    RE2 words;
    Column column;
  };
  static const ColumnWords table[] = {
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
  };
  for (const ColumnWords& entry : table) {
    if (RE2::PartialMatch(header, entry.words)) return entry.column;
  }
  return Column::detail;
}

/// The first web address in a block: a link, or one written out.
std::optional<Ticket> ticket_in(const Block& block) {
  for (const Span& span : block.spans) {
    if (span.kind != Span::Kind::link || classify_url(span.url) != UrlKind::web) continue;
    const std::string url = encode_url(span.url);
    return ticket_at(url, std::string_view(block.text).substr(span.begin, span.end - span.begin));
  }
  const std::size_t at = block.text.find("http");
  const std::size_t length = at == std::string::npos ? 0 : bare_url_length(std::string_view(block.text).substr(at));
  if (length == 0) return std::nullopt;
  const std::string url = encode_url(std::string_view(block.text).substr(at, length));
  return ticket_at(url, "");
}

bool is_struck_out(const Block& block) {
  return std::ranges::any_of(block.spans, [&](const Span& span) {
    return span.kind == Span::Kind::struck && span.begin == 0 && span.end >= trim(block.text).size();
  });
}

bool is_placeholder(std::string_view text) {
  const std::string_view trimmed = trim(text);
  return trimmed.empty() || trimmed == "-" || trimmed == "–" || equals_ignoring_case(trimmed, "n/a") ||
         equals_ignoring_case(trimmed, "tbd") || equals_ignoring_case(trimmed, "none");
}

class ActionReader {
 public:
  void read(const Block& block) {
    if (block.kind == Block::Kind::heading) {
      default_status_ = status_in_heading(block.text);
      return;
    }
    const std::size_t first = result_.items.size();
    if (block.kind == Block::Kind::table) read_table(block);
    if (block.kind == Block::Kind::list) read_list(block);
    const std::size_t count = result_.items.size() - first;
    if (count > 0) result_.blocks.push_back({TypedBlock::Kind::action_items, block.outer, first, count});
  }

  BodyActions take() { return std::move(result_); }

 private:
  /// "Immediate actions (completed)" says it for all items below.
  static std::optional<ActionStatus> status_in_heading(const std::string& heading) {
    return take_status(heading).status;
  }

  void read_list(const Block& list) {
    for (const Block& block : list.children) {
      if (is_placeholder(block.text) && block.children.empty()) continue;
      ActionItem item;
      item.line = block.line;
      set_title(item, block);
      if (block.checked) item.status = *block.checked ? ActionStatus::done : ActionStatus::todo;
      if (is_struck_out(block)) item.status = ActionStatus::wontdo;
      item.ticket = ticket_in(block);
      for (const Block& child : block.children) item.details.push_back({"", child.outer});
      add(std::move(item));
    }
  }

  void read_table(const Block& table) {
    std::vector<Column> columns;
    std::vector<std::string> labels;
    for (const Block& row : table.children) {
      if (!row.is_header) {
        read_row(row, columns, labels);
        continue;
      }
      columns = columns_of(row);
      for (const Block& cell : row.children) labels.push_back(collapse_spaces(cell.text));
    }
  }

  static std::vector<Column> columns_of(const Block& header) {
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

  void read_row(const Block& row, const std::vector<Column>& columns, const std::vector<std::string>& labels) {
    ActionItem item;
    item.line = row.line;
    for (std::size_t index = 0; index < row.children.size(); ++index) {
      const bool is_named = index < columns.size();
      const bool understood = read_cell(item, row.children[index], is_named ? columns[index] : Column::detail);
      if (understood || is_placeholder(row.children[index].text)) continue;
      item.details.push_back({is_named ? labels[index] : "", row.children[index].inner});
    }
    add(std::move(item));
  }

  /// Whether fields hold all that the cell says.
  static bool read_cell(ActionItem& item, const Block& cell, Column column) {
    const std::string text = collapse_spaces(cell.text);
    if (column == Column::title) {
      set_title(item, cell);
      if (!item.ticket) item.ticket = ticket_in(cell);
      return true;
    }
    const MarkedStatus marked = take_status(text);
    // A capital TODO or DONE says it in any cell; a word such as "open" only where a status can stand.
    const bool may_be_status = column == Column::status || column == Column::ticket || column == Column::detail;
    const std::optional<ActionStatus> named = may_be_status ? status_named(text) : std::nullopt;
    if (named || marked.status) item.status = named ? *named : *marked.status;
    if (named || is_placeholder(marked.text)) return true;
    switch (column) {
      case Column::type: item.type = type_named(marked.text); return item.type.has_value();
      case Column::owner: item.owner = marked.text; return true;
      case Column::priority: item.priority = marked.text; return true;
      case Column::ticket: return read_ticket(item, cell, marked.text);
      case Column::due: item.due = find_date(text); return item.due.has_value();
      case Column::opened: item.opened = find_date(text); return item.opened.has_value();
      case Column::closed: item.closed = find_date(text); return item.closed.has_value();
      default: return false;
    }
  }

  /// A cell with one link, or with a key alone, is a ticket and nothing else.
  static bool read_ticket(ActionItem& item, const Block& cell, const std::string& text) {
    item.ticket = ticket_in(cell);
    if (!item.ticket) {
      item.ticket = Ticket{"", shorten(text, 60)};
      return item.ticket->label == text;
    }
    const auto links = std::ranges::count(cell.spans, Span::Kind::link, &Span::kind);
    const auto link = std::ranges::find(cell.spans, Span::Kind::link, &Span::kind);
    return links == 1 && collapse_spaces(cell.text.substr(link->begin, link->end - link->begin)) == text;
  }

  static void set_title(ActionItem& item, const Block& block) {
    const MarkedStatus marked = take_status(collapse_spaces(block.text));
    item.title.text = marked.text;
    item.title.range = block.inner;  // with the mark: what it says beside the status is not lost
    if (marked.status) item.status = *marked.status;
  }

  void add(ActionItem item) {
    if (item.title.empty()) return;
    if (item.status == ActionStatus::unknown && default_status_) item.status = *default_status_;
    result_.items.push_back(std::move(item));
  }

  std::optional<ActionStatus> default_status_;
  BodyActions result_;
};

}  // namespace

BodyActions read_action_items(const SectionPart& part) {
  ActionReader reader;
  if (part.heading != nullptr) reader.read(*part.heading);
  for (const Block* block : part.blocks) reader.read(*block);
  return reader.take();
}

}  // namespace hindsight
