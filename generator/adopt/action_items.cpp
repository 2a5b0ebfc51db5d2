#include "adopt/action_items.hpp"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>
#include <utility>

#include "adopt/action_status.hpp"
#include "adopt/action_table_reader.hpp"
#include "adopt/action_text.hpp"
#include "adopt/owners.hpp"
#include "adopt/shape.hpp"
#include "base/text.hpp"

namespace hindsight {
namespace {

bool holds_items(const Block& block) { return block.kind == Block::Kind::list || block.kind == Block::Kind::table; }

bool is_struck_out(const Block& block) {
  return std::ranges::any_of(block.spans, [&](const Span& span) {
    return span.kind == Span::Kind::struck && span.begin == 0 && span.end >= trim(block.text).size();
  });
}

/// The bold span at the beginning of a text; null if there is none.
const Span* leading_label(const Block& block) {
  const auto found = std::ranges::find_if(
      block.spans, [](const Span& span) { return span.kind == Span::Kind::strong && span.begin == 0 && span.end > 0; });
  return found == block.spans.end() ? nullptr : &*found;
}

std::string_view text_behind(const Block& block, const Span& span) {
  return trim(std::string_view(block.text).substr(span.end));
}

const Block* list_below(const Block& item) {
  const auto found = std::ranges::find(item.children, Block::Kind::list, &Block::kind);
  return found == item.children.end() ? nullptr : &*found;
}

/// "both #12": the ticket of the items before it.
bool is_ticket_of_siblings(const Block& block, const std::optional<Ticket>& ticket) {
  if (!ticket) return false;
  const std::string words = to_lower_ascii(collapse_spaces(text_without_ticket(block)));
  return words == "both" || words == "all" || words == "all of these" || words == "all of the above";
}

/// The lines of a paragraph that are items of their own: all of them begin like sentences.
std::vector<std::string_view> items_of_lines(std::string_view text) {
  std::vector<std::string_view> lines = split_lines(text);
  std::erase_if(lines, [](std::string_view line) { return trim(line).empty(); });
  const bool separate = std::ranges::all_of(lines, [](std::string_view line) {
    const std::string_view words = trim(line);
    return std::isupper(static_cast<unsigned char>(words.front())) != 0;
  });
  if (!separate) return {text};
  return lines;
}

class ActionReader {
 public:
  explicit ActionReader(const std::vector<TicketPattern>& tickets) : tickets_(tickets) {}

  void read(const SectionPart& part) {
    has_lists_ = std::ranges::any_of(part.blocks, [](const Block* block) { return holds_items(*block); });
    has_headings_ =
        std::ranges::any_of(part.blocks, [](const Block* block) { return block->kind == Block::Kind::heading; });
    if (part.heading != nullptr) read_heading(*part.heading);
    for (std::size_t at = 0; at < part.blocks.size();) at = read_run(part.blocks, at);
  }

  BodyActions take() { return std::move(result_); }

 private:
  /// "Immediate actions (completed)" says it for all items below.
  void read_heading(const Block& heading) {
    default_status_ = take_status(heading.text).status;
    heading_ = collapse_spaces(heading.text);
  }

  /// The blocks from a sub-heading, or the section's beginning, to the next one. Gives where that is.
  std::size_t read_run(const std::vector<const Block*>& blocks, std::size_t begin) {
    owner_.clear();
    const bool is_below_heading = blocks[begin]->kind == Block::Kind::heading;
    if (is_below_heading) {
      read_heading(*blocks[begin]);
      ++begin;
    }
    std::size_t end = begin;
    while (end < blocks.size() && blocks[end]->kind != Block::Kind::heading) ++end;
    const bool has_lists = std::any_of(blocks.begin() + static_cast<std::ptrdiff_t>(begin),
                                       blocks.begin() + static_cast<std::ptrdiff_t>(end),
                                       [](const Block* block) { return holds_items(*block); });
    // Where there are lists, the paragraphs around them introduce; above sub-headings, they introduce those.
    reads_paragraphs_ = is_below_heading ? !has_lists : !has_lists_ && !has_headings_;
    for (std::size_t at = begin; at < end; ++at) {
      const Block* next = at + 1 < end ? blocks[at + 1] : nullptr;
      if (read_block(*blocks[at], next)) ++at;
    }
    return end;
  }

