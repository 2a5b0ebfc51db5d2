#include "base/json_text.hpp"

#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "base/unicode.hpp"

namespace hindsight {

TEST_CASE("JSON text: commas stand between the parts of objects and lists, and nowhere else") {
  JsonText json;
  json.begin_object().member("a", 1).key("b").begin_list().end_list().key("c").begin_object().end_object();
  json.key("d").list(std::vector<std::string>{"x", "y"}).member("e", true).member("f", std::optional<int>());
  json.key("g").begin_list().begin_list().value(-1).end_list().null().end_list().end_object();
  CHECK(json.take() == R"({"a":1,"b":[],"c":{},"d":["x","y"],"e":true,"f":null,"g":[[-1],null]})");
}

TEST_CASE("JSON text: any text reads back, and holds nothing that means something in HTML") {
  std::string text = "\u2028\u2029\u20ac </script> & \"quotes\" \\ \x7f \U0001F600";
  for (char c = 1; c < 0x20; ++c) text += c;
  JsonText ascii(JsonText::Charset::ascii);
  ascii.value(text);
  const std::string escaped = ascii.take();
  CHECK(nlohmann::json::parse(escaped).get<std::string>() == text);
  CHECK(is_ascii(escaped));
  CHECK(escaped.find_first_of("<>&") == std::string::npos);
  JsonText json;
  json.value(text);
  const std::string written = json.take();
  CHECK(nlohmann::json::parse(written).get<std::string>() == text);
  CHECK(written.find_first_of("<>&\n") == std::string::npos);
  CHECK(written.find("\u2028") == std::string::npos);
  CHECK(written.find("\u20ac") != std::string::npos);
}

TEST_CASE("JSON strings are those of JSON.stringify") {
  std::string json;
  append_json_string(json, "a\"\\\n\x01</\u2028");
  CHECK(json == "\"a\\\"\\\\\\n\\u0001</\u2028\"");
}

TEST_CASE("strings for scripts are the same without what ends one, or a line of it") {
  std::string json;
  append_script_string(json, "a\"\n</\u2028\u2029\u20ac&>");
  CHECK(json == "\"a\\\"\\n\\u003c/\\u2028\\u2029\u20ac&>\"");
}

}  // namespace hindsight
