#include "render/template_escape.hpp"

#include <algorithm>
#include <cstring>

#include "base/byte_run.hpp"
#include "base/byte_set.hpp"
#include "base/text.hpp"

namespace hindsight {
namespace {

/// Whether a byte may need an escape: most control characters count, too.
constexpr auto may_be_special = [](auto c) {
  return (c == '&') | (c == '<') | (c == '>') | (c == '"') | (c == '\'') | (c < ' ');
};

constexpr ByteSet plain_in_xml = ByteSet::of("&<>\"'").with(0x00, 0x08).with(0x0b, 0x0c).with(0x0e, 0x1f).others();
constexpr ByteSet plain_in_html = ByteSet::of("&<>\"'\t\n\v\f\r").others();

constexpr std::size_t longest_piece = 256;
constexpr std::size_t longest_reference = 6;

char* put(char* out, std::string_view text) {
  std::memcpy(out, text.data(), text.size());
  return out + text.size();
}

char* put_escaped(char* out, char c, const ByteSet& plain) {
  if (plain.contains(c)) {
    *out = c;
    return out + 1;
  }
  switch (c) {
    case '&': return put(out, "&amp;");
    case '<': return put(out, "&lt;");
    case '>': return put(out, "&gt;");
    case '"': return put(out, "&quot;");
    case '\'': return put(out, "&#39;");
    default: return put(out, " ");
  }
}

/// Writes `text` escaped; returns the end. Whole blocks are written, so there must be room for one behind it.
char* put_escaped(char* out, std::string_view text, const ByteSet& plain) {
  for (std::size_t at = 0; at < text.size();) {
    const Bytes block = bytes_at(text, at);
    const std::size_t length = std::min(first_of(may_be_special(block)), text.size() - at);
    std::memcpy(out, &block, sizeof block);
    out += length;
    at += length;
    if (length < sizeof block && at < text.size()) out = put_escaped(out, text[at++], plain);
  }
  return out;
}

void append_escaped(TextBuffer& page, std::string_view text, const ByteSet& plain) {
  if (page.append_if_plain(text, may_be_special)) return;
  while (!text.empty()) {
    const std::string_view piece = text.substr(0, longest_piece);
    char* const begin = page.place_for(piece.size() * longest_reference + sizeof(Bytes));
    page.advance(static_cast<std::size_t>(put_escaped(begin, piece, plain) - begin));
    text.remove_prefix(piece.size());
  }
}

/// A colon before the first slash is taken for the end of a scheme.
bool has_scheme(std::string_view address) {
  for (const char c : address) {
    if (c == ':' || c == '/') return c == ':';
  }
  return false;
}

bool is_longer_than(std::string_view address, std::string_view beginning) {
  return address.size() > beginning.size() && starts_with_ignoring_case(address, beginning);
}

}  // namespace

void append_html_value(TextBuffer& page, std::string_view text) { append_escaped(page, text, plain_in_html); }

void append_address_value(TextBuffer& page, std::string_view address) {
  const bool is_allowed =
      !has_scheme(address) || is_longer_than(address, "http://") || is_longer_than(address, "https://");
  append_html_value(page, is_allowed ? address : "#");
}

void append_xml_value(TextBuffer& page, std::string_view text) { append_escaped(page, text, plain_in_xml); }

}  // namespace hindsight
