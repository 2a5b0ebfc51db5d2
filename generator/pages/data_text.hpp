#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/time.hpp"

/// How data files are written down.
namespace hindsight {

/// ASCII, and without characters that mean something in HTML: the text is safe wherever somebody puts it.
std::string json_text(const nlohmann::ordered_json& json);

/// `head` with one more member, a list of `count` elements, each made when its turn comes and written in a line of its
/// own: the whole is never in memory as a tree.
std::string json_list_text(const nlohmann::ordered_json& head, std::string_view list, std::size_t count,
                           const std::function<nlohmann::ordered_json(std::size_t)>& element);

nlohmann::ordered_json text_or_null(const std::string& text);
nlohmann::ordered_json time_or_null(const std::optional<Moment>& moment);
nlohmann::ordered_json date_or_null(const std::optional<Date>& date);
std::string date_or_empty(const std::optional<Date>& date);

/// A line of RFC 4180 CSV.
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace hindsight
