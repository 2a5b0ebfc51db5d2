#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// Text operations that need Unicode tables. Owns ICU.
namespace hindsight {

/// Byte offset of the first byte that is not well-formed UTF-8.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// `text` with each ill-formed sequence replaced by U+FFFD.
std::string repair_utf8(std::string_view text);

bool is_ascii(std::string_view text);

/// Whether all of it is ASCII without control characters but tab and \n, as most texts are.
bool is_plain_ascii(std::string_view text);

/// Between UTF-8 and UTF-16. Ill-formed sequences become U+FFFD.
std::u16string to_utf16(std::string_view text);
std::string to_utf8(std::u16string_view text);

/// Lower case in the root locale, as JavaScript's toLowerCase().
std::string to_lower(std::string_view text);

/// A name for a file and URL: transliterated to ASCII, lower case, words joined by "-"; at most 80 bytes. Text without
/// any letter or digit gives "x" and its code points in hexadecimal, so that distinct terms keep distinct pages.
std::string slugify(std::string_view text);

/// The anchor GitHub gives a heading: lower case, letters, digits, "-" and "_" kept, spaces become "-", the rest
/// dropped. People write these by hand in tables of contents. Not made unique here.
std::string heading_anchor(std::string_view text);

/// How many characters of a kind a text has, and the byte at which the first one is.
struct CharacterCount {
  long count = 0;
  std::size_t first = 0;
};

/// Characters that are no text: U+0000–U+001F but tab and \n, U+007F–U+009F, and U+FFFE and U+FFFF, which XML can't
/// hold.
CharacterCount count_control_characters(std::string_view text);
std::string without_control_characters(std::string_view text);

/// Bidirectional embeddings, overrides and isolates (U+202A–U+202E, U+2066–U+2069).
CharacterCount count_bidi_controls(std::string_view text);

/// `text` with those made visible as ␦, so that a title cannot display as something else than it is.
std::string show_bidi_controls(std::string_view text);

/// A path as file systems compare it that ignore case and Unicode forms: equal for what they take for one name.
std::string fold_name(std::string_view path);

/// What may be printed of a text that was put together from escapes (&#x202E;): no control characters, bidirectional
/// controls visible.
std::string printable(std::string_view text);

/// Characters that take no place and mean nothing: zero-width spaces, fillers, tags. Joiners, direction marks and
/// variation selectors are none of them: scripts and emoji need these.
CharacterCount count_invisible_characters(std::string_view text);

/// `text` with bidirectional controls and invisible characters made visible as ␦.
std::string show_invisible_characters(std::string_view text);

/// How many columns of a terminal `text` takes: wide characters two, marks that combine none.
std::size_t display_width(std::string_view text);

}  // namespace hindsight
