#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hindsight {

/// A classic script that hands a value to theme/js/data.js, because nothing else can be loaded from file://. Nothing in
/// it can end a script element.
std::string data_script(std::string_view kind, std::size_t number, std::string_view json);

/// What stands before and behind the value, for one that is safe as it is: see JsonText.
std::string data_script_start(std::string_view kind, std::size_t number);
inline constexpr std::string_view data_script_end = ");\n";

}  // namespace hindsight
