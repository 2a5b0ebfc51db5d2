#pragma once

#include <string_view>

namespace hindsight {

/// Whether an SVG image holds nothing but shapes and text: only elements and attributes of a list, no script, no event,
/// no style sheet, no address other than its own fragments, no entity, no encoding but UTF-8.
bool is_harmless_svg(std::string_view svg);

}  // namespace hindsight