  /// Gives whether it has read the next block, too.
  bool read_block(const Block& block, const Block* next) {
    const std::size_t first = result_.items.size();
    bool took_next = false;
    if (block.kind == Block::Kind::table) {
      for (ActionItem& item : read_action_table(block, tickets_)) add(std::move(item));
    } else if (block.kind == Block::Kind::list) {
      read_list(block);
    } else if (block.kind == Block::Kind::paragraph) {
      took_next = read_paragraph(block, next);
    }
    const std::size_t count = result_.items.size() - first;
    if (count > 0 && holds_items(block) && !is_made(block)) {
      result_.blocks.push_back({TypedBlock::Kind::action_items, block.outer, first, count});
    }
    return took_next;
  }

  /// A label that names an owner counts for what follows, up to the next label.
  bool read_paragraph(const Block& paragraph, const Block* next) {
    const Span* label = leading_label(paragraph);
    if (label == nullptr) {
      if (reads_paragraphs_) read_lines(paragraph, paragraph.text, "");
      return false;
    }
    const std::string name = paragraph.text.substr(0, label->end);
    const std::string_view rest = text_behind(paragraph, *label);
    const bool stands_alone = rest.empty() || rest == ":" || paragraph.text.substr(label->end).starts_with('\n');
    const std::optional<std::string> owner = stands_alone ? owner_named(name) : initials_named(name);
    if (stands_alone) owner_ = owner.value_or("");
    if (rest.empty() || rest == ":") return false;
    if (!owner && !reads_paragraphs_) return false;
    if (!owner) {
      read_lines(paragraph, paragraph.text, "");
      return false;
    }
    const std::size_t before = result_.items.size();
    read_lines(paragraph, rest, *owner);
    if (result_.items.size() == before) return false;
    // "… so that it alerts:" and the list of when.
    const bool goes_on = rest.ends_with(':') && next != nullptr && next->kind == Block::Kind::list;
    if (goes_on && !result_.items.back().ticket) result_.items.back().ticket = ticket_within(*next, tickets_);
    return goes_on;
  }

  /// Items that stand as plain lines; a line that ends with a colon introduces what follows.
  void read_lines(const Block& paragraph, std::string_view text, const std::string& owner) {
    int line_number = paragraph.line;
    for (const std::string_view line : items_of_lines(text)) {
      Block part = paragraph;
      part.text = std::string(trim(line));
      part.outer = part.inner = {};
      // Spans count from the paragraph's beginning.
      if (part.text != paragraph.text) part.spans.clear();
      part.line = line_number;
      line_number += static_cast<int>(std::ranges::count(line, '\n')) + 1;
      if (is_placeholder(part.text) || (part.text.ends_with(':') && owner.empty())) continue;
      ActionItem item = item_of(part);
      if (!owner.empty()) item.owner = owner;
      if (!item.ticket) item.ticket = ticket_in(part, tickets_);
      add(std::move(item));
    }
  }

  void read_list(const Block& list) {
    const std::size_t first = result_.items.size();
    for (const Block& block : list.children) {
      if (is_placeholder(block.text) && block.children.empty()) continue;
      if (read_group(block)) continue;
      const std::optional<Ticket> ticket = ticket_in(block, tickets_);
      if (is_ticket_of_siblings(block, ticket)) {
        for (std::size_t at = first; at < result_.items.size(); ++at) {
          if (!result_.items[at].ticket) result_.items[at].ticket = ticket;
        }
        continue;
      }
      ActionItem item = item_of(block);
      if (block.checked)
        mark(item, *block.checked ? ActionStatus::done : ActionStatus::todo, *block.checked ? "[x]" : "[ ]");
      if (is_struck_out(block)) mark(item, ActionStatus::wontdo, "struck out");
      item.ticket = ticket_within(block, tickets_);
      for (const Block& child : block.children) {
        if (!is_made(child)) item.details.push_back({"", child.outer});
      }
      add(std::move(item));
    }
  }

