#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hindsight {

/// A piece of raw HTML in Markdown: a tag, or the text between two.
struct HtmlPiece {
  enum class Kind { text, open_tag, close_tag };

  Kind kind = Kind::text;
  std::string name;                                             ///< tags, in lower case
  std::string source;                                           ///< text: decoded; tags: as written
  std::vector<std::pair<std::string, std::string>> attributes;  ///< name in lower case, value decoded; first wins

  std::string_view attribute(std::string_view attribute_name) const;  ///< "" if absent
};

/// Cuts raw HTML into tags and text. Comments vanish. What looks like a tag and is not well-formed is text. Not an HTML
/// parser: it never decides what is inside what.
std::vector<HtmlPiece> cut_html(std::string_view html);

/// What becomes of a tag. This is the allow-list: nothing that is not named here gets into a page as HTML.
enum class TagRule {
  keep_inline,  ///< written anew without attributes
  keep_block,   ///< the same, between blocks
  line_break,   ///< br
  link,         ///< a: rebuilt from a checked href
  image,        ///< img: rebuilt from a checked src and alt
  drop,         ///< structure without meaning for us: the tag goes, its content stays
  show,         ///< everything else: shown as text
};

/// An element that raw HTML may have, what of it gets into a page, and why.
struct AllowedTag {
  std::string_view name;
  TagRule rule;
  std::string_view attributes;  ///< those that are looked at; all others go
  std::string_view why;
};

/// The allow-list, as docs/allow-list.md prints it.
std::span<const AllowedTag> allowed_tags();

TagRule tag_rule(std::string_view name);

}  // namespace hindsight
