#include "pages/data_script.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace hindsight {

std::string data_script(std::string_view kind, std::size_t number, std::string_view json) {
  return fmt::format("hindsightData.take(\"{}\",{},{});\n", kind, number,
                     replace_all(std::string(json), "<", "\\u003c"));
}

}  // namespace hindsight
