#include "adopt/timeline.hpp"

#include <algorithm>
#include <re2/re2.h>
#include <utility>

#include "adopt/html_cut.hpp"
#include "adopt/milestones.hpp"
#include "adopt/time_words.hpp"
#include "base/text.hpp"

using std::chrono::days;
using std::chrono::hours;

namespace hindsight {
namespace {

/// A clock that falls back by less is a slip or an afterthought, not a new day.
constexpr auto new_day_gap = hours(6);

/// What one column of a timeline table holds.
enum class Column { time, event, detail };

/// Gives the entries of one section their instants, in order.
class Sequence {
 public:
  Sequence(std::optional<Date> date, TimeZone zone) : date_(date), zone_(std::move(zone)) {}

  std::optional<Moment> place(WrittenTime time) {
    const bool has_own_date = time.date.has_value();
    if (!has_own_date) time.date = date_;
    if (!time.date) return std::nullopt;
    std::optional<Moment> moment = resolve(time, zone_).moment;
    if (moment && previous_ && !has_own_date && moment->at + new_day_gap <= previous_->at) {
      *time.date += days(1);
      moment = resolve(time, zone_).moment;
    }
    if (moment) {
      date_ = *time.date;
      if (time.clock) previous_ = moment;
    }
    return moment;
  }

 private:
  std::optional<Date> date_;
  TimeZone zone_;
  std::optional<Moment> previous_;
};

class TimelineReader {
 public:
  TimelineReader(std::string_view html, Sequence sequence) : html_(html), sequence_(std::move(sequence)) {}

  void read(const Block& block) {
    const std::size_t first = result_.entries.size();
    const bool complete = (block.kind == Block::Kind::table && read_table(block)) ||
                          (block.kind == Block::Kind::list && read_list(block));
    if (!complete) return;
    result_.blocks.push_back({TypedBlock::Kind::timeline, block.outer, first, result_.entries.size() - first});
  }

  BodyTimeline take() { return std::move(result_); }

 private:
  /// Whether most of the texts begin with a time: then it is a timeline.
  template <class Blocks, class TextOf>
  static bool mostly_times(const Blocks& blocks, const TextOf& text_of) {
    const auto timed =
        std::ranges::count_if(blocks, [&](const Block& b) { return read_leading_time(text_of(b)).has_value(); });
    return timed > 0 && timed * 2 >= static_cast<long>(blocks.size());
  }

  bool read_list(const Block& list) {
    if (!mostly_times(list.children, [](const Block& item) { return item.text; })) return false;
    for (const Block& item : list.children) {
      TimelineEntry entry = entry_at(item.line);
      std::size_t cut = 0;
      if (const auto time = read_leading_time(item.text)) {
        cut = time->length;
        set_time(entry, *time);
      }
      set_event(entry, item, cut);
      for (const Block& child : item.children) entry.details.push_back({"", child.outer});
      result_.entries.push_back(std::move(entry));
    }
    return true;
  }

  bool read_table(const Block& table) {
    std::vector<Block> rows;
    for (const Block& row : table.children) {
      if (!row.is_header) rows.push_back(row);
    }
    const std::vector<Column> columns = columns_of(table, rows);
    const auto time_text = [&](const Block& row) { return text_of_time(row, columns); };
    if (!mostly_times(rows, time_text)) return false;
    for (const Block& row : rows) {
      TimelineEntry entry = entry_at(row.line);
      std::size_t rest_of_time = 0;
      const std::string text = time_text(row);
      if (const auto time = read_leading_time(text)) {
        set_time(entry, *time);
        rest_of_time = text.size() - time->length;
      } else {
        entry.written = text;
      }
      for (std::size_t index = 0; index < row.children.size(); ++index) {
        const Block& cell = row.children[index];
        const Column column = index < columns.size() ? columns[index] : Column::detail;
        if (column == Column::event) {
          set_event(entry, cell, 0);
        } else if (column == Column::detail && !trim(cell.text).empty()) {
          entry.details.push_back({header_of(table, index), cell.inner});
        } else if (column == Column::time && rest_of_time > 0) {
          entry.details.push_back({"", cell.inner});  // more than a time stands there: nothing gets lost
          rest_of_time = 0;
        }
      }
      result_.entries.push_back(std::move(entry));
    }
    return true;
  }

  static std::string header_of(const Block& table, std::size_t column) {
    const Block& first = table.children.front();
    return first.is_header && column < first.children.size() ? collapse_spaces(first.children[column].text) : "";
  }

