#include "pages/data_text.hpp"

#include <utility>

#include <nlohmann/json.hpp>

#include "base/escape.hpp"
#include "base/text.hpp"

namespace hindsight {
namespace {

/// ASCII; file names that are no UTF-8 get replacement characters.
std::string dump(const nlohmann::ordered_json& json, int indent) {
  std::string text = json.dump(indent, ' ', true, nlohmann::ordered_json::error_handler_t::replace);
  for (const auto& [character, escape] : {std::pair{"<", "\\u003c"}, {">", "\\u003e"}, {"&", "\\u0026"}}) {
    text = replace_all(std::move(text), character, escape);
  }
  return text;
}

}  // namespace

std::string json_text(const nlohmann::ordered_json& json) { return dump(json, 1) + "\n"; }

std::string json_list_text(const nlohmann::ordered_json& head, std::string_view list, std::size_t count,
                           const std::function<nlohmann::ordered_json(std::size_t)>& element) {
  std::string text = dump(head, -1);
  text.pop_back();
  text.append(",\"").append(list).append("\":[");
  for (std::size_t index = 0; index < count; ++index) {
    text += index == 0 ? "\n" : ",\n";
    text += dump(element(index), -1);
  }
  text += "\n]}\n";
  return text;
}

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (const std::string& cell : cells) line += escape_csv(cell) + ",";
  line.pop_back();
  return line + "\r\n";
}

nlohmann::ordered_json text_or_null(const std::string& text) {
  return text.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(text);
}

nlohmann::ordered_json time_or_null(const std::optional<Moment>& moment) {
  return moment ? nlohmann::ordered_json(format_iso(*moment)) : nlohmann::ordered_json(nullptr);
}

nlohmann::ordered_json date_or_null(const std::optional<Date>& date) {
  return date ? nlohmann::ordered_json(format_date(*date)) : nlohmann::ordered_json(nullptr);
}

std::string date_or_empty(const std::optional<Date>& date) { return date ? format_date(*date) : ""; }

}  // namespace hindsight
