#pragma once

#include <string_view>

#include "base/text_buffer.hpp"

/// What the places of a template do to values.
namespace hindsight {

/// For text and quoted attributes: & < > " ' become character references, line ends and tabs become spaces.
void append_html_value(TextBuffer& page, std::string_view text);

/// For the beginning of an address in a quoted attribute: "#" instead of one that is neither relative nor of the web.
void append_address_value(TextBuffer& page, std::string_view address);

/// For XML: & < > " ' become character references, control characters that XML does not allow become spaces.
void append_xml_value(TextBuffer& page, std::string_view text);

}  // namespace hindsight
