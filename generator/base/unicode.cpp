#include "base/unicode.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <new>

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "base/fatal.hpp"
#include "base/text.hpp"

namespace hindsight {
namespace {

constexpr std::size_t slug_limit = 80;

/// The code point at `at`, which moves behind it; -1 for an ill-formed sequence.
UChar32 next_code_point(std::string_view text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int64_t>(text.size());
  auto index = static_cast<std::int64_t>(at);
  UChar32 code_point = 0;
  U8_NEXT(bytes, index, length, code_point);
  at = static_cast<std::size_t>(index);
  return code_point;
}

/// ICU marks a text that memory did not suffice for as bogus; it would come out empty.
icu::UnicodeString checked(icu::UnicodeString units) {
  if (units.isBogus() != 0) throw std::bad_alloc();
  return units;
}

icu::UnicodeString from_utf8(std::string_view text) {
  return checked(icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())}));
}

bool is_control(UChar32 c) {
  return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c <= 0x9F) || c == 0xFFFE || c == 0xFFFF;
}

bool is_bidi_control(UChar32 c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

bool is_invisible(UChar32 c) {
  const bool has_meaning = (c >= 0x200C && c <= 0x200F) || c == 0x061C || (c >= 0xFE00 && c <= 0xFE0F) ||
                           (c >= 0xE0100 && c <= 0xE01EF) || is_bidi_control(c);
  const bool has_no_ink = c == 0x2800 || (c >= 0xFFF9 && c <= 0xFFFB);
  return has_no_ink || (!has_meaning && u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0);
}

constexpr std::string_view substitute = "\u2426";

/// Calls `visit(begin, end)` for each character that is wanted; none of them is printable ASCII.
template <class IsWanted, class Visit>
void for_each(std::string_view text, const IsWanted& is_wanted, const Visit& visit) {
  std::size_t at = 0;
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x20 && byte < 0x7F) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    if (is_wanted(next_code_point(text, at))) visit(begin, at);
  }
}

template <class IsWanted>
CharacterCount count_of(std::string_view text, const IsWanted& is_wanted) {
  CharacterCount result;
  if (is_plain_ascii(text)) return result;
  for_each(text, is_wanted, [&](std::size_t begin, std::size_t) {
    if (result.count++ == 0) result.first = begin;
  });
  return result;
}

template <class IsWanted>
std::string replace_characters(std::string_view text, const IsWanted& is_wanted, std::string_view by) {
  std::string result;
  std::size_t done = 0;
  for_each(text, is_wanted, [&](std::size_t begin, std::size_t end) {
    result.append(text, done, begin - done).append(by);
    done = end;
  });
  return result.append(text, done);
}

std::string to_ascii(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  // Making one costs more than a thousand uses of it.
  thread_local const std::unique_ptr<icu::Transliterator> to_latin = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made(
        icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
    if (status == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
    if (U_FAILURE(status) != 0) throw Fatal(std::string("ICU can't transliterate: ") + u_errorName(status));
    return made;
  }();
  icu::UnicodeString units = from_utf8(text);
  to_latin->transliterate(units);
  units = checked(units);
  std::string result;
  units.toUTF8String(result);
  return result;
}

std::string hexadecimal_name(std::string_view text) {
  std::string result = "x";
  std::size_t at = 0;
  while (at < text.size() && result.size() < slug_limit - 8) {
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "-%x", static_cast<unsigned>(next_code_point(text, at)));
    result += buffer;
  }
  return result;
}

bool stays_in_anchor(UChar32 c) {
  if (c < 0x80) return is_letter(static_cast<char>(c)) || is_digit(static_cast<char>(c)) || c == '-' || c == '_';
  return u_isalnum(c) != 0 || (U_GET_GC_MASK(c) & (U_GC_M_MASK | U_GC_PC_MASK)) != 0;
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  if (is_ascii(text)) return std::nullopt;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = at;
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
    } else if (next_code_point(text, at) < 0) {
      return begin;
    }
  }
  return std::nullopt;
}

std::string repair_utf8(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = at;
    if (next_code_point(text, at) < 0) {
      result += "\uFFFD";
    } else {
      result += text.substr(begin, at - begin);
    }
  }
  return result;
}

