#include "cli/adoption.hpp"

#include <algorithm>
#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "base/files.hpp"
#include "base/system.hpp"
#include "base/text.hpp"
#include "model/front_matter_text.hpp"

namespace hindsight {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t context_lines = 3;

/// The lines of a file with their ends.
std::vector<std::string_view> whole_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

std::string_view line_end_of(std::string_view text) {
  const std::size_t end = text.find('\n');
  return end != std::string_view::npos && end > 0 && text[end - 1] == '\r' ? "\r\n" : "\n";
}

/// The byte at which the line that closes the front matter begins.
std::size_t closing_fence(std::string_view text) {
  std::size_t begin = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  bool is_first = true;
  for (const std::string_view line : whole_lines(text.substr(begin))) {
    if (!is_first && line.starts_with("---") && trim(line.substr(3)).empty()) return begin;
    is_first = false;
    begin += line.size();
  }
  return begin;
}

void append_diff_line(std::string& out, char mark, std::string_view line) {
  out += mark;
  out += line;
  if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
}

}  // namespace

Adoption adoption_of(const std::filesystem::path& file, const ReadDocument& document) {
  constexpr int fences_and_gap = 3;
  Adoption adoption{read_file(file), 0, {}};
  const bool has_front_matter = document.postmortem.has_front_matter;
  if (has_front_matter) {
    adoption.offset = closing_fence(adoption.before);
  } else if (adoption.before.starts_with(byte_order_mark)) {
    adoption.offset = byte_order_mark.size();
  }
  const auto above = static_cast<int>(std::count(
      adoption.before.begin(), adoption.before.begin() + static_cast<std::ptrdiff_t>(adoption.offset), '\n'));
  adoption.lines = front_matter_of(document.postmortem, document.proposals, document.config, above,
                                   has_front_matter ? 0 : fences_and_gap);
  if (adoption.lines.empty()) return adoption;
  if (!has_front_matter) {
    adoption.lines.insert(adoption.lines.begin(), "---");
    adoption.lines.insert(adoption.lines.end(), {"---", ""});
  }
  for (std::string& line : adoption.lines) line += line_end_of(adoption.before);
  return adoption;
}

std::string apply(const Adoption& adoption) {
  return adoption.before.substr(0, adoption.offset) + join(adoption.lines, "") +
         adoption.before.substr(adoption.offset);
}

std::string diff_of(const std::string& name, const Adoption& adoption) {
  if (adoption.lines.empty()) return {};
  const std::vector<std::string_view> lines = whole_lines(adoption.before);
  std::size_t at = 0;
  std::size_t bytes = 0;
  for (; at < lines.size() && bytes + lines[at].size() <= adoption.offset; ++at) bytes += lines[at].size();
  // Behind a byte order mark the line that it stands in changes, too.
  const std::size_t replaced = bytes < adoption.offset ? 1 : 0;
  const std::string changed = adoption.before.substr(bytes, adoption.offset - bytes) + join(adoption.lines, "") +
                              (replaced == 0 ? "" : std::string(lines[at].substr(adoption.offset - bytes)));
  const std::vector<std::string_view> added = whole_lines(changed);
  const std::size_t begin = at > context_lines ? at - context_lines : 0;
  const std::size_t end = std::min(at + replaced + context_lines, lines.size());
  const std::size_t old_count = end - begin;
  const std::string path = name.starts_with('/') ? name.substr(1) : name;
  std::string diff =
      fmt::format("--- a/{}\n+++ b/{}\n@@ -{},{} +{},{} @@\n", path, path, old_count == 0 ? 0 : begin + 1, old_count,
                  begin + 1, old_count - replaced + added.size());
  for (std::size_t line = begin; line < at; ++line) append_diff_line(diff, ' ', lines[line]);
  for (std::size_t line = at; line < at + replaced; ++line) append_diff_line(diff, '-', lines[line]);
  for (const std::string_view line : added) append_diff_line(diff, '+', line);
  for (std::size_t line = at + replaced; line < end; ++line) append_diff_line(diff, ' ', lines[line]);
  return diff;
}

void replace_file(const std::filesystem::path& file, const std::string& bytes) {
  struct stat info {};
  const std::string target = file.string();
  if (stat(target.c_str(), &info) != 0) fail(file, "find the file");
  std::string temporary = target + ".adopt-XXXXXX";
  Descriptor descriptor(mkstemp(temporary.data()));
  if (!descriptor.is_open()) fail(temporary, "make the file");
  const bool good = fchmod(descriptor.number(), info.st_mode & 07777u) == 0 && write_all(descriptor, bytes) &&
                    uninterrupted([&] { return fsync(descriptor.number()); }) == 0 && descriptor.close();
  if (good && rename(temporary.c_str(), target.c_str()) == 0) return;
  const int reason = errno;
  unlink(temporary.c_str());
  errno = reason;
  fail(file, "write the file");
}

}  // namespace hindsight