  /// By the words of the header, else by content: the first column whose cells begin with times, and the column behind.
  static std::vector<Column> columns_of(const Block& table, const std::vector<Block>& rows) {
    static const RE2 time_words("(?i)\\b(time|times|date|day|when|timestamp|clock|hour)\\b");
    static const RE2 event_words(
        "(?i)\\b(event|events|description|what|action|update|details?|message|note|notes|activity)\\b");
    const Block* header =
        table.children.empty() || !table.children.front().is_header ? nullptr : &table.children.front();
    const std::size_t width =
        header == nullptr ? (rows.empty() ? 0 : rows.front().children.size()) : header->children.size();
    std::vector<Column> columns(width, Column::detail);
    for (std::size_t index = 0; header != nullptr && index < width; ++index) {
      if (RE2::PartialMatch(header->children[index].text, time_words)) columns[index] = Column::time;
    }
    if (std::ranges::find(columns, Column::time) == columns.end() && width > 0) columns.front() = Column::time;
    const auto is_event = [&](std::size_t index) {
      return columns[index] == Column::detail && header != nullptr &&
             RE2::PartialMatch(header->children[index].text, event_words);
    };
    std::size_t event = 0;
    while (event < width && !is_event(event)) ++event;
    if (event == width) event = static_cast<std::size_t>(std::ranges::find(columns, Column::detail) - columns.begin());
    if (event < width) columns[event] = Column::event;
    return columns;
  }

  /// The time cells of a row, joined: a table may have its day and its clock in two columns.
  static std::string text_of_time(const Block& row, const std::vector<Column>& columns) {
    std::string text;
    for (std::size_t index = 0; index < row.children.size() && index < columns.size(); ++index) {
      if (columns[index] != Column::time) continue;
      text += (text.empty() ? "" : " ") + std::string(trim(row.children[index].text));
    }
    return text;
  }

  static TimelineEntry entry_at(int line) {
    TimelineEntry entry;
    entry.line = line;
    return entry;
  }

  void set_time(TimelineEntry& entry, const LeadingTime& time) {
    entry.written = time.written;
    entry.at = sequence_.place(time.time);
  }

  /// The event is the text of `block` behind its first `cut` bytes.
  void set_event(TimelineEntry& entry, const Block& block, std::size_t cut) {
    entry.event.text = collapse_spaces(std::string_view(block.text).substr(cut));
    entry.event.range = cut == 0 ? block.inner : cut_leading_text(html_, block.inner, cut);
  }

  std::string_view html_;
  Sequence sequence_;
  BodyTimeline result_;
};

/// What the section says before its entries (and its heading, and the header of its table) about their day and zone.
struct Statement {
  std::optional<Date> date;
  std::optional<TimeZone> zone;

  void read(std::string_view text) {
    if (!date) date = find_date(text);
    if (!zone) zone = find_zone(text);
  }
};

Statement statement_of(const SectionPart& part) {
  Statement statement;
  if (part.heading != nullptr) statement.read(part.heading->text);
  for (const Block* block : part.blocks) {
    if (block->kind == Block::Kind::paragraph || block->kind == Block::Kind::heading) statement.read(block->text);
    if (block->kind == Block::Kind::table && !block->children.empty() && block->children.front().is_header) {
      for (const Block& cell : block->children.front().children) statement.read(cell.text);
    }
    if (block->kind == Block::Kind::table || block->kind == Block::Kind::list) break;
  }
  return statement;
}

/// When an entry has the very clock time of the start, the start tells its day: then "22:03" before it was the evening
/// before.
void align_with(const Moment& start, std::vector<TimelineEntry>& entries) {
  for (const TimelineEntry& entry : entries) {
    if (!entry.at || entry.at->precision == Precision::day) continue;
    const auto difference = start.at - entry.at->at;
    if (difference % days(1) != seconds(0)) continue;
    for (TimelineEntry& other : entries) {
      if (other.at) other.at->at += difference;
    }
    return;
  }
}

}  // namespace

BodyTimeline read_timeline(const SectionPart& part, std::string_view html, const std::optional<Moment>& start,
                           const TimeZone& zone) {
  const Statement statement = statement_of(part);
  std::optional<Date> date = statement.date;
  const bool date_is_from_start = !date && start;
  if (date_is_from_start) date = local_day_of(*start);
  TimelineReader reader(html, Sequence(date, statement.zone.value_or(zone)));
  for (const Block* block : part.blocks) reader.read(*block);
  BodyTimeline timeline = reader.take();
  if (date_is_from_start && start->precision != Precision::day) align_with(*start, timeline.entries);
  mark_milestones(timeline.entries);
  return timeline;
}

}  // namespace hindsight
