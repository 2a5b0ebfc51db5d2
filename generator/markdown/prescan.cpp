#include "markdown/prescan.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "base/limits.hpp"
#include "base/text.hpp"

// cmark-gfm as Debian ships it is quadratic on unclosed constructs within a paragraph, on deep containers and on wide
// tables, and aborts the process when a buffer passes 1 GiB (repeated long link definitions). The limits below bound
// the work to about a second; real postmortems stay two orders of magnitude under them.

namespace hindsight {
namespace {

constexpr std::uint64_t paragraph_budget = std::uint64_t{limit::paragraph_bytes} * limit::paragraph_bytes;

std::size_t indent_of(std::string_view line) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t'; };
  return static_cast<std::size_t>(std::ranges::find_if_not(line, is_blank) - line.begin());
}

/// What may begin or end an inline: each such character can become a node.
bool marks_inline(char c) { return c == '*' || c == '_' || c == '`' || c == '~' || c == '<' || c == '&'; }

/// `line` without what may open it: white space, and the markers of quotes and, if `in_lists`, of lists and numbers.
std::string_view behind_markers(std::string_view line, bool in_lists) {
  const auto opens = [in_lists](char c) {
    const bool is_marker = c == '*' || c == '+' || c == '-' || c == '.' || c == ')' || is_digit(c);
    return c == ' ' || c == '\t' || c == '>' || (in_lists && is_marker);
  };
  return trim({std::ranges::find_if_not(line, opens), line.end()});
}

/// Quote and list markers that open the line: "> - 1. text" has three.
int opening_markers(std::string_view line) {
  int count = 0;
  while (true) {
    line.remove_prefix(indent_of(line));
    if (line.empty()) return count;
    std::size_t digits = 0;
    while (digits < line.size() && is_digit(line[digits])) ++digits;
    const bool bullet = line.front() == '-' || line.front() == '*' || line.front() == '+';
    const bool number = digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')');
    const bool is_quote = line.front() == '>';
    const bool is_bullet = bullet && (line.size() == 1 || line[1] == ' ' || line[1] == '\t');
    if (!is_quote && !is_bullet && !number) return count;
    line.remove_prefix(number ? digits + 1 : 1);
    ++count;
  }
}

/// The length of a link definition's target, if the line is one: "[name]: target".
std::size_t definition_length(std::string_view line) {
  const std::string_view text = trim(line);
  const std::size_t colon = text.find("]:");
  return text.starts_with('[') && colon != std::string_view::npos ? text.size() - colon : 0;
}

/// The length of the run of backticks or tildes that opens a line, if it can be a fence.
std::size_t fence_run(std::string_view content) {
  if (!content.starts_with("```") && !content.starts_with("~~~")) return 0;
  return std::min(content.find_first_not_of(content.front()), content.size());
}

/// An HTML block that goes on over blank lines: a fence inside it is no fence.
bool opens_long_html(std::string_view content) {
  constexpr std::array openers = {"<!", "<?", "<script", "<pre", "<style", "<textarea"};
  return std::ranges::any_of(openers, [&](const char* opener) { return starts_with_ignoring_case(content, opener); });
}

/// "## text", or a line of === or --- below one, in quotes and lists too.
bool may_be_heading(std::string_view line) {
  const std::string_view content = behind_markers(line, true);
  const std::string_view underline = behind_markers(line, false);
  const bool underlines = !underline.empty() &&
                          underline.find_first_not_of(underline.front()) == std::string_view::npos &&
                          (underline.front() == '=' || underline.front() == '-');
  return content.starts_with('#') || underlines;
}

std::string number(std::uint64_t value) { return std::to_string(value); }

/// What the scan has seen so far.
class Scan {
 public:
  /// The first limit that `line` exceeds.
  std::optional<LimitExceeded> add(std::string_view line) {
    ++line_number_;
    if (line.size() > limit::line_bytes) {
      return exceeded("a line of " + number(line.size()) + " bytes", "at most " + number(limit::line_bytes));
    }
    if (is_fenced(line)) return std::nullopt;
    const auto checks = {&Scan::check_nesting, &Scan::check_table, &Scan::check_paragraph, &Scan::check_definitions,
                         &Scan::check_nodes};
    for (const auto check : checks) {
      if (auto found = (this->*check)(line)) return found;
    }
    return std::nullopt;
  }

 private:
  LimitExceeded exceeded(std::string found, std::string wanted) const {
    return {line_number_, std::move(found), std::move(wanted)};
  }

  /// Lines of a fenced code block cost nothing. To count one as such that the parser sees otherwise would hide whatever
  /// stands in it, so only fences at the margin count, opened and closed just as the parser does it; and from the first
  /// line on of which this scan can't be sure (a fence that is indented or in HTML), none does any more.
  bool is_fenced(std::string_view line) {
    const std::string_view content = trim(line);
    const std::size_t run = fence_run(content);
    if (fence_length_ > 0) {
      const bool closes =
          run >= fence_length_ && run == content.size() && content.front() == fence_character_ && indent_of(line) <= 3;
      if (closes) fence_length_ = 0;
      return true;
    }
    if (content.empty()) may_be_html_ = false;
    if (content.starts_with('<')) may_be_html_ = true;
    unsure_ = unsure_ || opens_long_html(content) ||
              (run > 0 && (may_be_html_ || (indent_of(line) > 0 && indent_of(line) <= 3)));
    // A backtick behind the run makes the line a paragraph.
    const bool opens =
        run > 0 && indent_of(line) == 0 && !(line.front() == '`' && line.find('`', run) != std::string_view::npos);
    if (!opens || unsure_) return false;
    fence_length_ = run;
    fence_character_ = line.front();
    return true;
  }

