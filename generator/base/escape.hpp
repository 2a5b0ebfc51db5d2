#pragma once

#include <string>
#include <string_view>

#include "base/text_buffer.hpp"

/// The escapers, one a context. Data reaches a page through these or through the templates' own escaping.
namespace hindsight {

/// Appends `text` for HTML content or a quoted attribute: & < > " ' become character references.
void append_html(std::string& out, std::string_view text);

std::string escape_html(std::string_view text);

/// `path` for a relative URL: each byte that is not a letter, digit or one of - . _ ~ / becomes %XX. A path whose first
/// segment holds no colon can't be read as a scheme, because colons are escaped too.
std::string escape_url_path(std::string_view path);
void append_url_path(std::string& out, std::string_view path);

/// The bytes that `text`'s %XX escapes stand for; malformed escapes stay as they are.
std::string unescape_url(std::string_view text);

/// Appends a cell of RFC 4180 CSV, quoted where needed. A cell that a spreadsheet would run as a formula (leading = + -
/// @ tab or CR) gets a ' in front.
void append_csv(TextBuffer& out, std::string_view text);

}  // namespace hindsight
