#include "pages/data_script.hpp"

#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"

namespace hindsight {

std::string data_script(std::string_view kind, std::size_t number, std::string_view json) {
  std::string text = replace_all(std::string(json), "<", "\\u003c");
  // Line ends to browsers that are older than JSON in scripts.
  text = replace_all(replace_all(std::move(text), "\u2028", "\\u2028"), "\u2029", "\\u2029");
  return fmt::format("hindsightData.take(\"{}\",{},{});\n", kind, number, text);
}

}  // namespace hindsight
