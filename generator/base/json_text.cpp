#include "base/json_text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include <fmt/format.h>

namespace hindsight {
namespace {

/// By byte: whether it stands for itself.
using PlainBytes = std::array<bool, 256>;

constexpr PlainBytes all_but(std::string_view special) {
  PlainBytes plain{};
  for (std::size_t byte = 0x20; byte < plain.size(); ++byte) plain[byte] = true;
  for (const char c : special) plain[static_cast<unsigned char>(c)] = false;
  return plain;
}

constexpr PlainBytes plain_in_json = all_but("\"\\");
constexpr PlainBytes plain_in_html = all_but("\"\\<>&\xE2");  // E2 begins U+2028 and U+2029

void append_escape(std::string& out, char c) {
  switch (c) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\b': out += "\\b"; break;
    case '\f': out += "\\f"; break;
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    default: out += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
  }
}

/// Takes the bytes at the front that stand for themselves.
std::string_view take_plain(std::string_view& text, const PlainBytes& plain) {
  const auto end = std::ranges::find_if_not(text, [&](char c) { return plain[static_cast<unsigned char>(c)]; });
  const std::string_view taken = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(taken.size());
  return taken;
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  while (true) {
    out += take_plain(text, plain_in_json);
    if (text.empty()) break;
    append_escape(out, text.front());
    text.remove_prefix(1);
  }
  out += '"';
}

JsonText& JsonText::key(std::string_view name) {
  separate();
  text_ += '"';
  text_ += name;
  text_ += "\":";
  is_first_ = true;
  return *this;
}

JsonText& JsonText::value(std::string_view text) {
  separate();
  text_ += '"';
  while (true) {
    text_ += take_plain(text, plain_in_html);
    if (text.empty()) break;
    if (text.front() != '\xE2') {
      append_escape(text_, text.front());
    } else if (text.starts_with("\u2028") || text.starts_with("\u2029")) {
      text_ += text.starts_with("\u2028") ? "\\u2028" : "\\u2029";
      text.remove_prefix(2);
    } else {
      text_ += text.front();
    }
    text.remove_prefix(1);
  }
  text_ += '"';
  return *this;
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
