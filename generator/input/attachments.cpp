#include "input/attachments.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/files.hpp"
#include "base/text.hpp"
#include "input/source.hpp"

namespace hindsight {
namespace {

constexpr std::array plain_types = {
    "png",  "jpg",  "jpeg", "gif",   "webp", "avif", "pdf", "txt", "log", "csv", "tsv",  "json", "ndjson", "har", "yml",
    "yaml", "toml", "diff", "patch", "zip",  "gz",   "tgz", "xz",  "zst", "bz2", "pcap", "mp4",  "webm",   "md",
};

std::string refusal_of(const std::filesystem::path& content, const std::string& path) {
  const std::string type = extension_of(path);
  if (std::ranges::find(plain_types, type) != plain_types.end()) return {};
  if (type != "svg") return "a file of type \"" + type + "\" could run script in a reader's browser";
  if (size_of_file(content / path) > largest_source) return "the SVG image is too large to be checked";
  return is_harmless_svg(read_file(content / path)) ? "" : "the SVG image holds more than shapes and text";
}

}  // namespace

Attachments judge_attachments(const std::filesystem::path& content, const std::vector<std::string>& paths) {
  Attachments attachments;
  for (const std::string& path : paths) attachments.refusals.emplace(path, refusal_of(content, path));
  return attachments;
}

bool is_harmless_svg(std::string_view svg) {
  // A deny-list would have to know every trick, so this only knows harmless drawings: anything that smells of script,
  // events, styles, entities, embedding or addresses is refused.
  constexpr std::array suspicious = {
      "<script",     "<style", "<foreignobject", "<iframe",  "<embed",   "<object",  "<image",    "<use",
      "<a ",         "<a>",    "<set",           "<animate", "<handler", "<!entity", "<!doctype", "<?xml-",
      "javascript:", "data:",  "url(",           "@import",  "&#",
  };
  const std::string lower = to_lower_ascii(svg);
  if (lower.find("<svg") == std::string::npos) return false;
  if (std::ranges::any_of(suspicious, [&](const char* word) { return lower.find(word) != std::string::npos; }))
    return false;
  // Event attributes: "on", letters, "=", with white space or a quote before.
  for (std::size_t at = lower.find("on"); at != std::string::npos; at = lower.find("on", at + 2)) {
    const bool begins = at > 0 && std::string_view(" \t\r\n\"'/").find(lower[at - 1]) != std::string_view::npos;
    std::size_t end = at + 2;
    while (end < lower.size() && is_letter(lower[end])) ++end;
    while (end < lower.size() && std::string_view(" \t\r\n").find(lower[end]) != std::string_view::npos) ++end;
    if (begins && end < lower.size() && lower[end] == '=') return false;
  }
  return true;
}

}  // namespace hindsight
