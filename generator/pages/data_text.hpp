#pragma once

#include <concepts>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <nlohmann/json_fwd.hpp>

#include "base/json_text.hpp"
#include "base/pieces.hpp"
#include "base/text_buffer.hpp"
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

/// Lines of RFC 4180 CSV, written cell by cell.
class CsvText {
 public:
  CsvText& cell(std::string_view text);
  CsvText& cell(std::integral auto number) { return cell(std::to_string(number)); }

  /// Empty for none.
  template <typename Value>
  CsvText& cell(const std::optional<Value>& value_or_none) {
    return value_or_none ? cell(*value_or_none) : cell(std::string_view());
  }

  CsvText& end_line();

  std::string take() { return text_.take(); }

  /// Hands out what is there so far, if that is enough for a piece.
  void put_piece(const Put& put) { text_.put_piece(put); }

 private:
  TextBuffer text_;
  bool is_first_ = true;  ///< of its line
};

}  // namespace hindsight
