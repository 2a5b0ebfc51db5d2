#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

/// How data files are written down.
namespace hindsight {

/// ASCII, and without characters that mean something in HTML: the text is safe wherever somebody puts it.
std::string json_text(const nlohmann::ordered_json& json);

/// A line of RFC 4180 CSV.
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace hindsight