bool is_ascii(std::string_view text) {
  unsigned char bits = 0;  // a byte, and without a branch a byte: sixteen are looked at in one
  for (const char c : text) bits |= static_cast<unsigned char>(c);
  return bits < 0x80;
}

bool is_plain_ascii(std::string_view text) {
  unsigned char odd = 0;  // as above
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_printable = static_cast<unsigned char>(byte - 0x20) < 0x7F - 0x20;
    odd |= static_cast<unsigned char>(static_cast<int>(!is_printable) & static_cast<int>(byte != '\t') &
                                      static_cast<int>(byte != '\n'));
  }
  return odd == 0;
}

std::u16string to_utf16(std::string_view text) {
  const icu::UnicodeString units = from_utf8(text);
  return {units.getBuffer(), static_cast<std::size_t>(units.length())};
}

std::string to_utf8(std::u16string_view text) {
  std::string result;
  icu::UnicodeString(false, text.data(), static_cast<std::int32_t>(text.size())).toUTF8String(result);
  return result;
}

std::string to_lower(std::string_view text) {
  if (is_ascii(text)) return to_lower_ascii(text);
  icu::UnicodeString units = from_utf8(text);
  units = checked(units.toLower(icu::Locale::getRoot()));
  std::string result;
  units.toUTF8String(result);
  return result;
}

std::string slugify(std::string_view text) {
  std::array<char, slug_limit> slug{};
  std::size_t length = 0;
  for (const char c : to_ascii(text)) {
    if (length == slug.size()) break;
    const bool joins = !is_letter(c) && !is_digit(c);
    if (joins && (c == '\'' || length == 0 || slug[length - 1] == '-')) continue;
    slug[length++] = joins ? '-' : is_letter(c) ? static_cast<char>(c | 0x20) : c;
  }
  if (length > 0 && slug[length - 1] == '-') --length;
  return length == 0 ? hexadecimal_name(text) : std::string(slug.data(), length);
}

std::string heading_anchor(std::string_view text) {
  std::string result;
  const std::string lower = to_lower(text);
  result.reserve(lower.size());
  std::size_t at = 0;
  while (at < lower.size()) {
    const std::size_t begin = at;
    const UChar32 c = next_code_point(lower, at);
    if (c == ' ' || c == '\n') {
      result.push_back('-');
    } else if (stays_in_anchor(c)) {
      result.append(lower, begin, at - begin);
    }
  }
  return result;
}

CharacterCount count_control_characters(std::string_view text) { return count_of(text, is_control); }

std::string without_control_characters(std::string_view text) { return replace_characters(text, is_control, ""); }

CharacterCount count_bidi_controls(std::string_view text) { return count_of(text, is_bidi_control); }

std::string show_bidi_controls(std::string_view text) { return replace_characters(text, is_bidi_control, substitute); }

std::string printable(std::string_view text) { return show_bidi_controls(without_control_characters(text)); }

CharacterCount count_invisible_characters(std::string_view text) { return count_of(text, is_invisible); }

std::string show_invisible_characters(std::string_view text) {
  return replace_characters(show_bidi_controls(text), is_invisible, substitute);
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t position = 0; position < length;) {
    UChar32 character = 0;
    U8_NEXT(text.data(), position, length, character);
    if (character < 0) character = 0xFFFD;
    if (u_charType(character) == U_NON_SPACING_MARK || u_charType(character) == U_FORMAT_CHAR) continue;
    const int east_asian = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
    width += east_asian == U_EA_FULLWIDTH || east_asian == U_EA_WIDE ? 2 : 1;
  }
  return width;
}

std::string fold_name(std::string_view path) {
  if (is_ascii(path)) return to_lower_ascii(path);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const composer = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status) != 0) throw Fatal(std::string("ICU can't normalise: ") + u_errorName(status));
  icu::UnicodeString folded;
  const icu::UnicodeString composed = checked(composer->normalize(from_utf8(path), status));
  for (std::int32_t at = 0; at < composed.length(); at = composed.moveIndex32(at, 1)) {
    folded.append(u_foldCase(composed.char32At(at), U_FOLD_CASE_DEFAULT));
  }
  std::string result;
  checked(composer->normalize(folded, status)).toUTF8String(result);
  return result;
}

}  // namespace hindsight
