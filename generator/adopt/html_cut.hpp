#pragma once

#include <optional>
#include <string_view>

#include "base/rich_text.hpp"

namespace hindsight {

/// The part of `range` (inlines that markdown/ wrote, in `html`) behind the first `text_bytes` bytes of its plain text.
/// nullopt if the cut would fall inside an element: what is left would not be well-formed.
std::optional<HtmlRange> cut_leading_text(std::string_view html, const HtmlRange& range, std::size_t text_bytes);

}  // namespace hindsight
