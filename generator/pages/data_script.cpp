#include "pages/data_script.hpp"

#include "base/byte_run.hpp"

namespace hindsight {
namespace {

constexpr auto is_odd = [](auto c) { return (c == '<') | (c == 0xE2); };

/// With escapes for what could end a script, and for line ends to browsers that are older than JSON in scripts.
void append_script_safe(std::string& out, std::string_view json) {
  while (true) {
    out += take_plain(json, is_odd);
    if (json.empty()) return;
    std::size_t length = 1;
    if (json.front() == '<') {
      out += "\\u003c";
    } else if (json.starts_with("\u2028") || json.starts_with("\u2029")) {
      length = 3;
      out += json[2] == '\xA8' ? "\\u2028" : "\\u2029";
    } else {
      out += json.front();
    }
    json.remove_prefix(length);
  }
}

}  // namespace

std::string data_script_start(std::string_view kind, std::size_t number) {
  std::string text = "hindsightData.take(\"";
  return text.append(kind).append("\",").append(std::to_string(number)).append(",");
}

std::string data_script(std::string_view kind, std::size_t number, std::string_view json) {
  std::string text = data_script_start(kind, number);
  text.reserve(text.size() + json.size() + json.size() / 64 + data_script_end.size());
  append_script_safe(text, json);
  return text.append(data_script_end);
}

}  // namespace hindsight
