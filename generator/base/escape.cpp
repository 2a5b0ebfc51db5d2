#include "base/escape.hpp"

#include <algorithm>

#include "base/byte_run.hpp"
#include "base/text.hpp"

namespace hindsight {
namespace {

constexpr auto is_odd_in_html = [](auto c) { return (c == '&') | (c == '<') | (c == '>') | (c == '"') | (c == '\''); };
constexpr auto is_odd_in_cells = [](auto c) { return (c == ',') | (c == '"') | (c == '\r') | (c == '\n'); };

/// All but letters, digits and - . _ ~ / (the signs from - to 9 are - . / and the digits).
constexpr auto is_odd_in_urls = [](auto c) {
  const auto small = c | 0x20;
  return ~(((small >= 'a') & (small <= 'z')) | ((c >= '-') & (c <= '9')) | (c == '_') | (c == '~'));
};

/// Most texts need no escape: they are looked at as a whole first, unless that would take long for nothing.
constexpr std::size_t longest_whole = 256;

template <class IsOdd>
bool append_if_plain(std::string& out, std::string_view text, const IsOdd& is_odd) {
  if (text.size() > longest_whole || holds_odd(text, is_odd)) return false;
  out += text;
  return true;
}

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

void append_html(std::string& out, std::string_view text) {
  if (append_if_plain(out, text, is_odd_in_html)) return;
  while (true) {
    out += take_plain(text, is_odd_in_html);
    if (text.empty()) return;
    switch (text.front()) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += "&#39;"; break;
    }
    text.remove_prefix(1);
  }
}

std::string escape_html(std::string_view text) {
  std::string result;
  result.reserve(text.size() + text.size() / 8);
  append_html(result, text);
  return result;
}

std::string escape_url_path(std::string_view path) {
  std::string result;
  result.reserve(path.size());
  append_url_path(result, path);
  return result;
}

void append_url_path(std::string& out, std::string_view path) {
  if (append_if_plain(out, path, is_odd_in_urls)) return;
  constexpr std::string_view digits = "0123456789ABCDEF";
  while (true) {
    out += take_plain(path, is_odd_in_urls);
    if (path.empty()) return;
    const auto byte = static_cast<unsigned char>(path.front());
    out += {'%', digits[byte >> 4], digits[byte & 15]};
    path.remove_prefix(1);
  }
}

std::string unescape_url(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool escape = text[at] == '%' && at + 2 < text.size();
    const int high = escape ? hex_value(text[at + 1]) : -1;
    const int low = escape ? hex_value(text[at + 2]) : -1;
    if (high < 0 || low < 0) {
      result.push_back(text[at]);
      continue;
    }
    result.push_back(static_cast<char>(high * 16 + low));
    at += 2;
  }
  return result;
}

void append_csv(TextBuffer& out, std::string_view text) {
  const bool is_formula = !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
  if (!is_formula && out.append_if_plain(text, is_odd_in_cells)) return;
  const std::string_view guard = is_formula ? "'" : "";
  if (!holds_odd(text, is_odd_in_cells)) {
    (out += guard) += text;
    return;
  }
  (out += '"') += guard;
  for (std::size_t quote = text.find('"'); quote != std::string_view::npos; quote = text.find('"')) {
    (out += text.substr(0, quote)) += "\"\"";
    text.remove_prefix(quote + 1);
  }
  (out += text) += '"';
}

}  // namespace hindsight
