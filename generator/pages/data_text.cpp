#include "pages/data_text.hpp"

#include <utility>

#include <nlohmann/json.hpp>

#include "base/escape.hpp"
#include "base/text.hpp"

namespace hindsight {

/// File names that are no UTF-8 get replacement characters.
std::string json_text(const nlohmann::ordered_json& json) {
  std::string text = json.dump(1, ' ', true, nlohmann::ordered_json::error_handler_t::replace);
  for (const auto& [character, escape] : {std::pair{"<", "\\u003c"}, {">", "\\u003e"}, {"&", "\\u0026"}}) {
    text = replace_all(std::move(text), character, escape);
  }
  return text + "\n";
}

void put_json_list(std::string_view site, Date built_on, std::string_view list, std::size_t count,
                   const std::function<void(std::size_t, JsonText&)>& write_element, const Put& put) {
  JsonText json(JsonText::Charset::ascii);
  json.begin_object().member("site", site).member("built_on", format_date(built_on)).key(list).begin_list();
  for (std::size_t index = 0; index < count; ++index) {
    json.new_line();
    write_element(index, json);
    json.put_piece(put);
  }
  json.new_line().end_list().end_object().new_line();
  put(json.take());
}

CsvText& CsvText::cell(std::string_view text) {
  if (!is_first_) text_ += ',';
  is_first_ = false;
  append_csv(text_, text);
  return *this;
}

CsvText& CsvText::end_line() {
  text_ += "\r\n";
  is_first_ = true;
  return *this;
}

std::optional<std::string> iso_of(const std::optional<Moment>& moment) {
  return moment ? std::optional(format_iso(*moment)) : std::nullopt;
}

std::optional<std::string> iso_of(const std::optional<Date>& date) {
  return date ? std::optional(format_date(*date)) : std::nullopt;
}

}  // namespace hindsight
