#include "pages/data_text.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace hindsight {

namespace {

std::string list_text(std::string_view site, std::string_view list, std::size_t count,
                      const std::function<void(std::size_t, JsonText&)>& write_element) {
  std::string text;
  put_json_list(site, Date(std::chrono::days(0)), list, count, write_element,
                [&](std::string_view piece) { text += piece; });
  return text;
}

}  // namespace

TEST_CASE("data files: a list has a line for each element, and nothing that means something in HTML") {
  const std::string text = list_text("A & B", "items", 2, [](std::size_t index, JsonText& json) {
    json.begin_object().member("n", index).member("text", "</script>").end_object();
  });
  CHECK(text ==
        "{\"site\":\"A \\u0026 B\",\"built_on\":\"1970-01-01\",\"items\":[\n"
        "{\"n\":0,\"text\":\"\\u003c/script\\u003e\"},\n"
        "{\"n\":1,\"text\":\"\\u003c/script\\u003e\"}\n]}\n");
  CHECK(nlohmann::json::parse(text)["items"][1]["text"] == "</script>");
  CHECK(nlohmann::json::parse(list_text("a", "none", 0, {}))["none"].empty());
}

}  // namespace hindsight
