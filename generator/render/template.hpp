#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/text_buffer.hpp"
#include "render/name.hpp"
#include "render/view_data.hpp"

namespace hindsight {

/// A step in the making of a page.
struct TemplateNode {
  enum class Kind : std::uint8_t {
    text,     ///< from `begin` to `end` of the template's text
    html,     ///< the value `name`, escaped
    address,  ///< the same, as the beginning of an address
    xml,
    markup,   ///< the value as it is
    section,  ///< the nodes from here to `end`, once for each round of `name`
    include,  ///< the templates that fill `name`
  };

  Kind kind = Kind::text;
  NameId name = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A template, made ready for rendering: one flat list in which a section is followed by what is inside.
struct Template {
  std::vector<TemplateNode> nodes;
  std::string text;  ///< of all its text nodes, and a block behind it, for TextBuffer
};

/// The templates of a theme by their file names.
using Templates = std::unordered_map<NameId, Template>;

/// Appends what the template makes of a view.
void render_template(const Template& page_template, const ViewData& view, const Templates& templates, TextBuffer& page);

}  // namespace hindsight
