#include "input/attachments.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <string>
#include <string_view>

#include "base/files.hpp"
#include "base/text.hpp"
#include "input/svg.hpp"

namespace hindsight {
namespace {

constexpr std::array images = {"png", "jpg", "jpeg", "gif", "webp", "avif", "svg"};
constexpr std::array texts = {"txt", "log",  "csv",  "tsv",  "json",  "ndjson", "har",
                              "yml", "yaml", "toml", "diff", "patch", "md"};
constexpr std::array binaries = {"pdf", "zip", "gz", "tgz", "xz", "zst", "bz2", "pcap", "mp4", "webm"};

template <std::size_t Count>
bool is_one_of(const std::array<const char*, Count>& types, const std::string& type) {
  return std::ranges::find(types, type) != types.end();
}

/// A browser may guess a page from its first bytes, whatever the file is called.
bool begins_like_markup(std::string_view bytes) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  const std::string_view text = trim(bytes);
  return text.starts_with('<') && text.size() > 1 && (is_letter(text[1]) || text[1] == '!' || text[1] == '?');
}

/// What a browser would look at.
std::string first_bytes(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string bytes(512, '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return bytes;
}

std::string refusal_of(const std::filesystem::path& content, const std::string& path, std::uintmax_t most_bytes) {
  const std::string type = extension_of(path);
  if (is_one_of(texts, type)) return {};
  const bool is_image = is_one_of(images, type);
  if (!is_image && !is_one_of(binaries, type))
    return "a file of type \"" + type + "\" could run script in a reader's browser";
  if (const std::uintmax_t size = size_of_file(content / path); is_image && size > most_bytes) {
    return "the image has " + std::to_string(size) + " bytes; at most " + std::to_string(most_bytes) +
           " (limits.image_mb in site.yml)";
  }
  if (type == "svg")
    return is_harmless_svg(read_file(content / path)) ? "" : "the SVG image holds more than shapes and text";
  return begins_like_markup(first_bytes(content / path)) ? "it is called ." + type + " and begins like a page" : "";
}

}  // namespace

Attachments judge_attachments(const std::filesystem::path& content, const std::vector<std::string>& paths,
                              std::uintmax_t most_image_bytes) {
  Attachments attachments;
  for (const std::string& path : paths) {
    attachments.refusals.emplace(path, refusal_of(content, path, most_image_bytes));
  }
  return attachments;
}

}  // namespace hindsight
