#include "input/yaml.hpp"

#include <algorithm>
#include <map>
#include <new>
#include <utility>

#include <yaml.h>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "input/plain_yaml.hpp"

// libyaml takes a text apart into events; this file builds the values from them and refuses, with a position, what has
// no place in front matter.

namespace hindsight {
namespace {

/// Thrown where going on makes no sense; the finding is already recorded.
struct Refused {};

std::string_view view_of(const yaml_char_t* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

/// What stands for nothing, if it is not in quotes.
bool is_null(std::string_view text) {
  return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

class Event {
 public:
  explicit Event(yaml_parser_t& parser) : is_valid_(yaml_parser_parse(&parser, &event_) != 0) {}
  ~Event() {
    if (is_valid_) yaml_event_delete(&event_);
  }
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;

  bool is_valid() const { return is_valid_; }
  const yaml_event_t& operator*() const { return event_; }
  const yaml_event_t* operator->() const { return &event_; }

 private:
  yaml_event_t event_{};
  bool is_valid_;
};

class ValueBuilder {
 public:
  /// `line_count`: of the text; libyaml has one more at its end.
  ValueBuilder(const std::string& file, int first_line, int line_count, Diagnostics& diagnostics)
      : file_(file), first_line_(first_line), last_line_(first_line + line_count - 1), diagnostics_(diagnostics) {}

  YamlValue take() { return std::move(root_); }
  Location at(const yaml_mark_t& mark) const {
    const int line = static_cast<int>(mark.line) + first_line_;
    return {file_, std::min(line, last_line_), static_cast<int>(mark.column) + 1};
  }

  /// Throws Refused.
  void take_in(const yaml_event_t& event) {
    const yaml_mark_t& mark = event.start_mark;
    switch (event.type) {
      case YAML_DOCUMENT_START_EVENT: start_document(mark); break;
      case YAML_DOCUMENT_END_EVENT:
        if (event.data.document_end.implicit == 0) refuse(mark, "\"...\"", "keys and values");
        break;
      case YAML_ALIAS_EVENT:
        refuse(mark, "an alias (*)", "the value itself");
        add(mark, YamlValue::Kind::null);
        break;
      case YAML_SCALAR_EVENT: add_scalar(mark, event.data.scalar); break;
      case YAML_SEQUENCE_START_EVENT:
        check_properties(mark, event.data.sequence_start.anchor, event.data.sequence_start.tag);
        open(add(mark, YamlValue::Kind::sequence), mark);
        break;
      case YAML_MAPPING_START_EVENT:
        check_properties(mark, event.data.mapping_start.anchor, event.data.mapping_start.tag);
        open(add(mark, YamlValue::Kind::mapping), mark);
        break;
      case YAML_MAPPING_END_EVENT: drop_repeated_keys(*open_.back()); [[fallthrough]];
      case YAML_SEQUENCE_END_EVENT: open_.pop_back(); break;
      default: break;
    }
  }

 private:
  void start_document(const yaml_mark_t& mark) {
    if (documents_++ == 0) return;
    refuse(mark, "a second document", "one document");
    throw Refused();
  }

  void add_scalar(const yaml_mark_t& mark, const auto& event) {
    check_properties(mark, event.anchor, event.tag);
    const bool quoted = event.style != YAML_PLAIN_SCALAR_STYLE;
    const std::string_view text(reinterpret_cast<const char*>(event.value), event.length);
    if (!quoted && is_null(text)) {
      add(mark, YamlValue::Kind::null);
      return;
    }
    YamlValue& scalar = add(mark, YamlValue::Kind::scalar);
    scalar.text = quoted ? checked_text(mark, text) : std::string(text);
    scalar.quoted = quoted;
  }

  /// Escapes in quotes ("\x1b", "\u202e") bring back what was taken out of the file's bytes.
  std::string checked_text(const yaml_mark_t& mark, std::string_view text) {
    if (count_control_characters(text).count > 0) {
      diagnostics_.add(Rule::control_character, at(mark), "an escape that stands for a control character", "text",
                       "it is left out");
    }
    if (count_bidi_controls(text).count > 0) {
      diagnostics_.add(Rule::bidi_control, at(mark), "an escape that turns the direction of writing around",
                       "text that reads as it is written", "it is shown as \u2426");
    }
    return printable(text);
  }

  void refuse(const yaml_mark_t& mark, std::string found, std::string wanted) {
    diagnostics_.add(Rule::yaml_unsupported, at(mark), std::move(found), std::move(wanted));
  }

  void check_properties(const yaml_mark_t& mark, const yaml_char_t* anchor, const yaml_char_t* tag) {
    if (anchor != nullptr) refuse(mark, "an anchor (&)", "the value alone");
    if (tag != nullptr) refuse(mark, "a tag (" + std::string(view_of(tag)) + ")", "the value alone");
  }

  void open(YamlValue& value, const yaml_mark_t& mark) {
    open_.push_back(&value);
    if (open_.size() <= limit::yaml_depth) return;
    refuse(mark, "nesting over " + std::to_string(limit::yaml_depth) + " levels", "a flatter value");
    throw Refused();
  }

  /// Puts a new value where the innermost open collection wants one. Pointers to open values stay valid, because only
  /// the innermost collection grows.
  YamlValue& add(const yaml_mark_t& mark, YamlValue::Kind kind) {
    if (++values_ > limit::yaml_values) {
      refuse(mark, "more than " + std::to_string(limit::yaml_values) + " values", "less");
      throw Refused();
    }
    YamlValue& value = slot(mark, kind);
    value.kind = kind;
    value.line = static_cast<int>(mark.line) + first_line_;
    value.column = static_cast<int>(mark.column) + 1;
    return value;
  }

  YamlValue& slot(const yaml_mark_t& mark, YamlValue::Kind kind) {
    if (open_.empty()) return root_;
    YamlValue& parent = *open_.back();
    if (parent.kind == YamlValue::Kind::sequence) return parent.items.emplace_back();
    const bool wants_value = !parent.entries.empty() && awaiting_value_.back() == &parent;
    if (wants_value) {
      awaiting_value_.pop_back();
      return parent.entries.back().value;
    }
    if (kind == YamlValue::Kind::sequence || kind == YamlValue::Kind::mapping) {
      refuse(mark, "a key that is " + std::string(kind_name(kind)), "text as a key");
      throw Refused();
    }
    parent.entries.emplace_back();
    awaiting_value_.push_back(&parent);
    return parent.entries.back().key;
  }

  void drop_repeated_keys(YamlValue& mapping) {
    if (!has_repeated_key(mapping)) return;
    std::vector<YamlEntry> unique;
    std::map<std::string, int> first_lines;
    for (auto& [key, value] : mapping.entries) {
      const auto [first, is_new] = first_lines.emplace(key.text, key.line);
      if (is_new) {
        unique.push_back({std::move(key), std::move(value)});
        continue;
      }
      diagnostics_.add(Rule::yaml_duplicate_key, {file_, key.line, key.column},
                       "\"" + key.text + "\" stands here again; first in line " + std::to_string(first->second),
                       "each key once", "remove one of the two");
    }
    mapping.entries = std::move(unique);
  }

  std::string file_;
  int first_line_;
  int last_line_;
  Diagnostics& diagnostics_;
  YamlValue root_;
  std::vector<YamlValue*> open_;
  std::vector<const YamlValue*> awaiting_value_ = {nullptr};
  std::size_t values_ = 0;
  int documents_ = 0;
};

/// libyaml's words for the commonest slips say little; these say what to do.
struct Slip {
  std::string_view message;  ///< a part of it
  std::string_view hint;
};

constexpr Slip slips[] = {
    {"mapping values are not allowed", "quote the value: it contains a colon"},
    {"a quoted scalar", "a quote that is never closed, or quotes within quotes"},
    {"cannot start any token", "quote the value: it begins with a special character; and indent with spaces, not tabs"},
    {"unknown escape", "use single quotes: a backslash is special in double quotes"},
    {"',' or ']'", "a [ without its ], or - items that are not aligned"},
    {"',' or '}'", "a { without its }: quote the value if it begins with one"},
    {"expected key", "check the indentation and the quotes above"},
    {"<document start>", "check the indentation: keys of one level begin in one column"},
};

std::string hint_for(std::string_view message) {
  const auto* const slip =
      std::ranges::find_if(slips, [&](const Slip& known) { return message.find(known.message) != std::string::npos; });
  return std::string(slip != std::end(slips) ? slip->hint
                                             : "quote the value if it contains : # or begins with a special character");
}

/// A directive can only stand first; libyaml reports it at the line below.
bool begins_with_directive(std::string_view text, const std::string& file, int first_line, Diagnostics& diagnostics) {
  const std::size_t first = text.find_first_not_of(" \t\n");
  if (first == std::string_view::npos || text[first] != '%') return false;
  const auto line = first_line + static_cast<int>(std::ranges::count(text.substr(0, first), '\n'));
  diagnostics.add(Rule::yaml_unsupported, {file, line, 1}, "a directive (%)", "keys and values");
  return true;
}

/// U+2028 and U+2029 end lines in YAML 1.1, which no editor counts; U+FEFF is refused, so another invisible character
/// stands in for it.
std::string without_foreign_ends(std::string text) {
  constexpr std::pair<std::string_view, std::string_view> characters[] = {
      {"\u2028", " "}, {"\u2029", " "}, {"\ufeff", "\u2060"}};
  for (const auto& [character, stand_in] : characters) {
    if (text.find(character) != std::string::npos) text = replace_all(std::move(text), character, stand_in);
  }
  return text;
}

class Parser {
 public:
  /// `text` must outlive the parser.
  explicit Parser(std::string_view text) {
    if (yaml_parser_initialize(&parser_) == 0) throw std::bad_alloc();
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  }
  ~Parser() { yaml_parser_delete(&parser_); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  yaml_parser_t& operator*() { return parser_; }

 private:
  yaml_parser_t parser_{};
};

/// "did not find expected key, while parsing a block mapping"
std::string message_of(const yaml_parser_t& parser) {
  std::string message = parser.problem == nullptr ? "unreadable YAML" : parser.problem;
  if (parser.context != nullptr) message += std::string(", ") + parser.context;
  return message;
}

/// What is left open matters where it begins.
const yaml_mark_t& mark_of(const yaml_parser_t& parser) {
  const std::string_view context = parser.context == nullptr ? "" : parser.context;
  const bool is_open = context.ends_with("a quoted scalar") || context.find("a flow") != std::string_view::npos;
  return is_open ? parser.context_mark : parser.problem_mark;
}

}  // namespace

const YamlValue* YamlValue::find(std::string_view key) const {
  const auto found =
      std::ranges::find(entries, key, [](const YamlEntry& entry) -> std::string_view { return entry.key.text; });
  return found == entries.end() ? nullptr : &found->value;
}

bool has_repeated_key(const YamlValue& mapping) {
  std::vector<std::string_view> keys;
  keys.reserve(mapping.entries.size());
  for (const YamlEntry& entry : mapping.entries) keys.push_back(entry.key.text);
  std::ranges::sort(keys);
  return std::ranges::adjacent_find(keys) != keys.end();
}

std::string_view kind_name(YamlValue::Kind kind) {
  switch (kind) {
    case YamlValue::Kind::null: return "nothing";
    case YamlValue::Kind::scalar: return "text";
    case YamlValue::Kind::sequence: return "a list";
    case YamlValue::Kind::mapping: return "a mapping";
  }
  return "";
}

std::optional<YamlValue> parse_yaml(std::string_view text, const std::string& file, int first_line,
                                    Diagnostics& diagnostics) {
  if (std::optional<YamlValue> plain = read_plain_yaml(text, first_line)) return plain;
  if (begins_with_directive(text, file, first_line, diagnostics)) return std::nullopt;
  const std::string cleaned = without_foreign_ends(std::string(text));
  const int line_count = std::max(static_cast<int>(split_lines(cleaned).size()), 1);
  ValueBuilder builder(file, first_line, line_count, diagnostics);
  Parser parser(cleaned);
  try {
    while (true) {
      const Event event(*parser);
      if (!event.is_valid()) break;
      if (event->type == YAML_STREAM_END_EVENT) return builder.take();
      builder.take_in(*event);
    }
  } catch (const Refused&) {
    return std::nullopt;
  }
  if ((*parser).error == YAML_MEMORY_ERROR) throw std::bad_alloc();
  const std::string message = message_of(*parser);
  diagnostics.add(Rule::yaml_syntax, builder.at(mark_of(*parser)), message, "valid YAML", hint_for(message));
  return std::nullopt;
}

}  // namespace hindsight
