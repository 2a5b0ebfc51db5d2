#include "adopt/timeline_blocks.hpp"

#include <algorithm>
#include <utility>

#include "adopt/action_table_reader.hpp"
#include "adopt/html_cut.hpp"
#include "adopt/shape.hpp"
#include "adopt/timeline_table.hpp"
#include "adopt/zone_words.hpp"
#include "base/escape.hpp"
#include "base/text.hpp"

namespace hindsight {
namespace {

constexpr std::size_t most_words = 600;
constexpr std::size_t longest_label = 40;

/// All text of a block and what is below it.
std::string text_below(const Block& block) {
  std::string text = block.kind == Block::Kind::code ? "" : block.text;
  for (const Block& child : block.children) {
    if (text.size() > most_words) break;
    text += (text.empty() ? "" : "\n") + text_below(child);
  }
  return text;
}

/// The time of an entry, and which part of its text is the event.
struct Cut {
  LeadingTime time;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool is_leading = true;  ///< whether the time stands first
};

/// "First detected 2021-05-10 12:15": a short label, then the time.
std::optional<Cut> cut_trailing(std::string_view text, const DateHints& hints) {
  const std::vector<FoundTime> times = find_times(text, hints);
  if (times.size() != 1 || times[0].begin == 0 || times[0].begin > longest_label) return std::nullopt;
  if (!trim(text.substr(times[0].end)).empty() || !times[0].read.time.clock) return std::nullopt;
  Cut cut;
  cut.time = {times[0].read, 0, std::string(trim(text.substr(times[0].begin)))};
  const std::string_view label = text.substr(0, times[0].begin);
  cut.end = label.find_last_not_of(" :\t-") + 1;
  cut.is_leading = false;
  return cut.end == 0 ? std::nullopt : std::optional(cut);
}

std::optional<Cut> cut_time(std::string_view text, const DateHints& hints) {
  if (std::optional<LeadingTime> time = read_leading_time(text, hints)) {
    const std::size_t begin = time->length;
    return Cut{std::move(*time), begin, text.size()};
  }
  return cut_trailing(text, hints);
}

/// "20 November 2025.", "2016-09-05 (all times UTC)": the day of what follows.
bool is_day_alone(const Cut& cut, std::string_view text) {
  if (!cut.time.read.time.date || cut.time.read.time.clock) return false;
  const auto is_in_word = [](char c) { return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80; };
  const std::string_view rest = trim(text.substr(cut.begin));
  return std::ranges::none_of(rest, is_in_word) || (rest.size() <= longest_label && find_zone(rest));
}

class Reader {
 public:
  Reader(std::string_view html, const DateHints& hints) : html_(html), hints_(hints) {}

  void read(const SectionPart& part) {
    for (std::size_t at = 0; at < part.blocks.size(); ++at) {
      const Block* next = at + 1 < part.blocks.size() ? part.blocks[at + 1] : nullptr;
      read_block(*part.blocks[at], next);
    }
    end_run();
    add_runs();
    if (!result_.entries.empty()) return;
    for (const Block* block : part.blocks) {
      if (block->kind == Block::Kind::code) read_lines(*block, 2);
    }
  }

  RawTimeline take() { return std::move(result_); }

 private:
  void read_block(const Block& block, const Block* next) {
    switch (block.kind) {
      case Block::Kind::heading: read_heading(block, next); break;
      case Block::Kind::paragraph: read_paragraph(block); break;
      case Block::Kind::list: read_whole(block, read_list(block)); break;
      case Block::Kind::table: read_whole(block, read_table(block)); break;
      case Block::Kind::quote:
        for (const Block& child : block.children) read_block(child, nullptr);
        break;
      default: append(block); break;
    }
  }

  /// A table or list of entries is a run of its own; any other belongs to the entry above it.
  void read_whole(const Block& block, std::size_t count) {
    if (count == 0) {
      append(block);
      return;
    }
    end_run();
    is_below_entry_ = false;
    if (is_made(block)) return;
    result_.blocks.push_back({TypedBlock::Kind::timeline, block.outer, result_.entries.size() - count, count});
  }

  void read_heading(const Block& heading, const Block* next) {
    end_run();
    const std::optional<LeadingTime> time = read_leading_time(heading.text, hints_);
    if (!time) {
      is_below_entry_ = false;
      return;
    }
    const Cut cut{*time, time->length, heading.text.size(), true};
    if (is_day_alone(cut, heading.text) && next != nullptr && begins_with_time(*next)) {
      day_ = time->read.time.date;
      return;
    }
    RawEntry& raw = add(heading.line, time->read, time->written);
    raw.entry.event.text = collapse_spaces(std::string_view(heading.text).substr(time->length));
    raw.words = raw.entry.event.text;
  }

