#include "input/source.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/files.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

namespace hindsight {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

Location location_at(const std::string& name, std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  return {name, static_cast<int>(std::ranges::count(before, '\n')) + 1, static_cast<int>(offset - line_start) + 1};
}

void unify_line_ends(std::string& text) {
  if (text.find('\r') == std::string::npos) return;
  text = replace_all(std::move(text), "\r\n", "\n");
  std::ranges::replace(text, '\r', '\n');
}

void drop_control_characters(const std::string& name, std::string& text, Diagnostics& diagnostics) {
  const CharacterCount controls = count_control_characters(text);
  if (controls.count == 0) return;
  diagnostics.add(Rule::control_character, location_at(name, text, controls.first),
                  counted(controls.count, "control character"), "text", "they are left out");
  text = without_control_characters(text);
}

void show_direction(const std::string& name, std::string& text, Diagnostics& diagnostics) {
  const CharacterCount controls = count_bidi_controls(text);
  if (controls.count == 0) return;
  diagnostics.add(Rule::bidi_control, location_at(name, text, controls.first),
                  counted(controls.count, "character that turns the direction of writing around",
                          "characters that turn the direction of writing around"),
                  "text that reads as it is written", "they are shown as \u2426");
  text = show_bidi_controls(text);
}

void repair_encoding(const std::string& name, std::string& text, Diagnostics& diagnostics) {
  const auto invalid = find_invalid_utf8(text);
  if (!invalid) return;
  diagnostics.add(Rule::file_not_utf8, location_at(name, text, *invalid),
                  "bytes that are not UTF-8, from byte " + std::to_string(*invalid), "UTF-8",
                  "save the file as UTF-8; the bytes are shown as \uFFFD");
  text = repair_utf8(text);
}

}  // namespace

SourceFile read_source(const std::filesystem::path& path, const std::string& name, Diagnostics& diagnostics,
                       std::uintmax_t most_bytes) {
  SourceFile source{name, {}};
  SizedContent file = read_file_up_to(path, most_bytes);
  if (!file.content) {
    diagnostics.add(Rule::file_too_large, {name, 0, 0}, "the file has " + std::to_string(file.size) + " bytes",
                    "at most " + std::to_string(most_bytes),
                    "attach long logs as files beside the postmortem, or raise limits.file_mb in site.yml");
    return source;
  }
  return clean_source(std::move(*file.content), name, diagnostics);
}

SourceFile clean_source(std::string bytes, const std::string& name, Diagnostics& diagnostics) {
  SourceFile source{name, std::move(bytes)};
  if (source.text.starts_with(byte_order_mark)) source.text.erase(0, byte_order_mark.size());
  unify_line_ends(source.text);
  if (is_plain_ascii(source.text)) return source;
  repair_encoding(name, source.text, diagnostics);
  drop_control_characters(name, source.text, diagnostics);
  show_direction(name, source.text, diagnostics);
  return source;
}

}  // namespace hindsight
