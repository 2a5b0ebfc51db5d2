#pragma once

#include <string>
#include <string_view>

namespace hindsight {

/// Markup as values from which a script makes the same elements without a parser: text is a string, an element is
/// [name, {attribute: value}, child, …]. `html` is what a template made of a table's rows: attributes are quoted, tags
/// closed. Space between tags that holds a line feed is left out.
std::string elements_json(std::string_view html);

}  // namespace hindsight
