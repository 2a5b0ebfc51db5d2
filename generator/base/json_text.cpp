#include "base/json_text.hpp"

#include <array>

#include "base/byte_run.hpp"
#include "base/byte_set.hpp"
#include "base/unicode.hpp"

namespace hindsight {
namespace {

constexpr ByteSet beyond_ascii = ByteSet().with(0x80, 0xFF);

/// What does not stand for itself: in a string of JSON, in one that is safe in a script (E2 begins U+2028 and U+2029),
/// in one that is safe in HTML, and in one that is ASCII besides.
constexpr auto is_odd_in_json = [](auto c) { return (c < ' ') | (c == '"') | (c == '\\'); };
constexpr auto is_odd_in_script = [](auto c) { return is_odd_in_json(c) | (c == '<') | (c == 0xE2); };
constexpr auto is_odd_in_html = [](auto c) {
  return is_odd_in_json(c) | (c == '<') | (c == '>') | (c == '&') | (c == 0xE2);
};
constexpr auto is_odd_in_ascii = [](auto c) {
  return is_odd_in_json(c) | (c == '<') | (c == '>') | (c == '&') | (c >= 0x80);
};

template <class Text>
void append_unit(Text& out, char16_t unit) {
  constexpr std::string_view digits = "0123456789abcdef";
  const std::array<char, 6> escape = {
      '\\', 'u', digits[unit >> 12], digits[(unit >> 8) & 15], digits[(unit >> 4) & 15], digits[unit & 15]};
  out += std::string_view(escape.data(), escape.size());
}

template <class Text>
void append_escape(Text& out, char c) {
  switch (c) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\b': out += "\\b"; break;
    case '\f': out += "\\f"; break;
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    default: append_unit(out, static_cast<unsigned char>(c));
  }
}

/// Appends what stands for the odd character at the front of `text`, and takes it off.
template <class Text>
void append_odd(Text& out, std::string_view& text) {
  const bool ends_line = text.starts_with("\u2028") || text.starts_with("\u2029");
  if (ends_line) {
    out += text.starts_with("\u2028") ? "\\u2028" : "\\u2029";
  } else if (text.front() == '\xE2') {
    out += text.front();
  } else {
    append_escape(out, text.front());
  }
  text.remove_prefix(ends_line ? 3 : 1);
}

template <class Text, class IsOdd>
void append_string(Text& out, std::string_view text, const IsOdd& is_odd) {
  out += '"';
  while (true) {
    append_plain(out, text, is_odd);
    if (text.empty()) break;
    append_odd(out, text);
  }
  out += '"';
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) { append_string(out, text, is_odd_in_json); }
void append_json_string(TextBuffer& out, std::string_view text) { append_string(out, text, is_odd_in_json); }
void append_script_string(std::string& out, std::string_view text) { append_string(out, text, is_odd_in_script); }

JsonText& JsonText::key(std::string_view name) {
  separate();
  char* place = text_.place_for(name.size() + 3);
  *place++ = '"';
  place += name.copy(place, name.size());
  *place++ = '"';
  *place = ':';
  text_.advance(name.size() + 3);
  is_first_ = true;
  return *this;
}

JsonText& JsonText::value(std::string_view text) {
  separate();
  text_ += '"';
  append_text(text);
  text_ += '"';
  return *this;
}

void JsonText::append_text(std::string_view text) {
  const bool is_ascii = charset_ == Charset::ascii;
  if (is_ascii ? text_.append_if_plain(text, is_odd_in_ascii) : text_.append_if_plain(text, is_odd_in_html)) return;
  while (true) {
    if (is_ascii) {
      append_plain(text_, text, is_odd_in_ascii);
    } else {
      append_plain(text_, text, is_odd_in_html);
    }
    if (text.empty()) return;
    const std::string_view beyond = is_ascii ? take_while(text, beyond_ascii) : std::string_view();
    for (const char16_t unit : to_utf16(beyond)) append_unit(text_, unit);
    if (!beyond.empty()) continue;
    append_odd(text_, text);
  }
}

JsonText& JsonText::begin(char bracket) {
  separate();
  text_ += bracket;
  is_first_ = true;
  return *this;
}

JsonText& JsonText::end(char bracket) {
  end_line();
  text_ += bracket;
  is_first_ = false;
  return *this;
}

JsonText& JsonText::raw(std::string_view json) {
  separate();
  text_ += json;
  return *this;
}

void JsonText::separate() {
  if (!is_first_) text_ += ',';
  is_first_ = false;
  end_line();
}

void JsonText::end_line() {
  if (wants_line_) text_ += '\n';
  wants_line_ = false;
}

}  // namespace hindsight