  /// Whether a block has entries of its own.
  bool begins_with_time(const Block& block) const {
    const Block& first = block.kind == Block::Kind::list && !block.children.empty() ? block.children.front() : block;
    if (block.kind == Block::Kind::heading || block.kind == Block::Kind::table) return true;
    const std::optional<LeadingTime> time = read_leading_time(first.text, hints_);
    return time && time->read.time.clock;
  }

  void read_paragraph(const Block& paragraph) {
    const std::vector<std::string_view> lines = split_lines(paragraph.text);
    const auto is_timed = [&](std::string_view line) { return read_leading_time(line, hints_).has_value(); };
    const auto timed = std::ranges::count_if(lines, is_timed);
    const bool begins = timed > 0 && is_timed(lines.front());
    if (timed == 0 || (!begins && timed < 2)) {
      append(paragraph);
      return;
    }
    const std::size_t first = result_.entries.size();
    read_lines(paragraph, 1);
    if (result_.entries.size() - first != 1 || !begins || is_made(paragraph)) {
      has_mixed_paragraph_ = true;
      end_run();
      return;
    }
    // One entry, and nothing else: it can be printed in its own form, with its links.
    RawEntry& raw = result_.entries.back();
    const std::size_t cut = read_leading_time(paragraph.text, hints_)->length;
    raw.entry.event.range = cut_leading_text(html_, paragraph.inner, cut);
    if (!raw.entry.event.range) {
      end_run();
      return;
    }
    raw.entry.event.html.clear();
    if (!run_) run_ = {TypedBlock::Kind::timeline, paragraph.outer, first, 0};
    run_->range.end = paragraph.outer.end;
    ++run_->count;
  }

  /// Entries that stand in lines, if there are at least `least`; other lines go on with the entry above them.
  void read_lines(const Block& block, long least) {
    const std::vector<std::string_view> lines = split_lines(block.text);
    const auto is_timed = [&](std::string_view line) { return read_leading_time(line, hints_).has_value(); };
    if (std::ranges::count_if(lines, is_timed) < least) return;
    int number = block.line - 1;
    if (block.kind == Block::Kind::code) ++number;  // the fence
    for (const std::string_view line : lines) {
      ++number;
      const std::optional<LeadingTime> time = read_leading_time(line, hints_);
      if (!time) {
        append_line(line);
        continue;
      }
      if (is_day_alone({*time, time->length, line.size(), true}, line)) {
        day_ = time->read.time.date;
        is_below_entry_ = false;
        continue;
      }
      RawEntry& raw = add(number, time->read, time->written);
      raw.entry.event.text = collapse_spaces(line.substr(time->length));
      raw.entry.event.html = escape_html(raw.entry.event.text);
      raw.words = raw.entry.event.text;
    }
  }

  void append_line(std::string_view line) {
    if (!is_below_entry_ || result_.entries.empty() || trim(line).empty()) return;
    RawEntry& raw = result_.entries.back();
    raw.entry.event.text = collapse_spaces(raw.entry.event.text + " " + std::string(line));
    raw.entry.event.html = escape_html(raw.entry.event.text);
    raw.words += "\n" + std::string(line);
  }

  /// What stands below an entry belongs to it.
  void append(const Block& block) {
    if (!is_below_entry_ || result_.entries.empty()) return;
    RawEntry& raw = result_.entries.back();
    if (raw.words.size() < most_words) raw.words += "\n" + text_below(block);
    if (run_ && !is_made(block)) {
      raw.entry.details.push_back({"", block.outer});
      run_->range.end = block.outer.end;
    } else {
      end_run();
    }
  }

  void end_run() {
    if (run_) runs_.push_back(*run_);
    run_.reset();
  }

  /// Paragraphs are printed as entries only where all of them are: half a list would puzzle its readers.
  void add_runs() {
    if (!has_mixed_paragraph_) std::ranges::move(runs_, std::back_inserter(result_.blocks));
  }

  /// Where the times of entries are, or nothing if most have none.
  std::vector<std::optional<Cut>> cut_entries(const std::vector<std::string>& texts) const {
    std::vector<std::optional<Cut>> cuts;
    cuts.reserve(texts.size());
    for (const std::string& text : texts) cuts.push_back(cut_time(text, hints_));
    const auto timed = std::ranges::count_if(cuts, [](const auto& cut) { return cut.has_value(); });
    if (timed * 2 < static_cast<long>(texts.size()) || timed == 0) cuts.clear();
    return cuts;
  }

