#include "adopt/facts.hpp"

#include <algorithm>
#include <re2/re2.h>
#include <utility>

#include "base/text.hpp"

namespace hindsight {
namespace {

/// The part of a line that is bold and stands at its beginning, in bytes of the line; 0 if there is none.
std::size_t bold_length(const Block& block, std::size_t begin, std::size_t end) {
  for (const Span& span : block.spans) {
    if (span.kind == Span::Kind::strong && span.begin == begin && span.end > begin && span.end <= end)
      return span.end - begin;
  }
  return 0;
}

/// A label at the beginning of a line, and where its value begins.
struct Labelled {
  Label label;
  std::size_t value = 0;
  std::string words;
};

std::optional<Labelled> labelled(const Block& block, std::size_t begin, std::string_view line) {
  const std::size_t bold = bold_length(block, begin, begin + line.size());
  // "Summary | It was down. |": a row of a pasted table.
  const std::size_t colon = std::min(line.find(':'), line.find('|'));
  std::size_t end = bold > 0 ? bold : colon;
  if (end == std::string_view::npos || end == 0) return std::nullopt;
  if (std::string_view("{[<\"'").find(line.front()) != std::string_view::npos)
    return std::nullopt;  // a log or a template
  // "From 02:47 to 05:00" is a range, no label "From".
  const std::size_t first_letter =
      std::min(static_cast<std::size_t>(std::ranges::find_if(line, is_letter) - line.begin()), end);
  if (bold == 0 && std::ranges::any_of(line.substr(first_letter, end - first_letter), is_digit)) return std::nullopt;
  const std::optional<Label> label = label_named(line.substr(0, end));
  if (!label) return std::nullopt;
  // "**Mitigation** was hard": a bold word is a label only before a colon or a break.
  std::string_view rest = line.substr(end);
  const bool separated = bold == 0 || line[bold - 1] == ':' || trim(rest).empty() || trim(rest).starts_with(':') ||
                         trim(rest).starts_with('-') || rest.starts_with("  ");
  if (!separated) return std::nullopt;
  while (end < line.size() &&
         (line[end] == ':' || line[end] == '|' || line[end] == ' ' || line[end] == '\t' || line[end] == '-'))
    ++end;
  return Labelled{*label, end, std::string(line.substr(0, std::min(end, line.size())))};
}

class FactReader {
 public:
  void read(const SectionPart& part) {
    section_ = part.section;
    if (part.heading != nullptr) read_heading(*part.heading, part.blocks, 0);
    for (std::size_t at = 0; at < part.blocks.size(); ++at) {
      const Block& block = *part.blocks[at];
      if (block.kind == Block::Kind::heading) read_heading(block, part.blocks, at + 1);
      read_block(block, at + 1 < part.blocks.size() ? part.blocks[at + 1] : nullptr);
    }
  }

  std::vector<Fact> take() { return std::move(facts_); }

 private:
  void read_block(const Block& block, const Block* next) {
    switch (block.kind) {
      case Block::Kind::paragraph: read_lines(block, next); break;
      case Block::Kind::list:
        for (const Block& item : block.children) read_item(item, &item == &block.children.back() ? next : nullptr);
        break;
      case Block::Kind::table: read_table(block); break;
      case Block::Kind::quote:
        for (const Block& child : block.children) read_block(child, nullptr);
        break;
      default: break;
    }
  }

  void add(Label label, std::string value, int line, const std::string& words, bool is_heading = false) {
    value = replace_all(without_brackets(std::move(value)), "\u00A0", " ");
    if (says_nothing(value)) {
      if (label != Label::time_to_detect) return;
      value.clear();  // "Time to detection: ?" says that nobody knows
    }
    facts_.push_back({label, std::move(value), line, words, section_, is_heading, {}});
  }

  /// "[Critical]" is a template's place, filled in.
  static std::string without_brackets(std::string value) {
    if (!value.starts_with('[') || value.find(']') != value.size() - 1) return value;
    return says_nothing(value) ? "" : value.substr(1, value.size() - 2);
  }

  /// "### Date", and the paragraph or list below it; "## Severity: SEV-2".
  void read_heading(const Block& heading, const std::vector<const Block*>& blocks, std::size_t next) {
    const std::optional<Label> label = label_named(heading.text);
    if (!label) return;
    const std::size_t colon = heading.text.find(": ");
    if (colon != std::string::npos) {
      add(*label, heading.text.substr(colon + 2), heading.line, heading.text, true);
      return;
    }
    if (next >= blocks.size()) return;
    const Block& below = *blocks[next];
    if (below.kind == Block::Kind::paragraph) add(*label, below.text, below.line, heading.text, true);
    if (below.kind == Block::Kind::list) add_list(*label, below, heading.text);
  }

