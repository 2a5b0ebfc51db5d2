#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/pieces.hpp"
#include "base/text_buffer.hpp"

namespace hindsight {

/// Appends `text` in quotes, escaped as JSON.stringify does.
void append_json_string(std::string& out, std::string_view text);
void append_json_string(TextBuffer& out, std::string_view text);

/// The same, safe in a script: nothing in it ends a script element, nor a line to browsers older than JSON in scripts.
void append_script_string(std::string& out, std::string_view text);

/// JSON, written in the order of its parts and without a tree in between: for what a site has thousands of. Without
/// characters that mean something in HTML (< > &) or end lines (U+2028, U+2029): safe wherever somebody puts it. Texts
/// must be UTF-8.
class JsonText {
 public:
  enum class Charset { utf8, ascii };  ///< ascii: other characters as \u escapes, right whatever a reader assumes

  explicit JsonText(Charset charset = Charset::utf8) : charset_(charset) {}

  /// Behind a text that it is to continue.
  explicit JsonText(std::string before) : text_(std::move(before)) {}

  JsonText& begin_object() { return begin('{'); }
  JsonText& end_object() { return end('}'); }
  JsonText& begin_list() { return begin('['); }
  JsonText& end_list() { return end(']'); }

  /// The next value is this member's. `name` needs no escapes.
  JsonText& key(std::string_view name);

  JsonText& value(std::string_view text);
  JsonText& value(const char* text) { return value(std::string_view(text)); }
  JsonText& value(bool flag) { return raw(flag ? "true" : "false"); }
  JsonText& value(std::integral auto number) { return raw(std::to_string(number)); }
  JsonText& null() { return raw("null"); }

  /// null for none.
  template <typename Value>
  JsonText& value(const std::optional<Value>& value_or_none) {
    return value_or_none ? value(*value_or_none) : null();
  }
  JsonText& text_or_null(std::string_view text) { return text.empty() ? null() : value(text); }

  template <typename Range>
  JsonText& list(const Range& values) {
    begin_list();
    for (const auto& each : values) value(each);
    return end_list();
  }

  template <typename Value>
  JsonText& member(std::string_view name, const Value& of_member) {
    return key(name).value(of_member);
  }

  /// What comes next, be it the end, begins a line.
  JsonText& new_line() {
    wants_line_ = true;
    return *this;
  }

  std::string take() {
    end_line();
    return text_.take();
  }

  /// Hands out what is there so far, if that is enough for a piece.
  void put_piece(const Put& put) { text_.put_piece(put); }

 private:
  JsonText& begin(char bracket);
  JsonText& end(char bracket);
  JsonText& raw(std::string_view json);
  void separate();
  void end_line();
  void append_text(std::string_view text);

  Charset charset_ = Charset::utf8;
  TextBuffer text_;
  bool is_first_ = true;  ///< of its object or list
  bool wants_line_ = false;
};

}  // namespace hindsight
