#include "base/names.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/unicode.hpp"

namespace hindsight {
namespace {

constexpr std::size_t longest_part = 240;  // of the 255 that file systems have: pages add their extension
constexpr std::size_t longest_path = 1024;

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F;
}

/// "con", "com1.txt" and "NUL .tar.gz" are devices on Windows, in any folder.
bool is_windows_device(std::string_view part) {
  constexpr std::array devices = {"con", "prn", "aux", "nul", "conin$", "conout$"};
  constexpr std::array numbered = {"com", "lpt"};
  constexpr std::array numbers = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "\u00B9", "\u00B2", "\u00B3"};
  const std::string name = to_lower_ascii(trim(part.substr(0, part.find('.'))));
  if (std::ranges::find(devices, name) != devices.end()) return true;
  return std::ranges::any_of(numbered, [&](std::string_view device) {
    return name.starts_with(device) && std::ranges::find(numbers, name.substr(device.size())) != numbers.end();
  });
}

std::optional<std::string> portability_problem_of_part(std::string_view part) {
  const std::string quoted = "\"" + std::string(part) + "\"";
  const std::size_t refused = part.find_first_of("<>:\"|?*\\");
  if (refused != std::string_view::npos) return quoted + " holds " + part[refused] + ", which Windows refuses";
  if (part.ends_with('.') || part.ends_with(' ')) return quoted + " ends in a dot or space, which Windows drops";
  if (is_windows_device(part)) return quoted + " is the name of a device on Windows";
  return std::nullopt;
}

}  // namespace

std::optional<std::string> problem_of_name(std::string_view path) {
  if (find_invalid_utf8(path)) return "bytes that are not UTF-8";
  if (std::ranges::any_of(path, is_control)) return "a control character";
  if (path.find('\\') != std::string_view::npos) return "a backslash";
  const auto is_long = [](std::string_view part) { return part.size() > longest_part; };
  if (path.size() > longest_path || std::ranges::any_of(split(path, '/'), is_long)) {
    return "more than " + std::to_string(longest_part) + " bytes between two slashes, or " +
           std::to_string(longest_path) + " in all";
  }
  return std::nullopt;
}

std::optional<std::string> portability_problem(std::string_view path) {
  for (const std::string_view part : split(path, '/')) {
    if (auto problem = portability_problem_of_part(part)) return problem;
  }
  return std::nullopt;
}

void report_special_files(std::string_view folder, const std::vector<FolderEntry>& special, Diagnostics& diagnostics) {
  for (const auto& [name, kind] : special) {
    diagnostics.add(Rule::special_file, {std::string(folder) + repair_utf8(name), 0, 0}, std::string(kind_text(kind)),
                    "a file or folder", "it is left out; put the file or folder itself there");
  }
}

std::string_view kind_text(FileKind kind) {
  return kind == FileKind::link ? "a symbolic link" : "a FIFO, socket or device";
}

}  // namespace hindsight
