#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hindsight {

/// A classic script that hands a value to theme/js/data.js, because nothing else can be loaded from file://. Nothing in
/// it can end a script element.
std::string data_script(std::string_view kind, std::size_t number, std::string_view json);

/// The same for {"version": …, "value": …}: a piece that says which index it is of.
std::string versioned_script(std::string_view kind, std::size_t number, std::string_view version,
                             std::string_view json);

}  // namespace hindsight