  std::optional<LimitExceeded> check_nesting(std::string_view line) {
    if (indent_of(line) > limit::indent && indent_of(line) < line.size()) {
      return exceeded("an indentation of " + number(indent_of(line)), "at most " + number(limit::indent));
    }
    const int markers = opening_markers(line);
    if (!trim(line).empty()) blocks_ += 1 + static_cast<std::uint64_t>(markers);
    if (markers <= limit::nested_markers) return std::nullopt;
    return exceeded(std::to_string(markers) + " quote and list markers", "at most " + number(limit::nested_markers));
  }

  std::optional<LimitExceeded> check_table(std::string_view line) {
    const auto bars = static_cast<std::uint64_t>(std::ranges::count(line, '|'));
    columns_ = bars == 0 ? 0 : std::max(columns_, bars);
    rows_ = bars == 0 ? 0 : rows_ + 1;
    if (columns_ <= limit::table_columns && columns_ * rows_ <= limit::table_cells) return std::nullopt;
    return exceeded(
        "a table of " + number(columns_) + " columns and " + number(rows_) + " rows",
        "at most " + number(limit::table_columns) + " columns and " + number(limit::table_cells) + " cells");
  }

  std::optional<LimitExceeded> check_paragraph(std::string_view line) {
    if (trim(line).empty()) {
      finished_ += paragraph_ * paragraph_;
      paragraph_ = 0;
      return std::nullopt;
    }
    paragraph_ += line.size();
    if (finished_ + paragraph_ * paragraph_ <= paragraph_budget) return std::nullopt;
    return exceeded("text without a blank line that is too long to parse in a second", "paragraphs of up to 64 KiB");
  }

  std::optional<LimitExceeded> check_definitions(std::string_view line) {
    brackets_ += static_cast<std::uint64_t>(std::ranges::count(line, '['));
    longest_definition_ = std::max<std::uint64_t>(longest_definition_, definition_length(line));
    if (longest_definition_ * brackets_ <= limit::definition_bytes) return std::nullopt;
    return exceeded(
        "a link definition of " + number(longest_definition_) + " bytes among " + number(brackets_) + " brackets",
        "a product of at most " + number(limit::definition_bytes));
  }

  /// Checked behind the others, which have counted.
  std::optional<LimitExceeded> check_nodes(std::string_view line) {
    inlines_ += static_cast<std::uint64_t>(std::ranges::count_if(line, marks_inline));
    if (may_be_heading(line)) ++headings_;
    if (headings_ > limit::headings) return too_many("headings", headings_, limit::headings);
    if (blocks_ > limit::blocks) return too_many("lines, quote and list markers", blocks_, limit::blocks);
    if (brackets_ > limit::brackets) return too_many("opening brackets", brackets_, limit::brackets);
    if (inlines_ > limit::inlines) return too_many("characters * _ ` ~ < &", inlines_, limit::inlines);
    return std::nullopt;
  }

  LimitExceeded too_many(std::string_view what, std::uint64_t count, std::uint64_t most) const {
    return exceeded(number(count) + " " + std::string(what), "at most " + number(most));
  }

  int line_number_ = 0;
  std::size_t fence_length_ = 0;  ///< of the fence that is open, or 0
  char fence_character_ = '\0';
  bool may_be_html_ = false;  ///< since the last blank line something began with <
  bool unsure_ = false;
  std::uint64_t columns_ = 0;
  std::uint64_t rows_ = 0;
  std::uint64_t paragraph_ = 0;
  std::uint64_t finished_ = 0;
  std::uint64_t blocks_ = 0;
  std::uint64_t headings_ = 0;
  std::uint64_t brackets_ = 0;
  std::uint64_t inlines_ = 0;
  std::uint64_t longest_definition_ = 0;
};

/// Cheap, for most postmortems: too short and with too few lines, bars and brackets to exceed anything, but for
/// nesting, of which no line has much, not even in a fence.
bool is_surely_fine(std::string_view text) {
  static_assert(limit::paragraph_bytes <= limit::line_bytes && limit::paragraph_bytes <= limit::brackets &&
                limit::paragraph_bytes <= limit::blocks && limit::paragraph_bytes <= limit::inlines &&
                limit::table_columns * limit::table_columns <= limit::table_cells);
  if (text.size() > limit::paragraph_bytes) return false;
  const auto count = [&](char c) {
    std::uint64_t found = 0;
    for (std::size_t at = text.find(c); at != std::string_view::npos; at = text.find(c, at + 1)) ++found;
    return found;
  };
  if (count('|') > limit::table_columns) return false;
  if (count('[') * text.size() > limit::definition_bytes) return false;
  std::uint64_t lines = 0;
  for (std::size_t begin = 0; begin < text.size(); begin = std::min(text.find('\n', begin), text.size()) + 1) {
    const std::string_view rest = text.substr(begin);
    if (++lines >= limit::headings) return false;
    if (indent_of(rest) > limit::indent || opening_markers(rest) >= limit::nested_markers) return false;
  }
  return true;
}

}  // namespace

std::optional<LimitExceeded> find_exceeded_limit(std::string_view text) {
  if (is_surely_fine(text)) return std::nullopt;
  Scan scan;
  for (const std::string_view line : split_lines(text)) {
    if (auto found = scan.add(line)) return found;
  }
  return std::nullopt;
}

}  // namespace hindsight
