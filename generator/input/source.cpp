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

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
}

void drop_control_characters(const std::string& name, std::string& text, Diagnostics& diagnostics) {
  const auto first = std::ranges::find_if(text, is_control);
  if (first == text.end()) return;
  const auto count = std::ranges::count_if(text, is_control);
  diagnostics.add(Rule::control_character, location_at(name, text, static_cast<std::size_t>(first - text.begin())),
                  counted(count, "control character"), "text", "they are left out");
  std::erase_if(text, is_control);
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

SourceFile read_source(const std::filesystem::path& path, const std::string& name, Diagnostics& diagnostics) {
  SourceFile source{name, {}};
  const std::uintmax_t size = size_of_file(path);
  if (size > largest_source) {
    diagnostics.add(Rule::file_too_large, {name, 0, 0}, "the file has " + std::to_string(size) + " bytes",
                    "at most " + std::to_string(largest_source), "attach long logs as files beside the postmortem");
    return source;
  }
  source.text = read_file(path);
  if (source.text.starts_with(byte_order_mark)) source.text.erase(0, byte_order_mark.size());
  unify_line_ends(source.text);
  repair_encoding(name, source.text, diagnostics);
  drop_control_characters(name, source.text, diagnostics);
  return source;
}

}  // namespace hindsight
