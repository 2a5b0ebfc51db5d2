#include "input/plain_yaml.hpp"

#include <algorithm>
#include <utility>

#include "base/byte_set.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

namespace hindsight {
namespace {

constexpr ByteSet begins_word = ByteSet().with('0', '9').with('A', 'Z').with('a', 'z');
constexpr ByteSet begins_text = begins_word.with("~/(");
constexpr ByteSet in_key = begins_word.with("_-");
constexpr ByteSet in_list = begins_word.with(" ._/-");

/// libyaml refuses those of more than 1,024 bytes.
constexpr std::size_t longest_key = 100;

/// A line without its indentation and the spaces behind it.
struct Line {
  int number = 0;
  std::size_t indent = 0;
  std::string_view text;
};

std::vector<Line> lines_of(std::string_view text, int first_line) {
  std::vector<Line> lines;
  for (std::string_view line : split_lines(text)) {
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    if (indent < line.size()) lines.push_back({first_line, indent, trim(line.substr(indent))});
    ++first_line;
  }
  return lines;
}

/// "key: value": the key's length, or 0 if the line is none.
std::size_t key_length(std::string_view line) {
  std::string_view rest = line;
  const std::size_t length = take_while(rest, in_key).size();
  const bool is_key = length > 0 && length <= longest_key && begins_word.contains(line.front()) &&
                      rest.starts_with(':') && (rest.size() == 1 || rest[1] == ' ');
  return is_key ? length : 0;
}

/// What means something to YAML where it stands alone: no text.
bool has_meaning(std::string_view text) { return text == "~" || text == "null" || text == "Null" || text == "NULL"; }

/// A text in quotes that has neither quotes nor escapes in it.
bool is_quoted(std::string_view text) {
  const char quote = text.front();
  return (quote == '"' || quote == '\'') && text.find(quote, 1) == text.size() - 1 &&
         text.find('\\') == std::string_view::npos;
}

/// A text that YAML takes as it stands.
bool is_plain(std::string_view text) {
  const bool has_marks =
      text.ends_with(':') || text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos;
  return begins_text.contains(text.front()) && !has_marks && !has_meaning(text);
}

/// Each function gives whether it could read what stands there. Recursion ends before limit::yaml_depth.
class PlainReader {
 public:
  explicit PlainReader(std::vector<Line> lines) : lines_(std::move(lines)) {}

  std::optional<YamlValue> read() {
    YamlValue root;
    const bool is_whole = !lines_.empty() && read_mapping(root, 1) && at_ == lines_.size();
    return is_whole && values_ <= limit::yaml_values ? std::optional(std::move(root)) : std::nullopt;
  }

 private:
  bool ends(std::size_t indent) const { return at_ == lines_.size() || lines_[at_].indent < indent; }

  void begin(YamlValue& value, YamlValue::Kind kind, const Line& line, std::size_t column) {
    ++values_;
    value.kind = kind;
    value.line = line.number;
    value.column = static_cast<int>(line.indent + column) + 1;
  }

  /// The keys of the current line's indentation.
  bool read_mapping(YamlValue& mapping, std::size_t depth) {
    const std::size_t indent = lines_[at_].indent;
    begin(mapping, YamlValue::Kind::mapping, lines_[at_], 0);
    while (!ends(indent)) {
      const Line line = lines_[at_];
      const std::size_t length = key_length(line.text);
      const std::string_view key = line.text.substr(0, length);
      if (line.indent != indent || length == 0 || has_meaning(key) || depth >= limit::yaml_depth) return false;
      YamlEntry& entry = mapping.entries.emplace_back();
      begin(entry.key, YamlValue::Kind::scalar, line, 0);
      entry.key.text = key;
      ++at_;
      if (!read_value(entry.value, line, length + 1, depth)) return false;
    }
    return !has_repeated_key(mapping);
  }

  /// What stands behind the colon of a key, or below it.
  bool read_value(YamlValue& value, const Line& line, std::size_t behind, std::size_t depth) {
    const std::size_t begin_of_value = line.text.find_first_not_of(' ', behind);
    if (begin_of_value != std::string_view::npos) return read_text(value, line, begin_of_value, line.indent + 1);
    const bool is_list = at_ < lines_.size() && lines_[at_].text.starts_with("- ");
    if (ends(is_list ? line.indent : line.indent + 1)) {
      begin(value, YamlValue::Kind::null, line, behind);
      return true;
    }
    return is_list ? read_list(value, depth + 1) : read_mapping(value, depth + 1);
  }

  /// "- item" lines of the current line's indentation.
  bool read_list(YamlValue& list, std::size_t depth) {
    const std::size_t indent = lines_[at_].indent;
    begin(list, YamlValue::Kind::sequence, lines_[at_], 0);
    while (!ends(indent) && lines_[at_].indent == indent && lines_[at_].text.starts_with("- ")) {
      Line& line = lines_[at_];
      const std::size_t begin_of_item = line.text.find_first_not_of(' ', 1);
      YamlValue& item = list.items.emplace_back();
      if (depth >= limit::yaml_depth) return false;
      if (key_length(line.text.substr(begin_of_item)) > 0) {
        line.text.remove_prefix(begin_of_item);
        line.indent += begin_of_item;
        if (!read_mapping(item, depth + 1)) return false;
        continue;
      }
      ++at_;
      if (!read_text(item, line, begin_of_item, indent + 1)) return false;
    }
    return true;
  }

  /// A text that ends with its line: nothing below it has as much indentation.
  bool read_text(YamlValue& value, const Line& line, std::size_t begin_of_text, std::size_t indent) {
    const std::string_view text = line.text.substr(begin_of_text);
    if (!ends(indent)) return false;
    if (text.starts_with('[')) return read_words(value, line, begin_of_text);
    begin(value, YamlValue::Kind::scalar, line, begin_of_text);
    value.quoted = is_quoted(text);
    value.text = value.quoted ? text.substr(1, text.size() - 2) : text;
    return value.quoted || is_plain(text);
  }

  /// "[one, two]"
  bool read_words(YamlValue& list, const Line& line, std::size_t begin_of_list) {
    begin(list, YamlValue::Kind::sequence, line, begin_of_list);
    if (!line.text.ends_with(']')) return false;
    const std::string_view inside = line.text.substr(0, line.text.size() - 1).substr(begin_of_list + 1);
    if (trim(inside).empty()) return true;
    for (const std::string_view part : split(inside, ',')) {
      const std::string_view word = trim(part);
      const bool is_plain = std::ranges::all_of(word, [](char c) { return in_list.contains(c); });
      if (word.empty() || !begins_word.contains(word.front()) || !is_plain || has_meaning(word)) return false;
      YamlValue& item = list.items.emplace_back();
      begin(item, YamlValue::Kind::scalar, line, static_cast<std::size_t>(word.data() - line.text.data()));
      item.text = word;
    }
    return true;
  }

  std::vector<Line> lines_;
  std::size_t at_ = 0;
  std::size_t values_ = 0;
};

}  // namespace

std::optional<YamlValue> read_plain_yaml(std::string_view text, int first_line) {
  if (!is_plain_ascii(text) || text.find('\t') != std::string_view::npos) return std::nullopt;
  return PlainReader(lines_of(text, first_line)).read();
}

}  // namespace hindsight
