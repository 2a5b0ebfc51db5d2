#include "pages/data_text.hpp"

#include <utility>

#include <nlohmann/json.hpp>

#include "base/escape.hpp"
#include "base/text.hpp"

namespace hindsight {

namespace {

std::string without_markup(std::string text) {
  for (const auto& [character, escape] : {std::pair{"<", "\\u003c"}, {">", "\\u003e"}, {"&", "\\u0026"}}) {
    text = replace_all(std::move(text), character, escape);
  }
  return text;
}

}  // namespace

std::string json_text(const nlohmann::ordered_json& json) { return without_markup(json.dump(1, ' ', true) + "\n"); }

std::string json_list_text(const nlohmann::ordered_json& head, std::string_view list, std::size_t count,
                           const std::function<nlohmann::ordered_json(std::size_t)>& element) {
  std::string text = without_markup(head.dump(-1, ' ', true));
  text.pop_back();
  text.append(",\"").append(list).append("\":[");
  for (std::size_t index = 0; index < count; ++index) {
    text += index == 0 ? "\n" : ",\n";
    text += without_markup(element(index).dump(-1, ' ', true));
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