  /// A bullet that only heads the list below it: a bold label, or words with a colon whose children have tickets.
  bool read_group(const Block& block) {
    const Block* list = list_below(block);
    if (list == nullptr) return false;
    const Span* label = leading_label(block);
    const bool is_label = label != nullptr && text_behind(block, *label).size() <= 1;
    const bool has_tickets =
        trim(block.text).ends_with(':') &&
        std::ranges::any_of(list->children, [&](const Block& child) { return ticket_in(child, tickets_).has_value(); });
    if (!is_label && !has_tickets) return false;
    const std::string owner = is_label ? owner_named(block.text).value_or("") : "";
    const std::string before = std::exchange(owner_, owner.empty() ? owner_ : owner);
    read_list(*list);
    owner_ = before;
    return true;
  }

  /// The words of an item, and what they say of its status and owner.
  ActionItem item_of(const Block& block) {
    ActionItem item;
    item.line = block.line;
    Block named = block;
    if (const Span* label = leading_label(block)) {
      // "**RK** Look into it"
      const std::optional<std::string> owner = initials_named(block.text.substr(0, label->end));
      const std::string_view rest = text_behind(block, *label);
      if (owner && !rest.empty()) {
        item.owner = *owner;
        const auto cut = static_cast<std::size_t>(rest.data() - block.text.data());
        named.text = std::string(rest);
        for (Span& span : named.spans) {
          span.begin = std::max(span.begin, cut) - cut;
          span.end = std::max(span.end, cut) - cut;
        }
      }
    }
    MarkedStatus marked = take_status(collapse_spaces(text_without_ticket(named)));
    if (!marked.status) {
      // The mark may stand before the ticket: "… - done in https://…".
      const MarkedStatus whole = take_status(collapse_spaces(named.text));
      if (whole.status) marked = whole;
    }
    if (marked.status) mark(item, *marked.status, marked.mark);
    if (std::optional<OwnedText> owned = take_owner(marked.text); owned && item.owner.empty()) {
      item.owner = owned->owner;
      marked.text = owned->text;
    }
    item.title = prose_of(block, marked.text);  // with the marks: what they say beside the status is not lost
    return item;
  }

  static void mark(ActionItem& item, ActionStatus status, std::string_view words) {
    item.status = status;
    item.status_mark = words;
  }

  void add(ActionItem item) {
    if (item.title.empty()) return;
    if (item.owner.empty()) item.owner = owner_;
    if (item.status == ActionStatus::unknown && default_status_) mark(item, *default_status_, heading_);
    result_.items.push_back(std::move(item));
  }

  const std::vector<TicketPattern>& tickets_;
  std::string owner_;  ///< of what follows
  bool has_lists_ = false;
  bool has_headings_ = false;
  bool reads_paragraphs_ = false;
  std::optional<ActionStatus> default_status_;
  std::string heading_;  ///< what says so
  BodyActions result_;
};

bool has_boxes(const Block& block) {
  return block.kind == Block::Kind::list &&
         std::ranges::any_of(block.children, [](const Block& item) { return item.checked.has_value(); });
}

}  // namespace

BodyActions read_action_items(const SectionPart& part, const std::vector<TicketPattern>& tickets) {
  ActionReader reader(tickets);
  reader.read(part);
  return reader.take();
}

bool has_task_list(const SectionPart& part) {
  return std::ranges::any_of(part.blocks, [](const Block* block) { return has_boxes(*block); });
}

}  // namespace hindsight