  /// Gives the number of entries; 0 if the list is no timeline.
  std::size_t read_list(const Block& list) {
    const std::size_t first = result_.entries.size();
    std::vector<std::string> texts;
    for (const Block& item : list.children) texts.push_back(item.text);
    const std::vector<std::optional<Cut>> cuts = cut_entries(texts);
    have_room(cuts.size());
    for (std::size_t at = 0; at < cuts.size(); ++at) {
      const Block& item = list.children[at];
      const std::optional<Cut>& cut = cuts[at];
      if (cut && is_day_alone(*cut, item.text) && item.children.size() == 1 &&
          item.children.front().kind == Block::Kind::list) {
        day_ = cut->time.read.time.date;
        if (read_list(item.children.front()) > 0) continue;
      }
      RawEntry& raw = cut ? add(item.line, cut->time.read, cut->time.written) : add(item.line, std::nullopt, "");
      const std::size_t begin = cut ? cut->begin : 0;
      const std::size_t end = cut ? cut->end : item.text.size();
      raw.entry.event.text = collapse_spaces(std::string_view(item.text).substr(begin, end - begin));
      if (end == item.text.size() && !is_made(item)) {
        raw.entry.event.range = begin == 0 ? item.inner : cut_leading_text(html_, item.inner, begin);
      }
      if (!raw.entry.event.range) raw.entry.event.html = escape_html(raw.entry.event.text);
      for (const Block& child : item.children) {
        if (!is_made(child)) raw.entry.details.push_back({"", child.outer});
      }
      raw.words = raw.entry.event.text + "\n" + text_below(item);
    }
    return result_.entries.size() - first;
  }

  std::size_t read_table(const Block& table) {
    const std::vector<TimelineColumn> columns = timeline_columns(table);
    std::vector<const Block*> rows;
    std::vector<std::string> texts;
    for (const Block& row : table.children) {
      if (row.is_header) continue;
      rows.push_back(&row);
      texts.push_back(time_text(row, columns));
    }
    const std::vector<std::optional<Cut>> cuts = cut_entries(texts);
    const std::size_t first = result_.entries.size();
    have_room(cuts.size());
    for (std::size_t at = 0; at < cuts.size(); ++at) {
      const bool has_time = cuts[at] && cuts[at]->is_leading;
      read_row(table, *rows[at], columns, texts[at], has_time ? &cuts[at]->time : nullptr);
    }
    return result_.entries.size() - first;
  }

  /// `time` is what stands in `text`, the row's cells of time; nullptr if none does.
  void read_row(const Block& table, const Block& row, const std::vector<TimelineColumn>& columns,
                const std::string& text, const LeadingTime* time) {
    const auto is_filled = [](const Block& cell) { return !trim(cell.text).empty(); };
    if (time != nullptr && !time->read.time.clock && std::ranges::count_if(row.children, is_filled) == 1) {
      day_ = time->read.time.date;  // a row with nothing but the day of those below
      return;
    }
    RawEntry& raw = time != nullptr ? add(row.line, time->read, time->written) : add(row.line, std::nullopt, text);
    std::size_t rest_of_time = time != nullptr ? text.size() - time->length : 0;
    for (std::size_t index = 0; index < row.children.size(); ++index) {
      const Block& cell = row.children[index];
      const TimelineColumn column = index < columns.size() ? columns[index] : TimelineColumn::detail;
      if (column == TimelineColumn::event) {
        raw.entry.event = prose_of(cell, collapse_spaces(cell.text));
      } else if (is_made(cell)) {
        continue;
      } else if (column == TimelineColumn::detail && !trim(cell.text).empty()) {
        raw.entry.details.push_back({header_of(table, index), cell.inner});
      } else if (column == TimelineColumn::time && rest_of_time > 0) {
        raw.entry.details.push_back({"", cell.inner});  // more than a time stands there: nothing gets lost
        rest_of_time = 0;
      }
    }
    raw.words = raw.entry.event.text;
  }

  /// Entries are large. Of lists behind the first one nothing is known: each must not move all that is above it.
  void have_room(std::size_t count) {
    if (result_.entries.empty()) result_.entries.reserve(count);
  }

  RawEntry& add(int line, std::optional<ReadTime> read, std::string written) {
    RawEntry raw;
    raw.entry.line = line;
    raw.entry.written = std::move(written);
    raw.time.read = std::move(read);
    raw.time.day_line = std::exchange(day_, std::nullopt);
    is_below_entry_ = true;
    result_.entries.push_back(std::move(raw));
    return result_.entries.back();
  }

  std::string_view html_;
  const DateHints& hints_;
  RawTimeline result_;
  std::optional<TypedBlock> run_;  ///< paragraphs that are entries, one behind the other
  std::optional<Date> day_;        ///< of what follows
  std::vector<TypedBlock> runs_;
  bool has_mixed_paragraph_ = false;
  bool is_below_entry_ = false;
};

}  // namespace

RawTimeline read_timeline_blocks(const SectionPart& part, std::string_view html, const DateHints& hints) {
  Reader reader(html, hints);
  reader.read(part);
  return reader.take();
}

}  // namespace hindsight
