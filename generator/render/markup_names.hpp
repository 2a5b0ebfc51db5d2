#pragma once

#include <optional>
#include <string_view>

/// What names of elements and attributes mean to a browser, as far as values depend on it. All names in lower case.
namespace hindsight {

/// title and textarea: text in which tags mean nothing, but character references do.
bool is_title_element(std::string_view element);

/// script, style and the like: neither tags nor character references mean anything inside.
bool is_raw_element(std::string_view element);

/// Attributes that are scripts, styles or pages of their own.
bool is_code_attribute(std::string_view attribute);

/// Attributes that are an address, or several.
bool is_address_attribute(std::string_view attribute);

/// Schemes that run what follows.
bool is_code_scheme(std::string_view scheme);

/// The part of a <meta http-equiv="refresh">'s content where its address stands, if it has got that far: "5; url=…".
std::optional<std::string_view> refresh_address(std::string_view content);

}  // namespace hindsight
