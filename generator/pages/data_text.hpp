#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/json_text.hpp"
#include "base/time.hpp"

/// How data files are written down.
namespace hindsight {

/// ASCII, and without characters that mean something in HTML: the text is safe wherever somebody puts it.
std::string json_text(const nlohmann::ordered_json& json);

/// What a data file says of its site, and a list of `count` elements, each written in a line of its own.
void put_json_list(std::string_view site, Date built_on, std::string_view list, std::size_t count,
                   const std::function<void(std::size_t, JsonText&)>& write_element, const Put& put);

std::optional<std::string> iso_of(const std::optional<Moment>& moment);
std::optional<std::string> iso_of(const std::optional<Date>& date);
std::string date_or_empty(const std::optional<Date>& date);

/// A line of RFC 4180 CSV.
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace hindsight