  void add_list(Label label, const Block& list, const std::string& words) {
    std::vector<std::string> items;
    for (const Block& item : list.children) {
      if (!says_nothing(item.text)) items.push_back(collapse_spaces(item.text));
    }
    if (!items.empty()) add(label, join(items, "\n"), list.children.front().line, words, true);
  }

  void read_lines(const Block& block, const Block* next) {
    int number = block.line - 1;
    std::size_t begin = 0;
    const std::vector<std::string_view> lines = split_lines(block.text);
    for (const std::string_view line : lines) {
      ++number;
      const std::optional<Labelled> found = labelled(block, begin, line);
      begin += line.size() + 1;
      if (!found) continue;
      std::string_view value = trim(line.substr(found->value));
      while (value.ends_with('|')) value = trim(value.substr(0, value.size() - 1));
      if (!value.empty()) {
        add(found->label, std::string(value), number, found->words);
      } else if (&line == &lines.back() && next != nullptr && next->kind == Block::Kind::list) {
        add_list(found->label, *next, found->words);
      } else if (&line == &lines.back() && next != nullptr && next->kind == Block::Kind::quote &&
                 !next->children.empty()) {
        add(found->label, next->children.front().text, next->line, found->words);
      }
    }
  }

  void read_item(const Block& item, const Block* behind) {
    read_lines(item, item.children.empty() ? behind : &item.children.front());
    for (const Block& child : item.children) read_block(child, nullptr);
  }

  void read_table(const Block& table) {
    if (read_columns(table)) return;
    for (const Block& row : table.children) {
      for (std::size_t at = 0; at + 1 < row.children.size(); at += 2) {
        const std::optional<Label> label = label_named(row.children[at].text);
        if (label) add(*label, collapse_spaces(row.children[at + 1].text), row.line, row.children[at].text);
      }
    }
  }

  /// A table of one row whose header holds the labels.
  bool read_columns(const Block& table) {
    if (table.children.size() != 2 || !table.children.front().is_header) return false;
    if (section_ == Section::timeline) return false;
    const std::vector<Block>& header = table.children.front().children;
    const std::vector<Block>& cells = table.children.back().children;
    const auto labels =
        std::ranges::count_if(header, [](const Block& cell) { return label_named(cell.text).has_value(); });
    if (labels < 2 || labels * 2 < static_cast<long>(header.size())) return false;
    for (std::size_t at = 0; at < header.size() && at < cells.size(); ++at) {
      const std::optional<Label> label = label_named(header[at].text);
      if (label) add(*label, collapse_spaces(cells[at].text), table.children.back().line, header[at].text);
    }
    return true;
  }

  Section section_ = Section::none;
  std::vector<Fact> facts_;
};

}  // namespace

bool offers_choice(std::string_view value) {
  static const RE2 choice("[^/|]{1,30}(?:\\s[/|]\\s[^/|]{1,30}){1,6}");
  return RE2::FullMatch(value, choice);
}

bool says_nothing(std::string_view value) {
  static const RE2 nothing(
      "(?i)[\\s\\p{Pd}*_]*(?:n/?a|none|nil|nothing|tb[acd]|todo|\\?+|unknown|not (?:yet "
      ")?(?:available|known|applicable|determined|"
      "stated|recorded)|pending|to be (?:determined|confirmed|added|filled)|xx+|\\.\\.\\.|…)?[\\s.\\p{Pd}]*");
  // Help text of templates.
  static const RE2 help(
      "(?i)^\\s*(?:[<{\\[](?:(?:insert|your|enter|add|describe|brief|short|date|time|start|end|names?|incident|author|"
      "yyyy|hh|xx|todo|todo:|list|number|who|what|when|e\\.g|link|[A-Za-z "
      "]+:)[^>}\\]]*|[^>}\\]]*\\s[/|]\\s[^>}\\]]*)[>}\\]]|(?:names?|your name|author)\\s*$|"
      "(?:yyyy|hh|dd|mm)[-:/](?:mm|dd)\\S*|(?:e\\.g\\.|for example|example:|describe |please |insert |briefly |list "
      "(?:the|all|any|here)|"
      "what (?:was|were|is|are|did|happened) (?:the|it|we)?[^.]*\\?|how (?:was|did|many|long)[^.]*\\?|who "
      "(?:was|were|is)[^.]*\\?|add (?:your|a|the) ))");
  return RE2::FullMatch(value, nothing) || RE2::PartialMatch(value, help);
}

void read_times(std::vector<Fact>& facts, const DateHints& hints) {
  for (Fact& fact : facts) fact.times = find_times(fact.value, hints);
}

std::vector<Fact> find_facts(const std::vector<SectionPart>& parts) {
  FactReader reader;
  for (const SectionPart& part : parts) {
    const bool tells_facts = part.section != Section::action_items && part.section != Section::lessons;
    if (tells_facts) reader.read(part);
  }
  return reader.take();
}

}  // namespace hindsight
