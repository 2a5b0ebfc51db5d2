#include "render/markup_names.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "base/byte_set.hpp"
#include "base/text.hpp"

namespace hindsight {
namespace {

constexpr std::array<std::string_view, 2> title_elements = {"title", "textarea"};
constexpr std::array<std::string_view, 7> raw_elements = {"script",  "style",    "xmp",      "iframe",
                                                          "noembed", "noframes", "plaintext"};
constexpr std::array<std::string_view, 21> address_attributes = {
    "action", "archive",    "background", "cite",        "classid",  "codebase", "data",
    "dynsrc", "formaction", "href",       "imagesrcset", "longdesc", "lowsrc",   "manifest",
    "ping",   "poster",     "profile",    "src",         "srcset",   "usemap",   "xlink:href"};
constexpr std::array<std::string_view, 2> code_schemes = {"javascript", "vbscript"};

constexpr ByteSet space = ByteSet::of(" \t\n\r\f");
constexpr ByteSet time_and_space = space.with("0123456789.");

bool is_one_of(std::string_view name, std::span<const std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

}  // namespace

bool is_title_element(std::string_view element) { return is_one_of(element, title_elements); }
bool is_raw_element(std::string_view element) { return is_one_of(element, raw_elements); }
bool is_address_attribute(std::string_view attribute) { return is_one_of(attribute, address_attributes); }

bool is_code_attribute(std::string_view attribute) {
  return attribute.starts_with("on") || attribute == "style" || attribute == "srcdoc";
}

bool is_code_scheme(std::string_view scheme) { return is_one_of(to_lower_ascii(trim(scheme)), code_schemes); }

std::optional<std::string_view> refresh_address(std::string_view content) {
  const bool has_time = !trim(take_while(content, time_and_space)).empty();
  if (!content.starts_with(';') && !content.starts_with(',')) return std::nullopt;
  content.remove_prefix(1);
  take_while(content, space);
  const std::string_view without_name = content;
  if (starts_with_ignoring_case(content, "url")) {
    content.remove_prefix(3);
    take_while(content, space);
    if (content.starts_with('=')) {
      content.remove_prefix(1);
      take_while(content, space);
      if (content.starts_with('"') || content.starts_with('\'')) content.remove_prefix(1);
      return content;
    }
  }
  return has_time ? std::optional(without_name) : std::nullopt;
}

}  // namespace hindsight
