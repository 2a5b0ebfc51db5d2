#include "input/yaml.hpp"

#include <algorithm>
#include <istream>
#include <map>
#include <streambuf>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

// yaml-cpp keeps repeated keys, hands out aliases without bound and ends without an error in an open quote. So it is
// used through its events only, and this file builds the values: what it does not understand is refused with a
// position.

namespace hindsight {
namespace {

/// Thrown out of the event handler when going on makes no sense; the finding is already recorded.
struct Refused {};

class ValueBuilder : public YAML::EventHandler {
 public:
  ValueBuilder(const std::string& file, int first_line, Diagnostics& diagnostics)
      : file_(file), first_line_(first_line), diagnostics_(diagnostics) {}

  YamlValue take() { return std::move(root_); }
  Location at(const YAML::Mark& mark) const { return {file_, mark.line + first_line_, mark.column + 1}; }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (documents_++ == 0) return;
    refuse(mark, "a second document", "one document");
    throw Refused();
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { add(mark, "", anchor, YamlValue::Kind::null); }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    refuse(mark, "an alias (*)", "the value itself");
    add(mark, "", 0, YamlValue::Kind::null);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    YamlValue& scalar = add(mark, tag, anchor, YamlValue::Kind::scalar);
    scalar.text = checked_text(mark, value);
    scalar.quoted = tag == "!";
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(add(mark, tag, anchor, YamlValue::Kind::sequence), mark);
  }
  void OnSequenceEnd() override { open_.pop_back(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(add(mark, tag, anchor, YamlValue::Kind::mapping), mark);
  }

  void OnMapEnd() override {
    drop_repeated_keys(*open_.back());
    open_.pop_back();
  }

 private:
  /// Escapes in quotes ("\x1b", "\u202e") bring back what was taken out of the file's bytes.
  std::string checked_text(const YAML::Mark& mark, const std::string& value) {
    if (count_control_characters(value).count > 0) {
      diagnostics_.add(Rule::control_character, at(mark), "an escape that stands for a control character", "text",
                       "it is left out");
    }
    if (count_bidi_controls(value).count > 0) {
      diagnostics_.add(Rule::bidi_control, at(mark), "an escape that turns the direction of writing around",
                       "text that reads as it is written", "it is shown as \u2426");
    }
    return printable(value);
  }

  void refuse(const YAML::Mark& mark, std::string found, std::string wanted) {
    diagnostics_.add(Rule::yaml_unsupported, at(mark), std::move(found), std::move(wanted));
  }

  void open(YamlValue& value, const YAML::Mark& mark) {
    open_.push_back(&value);
    if (open_.size() <= limit::yaml_depth) return;
    refuse(mark, "nesting over " + std::to_string(limit::yaml_depth) + " levels", "a flatter value");
    throw Refused();
  }

  /// Puts a new value where the innermost open collection wants one. Pointers to open values stay valid, because only
  /// the innermost collection grows.
  YamlValue& add(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YamlValue::Kind kind) {
    if (anchor != 0) refuse(mark, "an anchor (&)", "the value alone");
    if (!tag.empty() && tag != "?" && tag != "!") refuse(mark, "a tag (" + tag + ")", "the value alone");
    if (++values_ > limit::yaml_values) {
      refuse(mark, "more than " + std::to_string(limit::yaml_values) + " values", "less");
      throw Refused();
    }
    YamlValue& value = slot(mark, kind);
    value.kind = kind;
    value.line = mark.line + first_line_;
    value.column = mark.column + 1;
    return value;
  }

  YamlValue& slot(const YAML::Mark& mark, YamlValue::Kind kind) {
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
  Diagnostics& diagnostics_;
  YamlValue root_;
  std::vector<YamlValue*> open_;
  std::vector<const YamlValue*> awaiting_value_ = {nullptr};
  std::size_t values_ = 0;
  int documents_ = 0;
};

/// Reads from memory that stays where it is.
class MemoryBuffer : public std::streambuf {
 public:
  explicit MemoryBuffer(std::string_view text) {
    char* begin = const_cast<char*>(text.data());  // a get area only; never written to
    setg(begin, begin, begin + text.size());
  }
};

/// yaml-cpp's words for the commonest slips say little; these say what to do.
std::string hint_for(const std::string& message) {
  if (message.find("illegal map value") != std::string::npos) return "quote the value: it contains a colon";
  if (message.find("end of map") != std::string::npos) return "check the indentation and the quotes above";
  if (message.find("unknown token") != std::string::npos) return "quote the value: it begins with a special character";
  if (message.find("unknown escape") != std::string::npos)
    return "use single quotes: a backslash is special in double quotes";
  if (message.find("end of sequence") != std::string::npos) return "a [ without its ], or - items that are not aligned";
  return "quote the value if it contains : # or begins with a special character";
}

/// An unclosed quote reads on to the end of the text, and yaml-cpp accepts that when a line end is last.
std::string_view without_trailing_blanks(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t\n");
  return last == std::string_view::npos ? std::string_view() : text.substr(0, last + 1);
}

/// A directive (%) or document end (...) has no place in front matter, and some make yaml-cpp read on for ever.
bool has_directive(std::string_view text, const std::string& file, int first_line, Diagnostics& diagnostics) {
  int line = first_line;
  for (const std::string_view content : split_lines(text)) {
    if (content.starts_with('%') || trim(content) == "...") {
      diagnostics.add(Rule::yaml_unsupported, {file, line, 1}, "\"" + std::string(trim(content)) + "\"",
                      "keys and values", "quote the line if it is part of a text");
      return true;
    }
    ++line;
  }
  return false;
}

}  // namespace

const YamlValue* YamlValue::find(std::string_view key) const {
  const auto found =
      std::ranges::find(entries, key, [](const YamlEntry& entry) -> std::string_view { return entry.key.text; });
  return found == entries.end() ? nullptr : &found->value;
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
  text = without_trailing_blanks(text);
  if (text.empty()) return YamlValue{};
  if (has_directive(text, file, first_line, diagnostics)) return std::nullopt;
  ValueBuilder builder(file, first_line, diagnostics);
  MemoryBuffer buffer(text);
  std::istream stream(&buffer);
  try {
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
    parser.HandleNextDocument(builder);  // refuses a second document
  } catch (const Refused&) {
    return std::nullopt;
  } catch (const YAML::Exception& error) {
    // A message may quote one byte of a character.
    diagnostics.add(Rule::yaml_syntax, builder.at(error.mark), repair_utf8(error.msg), "valid YAML",
                    hint_for(error.msg));
    return std::nullopt;
  }
  return builder.take();
}

}  // namespace hindsight
