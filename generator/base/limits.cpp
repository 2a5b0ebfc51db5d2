#include "base/limits.hpp"

#include "base/text.hpp"

namespace hindsight {
namespace {

std::string size(std::uintmax_t bytes) {
  constexpr std::uintmax_t mebibyte = 1u << 20;
  return bytes % mebibyte == 0 ? std::to_string(bytes / mebibyte) + " MiB" : std::to_string(bytes >> 10) + " KiB";
}

std::string number(std::uint64_t value) { return with_thousands(static_cast<long>(value)); }

}  // namespace

std::vector<LimitRow> limit_table() {
  constexpr std::string_view parser = "The Markdown parser would take minutes or gigabytes.";
  constexpr std::string_view memory =
      "Each can become a node of the document, kept in memory until its page is written.";
  const Limits limits;
  return {
      {"a postmortem, or site.yml", size(limits.file_bytes), "file_mb", "file-too-large",
       "All of it is parsed, indexed and sent to readers."},
      {"front matter", size(limit::front_matter_bytes), "", "file-too-large", "It is facts; long text is the body's."},
      {"nesting of front matter and site.yml", number(limit::yaml_depth) + " levels", "", "yaml-unsupported",
       "Nothing there needs more than three."},
      {"values in front matter or site.yml", number(limit::yaml_values), "", "yaml-unsupported",
       "A list without end is a log."},
      {"items of a list of terms, people, aliases or references", number(limit::list_items), "", "too-many-entries",
       "Each can become a page of its own."},
      {"terms of a vocabulary in site.yml", number(limit::vocabulary_terms), "", "too-many-entries",
       "Every name in a postmortem is compared with them."},
      {"timeline entries of a postmortem", number(limits.timeline_entries), "timeline_entries", "too-many-entries",
       "Nobody reads a log as a timeline."},
      {"action items of a postmortem", number(limits.action_items), "action_items", "too-many-entries",
       "Nobody does a thousand things."},
      {"an image or a drawing", size(limits.image_bytes), "image_mb", "asset-refused",
       "Readers of the page download it."},
      {"a line", size(limit::line_bytes), "", "markdown-limit", parser},
      {"text without a blank line, and the squares of all such together", size(limit::paragraph_bytes), "",
       "markdown-limit", parser},
      {"quote and list markers that open a line", number(limit::nested_markers), "", "markdown-limit", parser},
      {"indentation", number(limit::indent) + " blanks", "", "markdown-limit", parser},
      {"a table", number(limit::table_columns) + " columns, " + number(limit::table_cells) + " cells", "",
       "markdown-limit", parser},
      {"the longest link definition times the brackets", size(limit::definition_bytes), "", "markdown-limit", parser},
      {"lines with text, and their quote and list markers", number(limit::blocks), "", "markdown-limit", memory},
      {"opening brackets", number(limit::brackets), "", "markdown-limit", memory},
      {"characters that may open emphasis, code or HTML", number(limit::inlines), "", "markdown-limit", memory},
      {"headings", number(limit::headings), "", "markdown-limit", "Nobody finds their way among more."},
      {"links and images with a relative target", number(limit::local_links), "", "markdown-limit",
       "Each is looked up. Further ones are shown as text."},
      {"raw HTML elements in each other", number(limit::nested_html), "", "markdown-limit",
       "Browsers lay out deep nesting slowly or not at all. Inner tags are left out, their text is kept."},
  };
}

}  // namespace hindsight
