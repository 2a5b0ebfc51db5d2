#include "pages/data_text.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace hindsight {

TEST_CASE("data files: a list has a line for each element, and nothing that means something in HTML") {
  const Date day = Date(std::chrono::days(0));
  const std::string text = json_list_text("A & B", day, "items", 2, [](std::size_t index, JsonText& json) {
    json.begin_object().member("n", index).member("text", "</script>").end_object();
  });
  CHECK(text ==
        "{\"site\":\"A \\u0026 B\",\"built_on\":\"1970-01-01\",\"items\":[\n"
        "{\"n\":0,\"text\":\"\\u003c/script\\u003e\"},\n"
        "{\"n\":1,\"text\":\"\\u003c/script\\u003e\"}\n]}\n");
  CHECK(nlohmann::json::parse(text)["items"][1]["text"] == "</script>");
  CHECK(nlohmann::json::parse(json_list_text("a", day, "none", 0, {}))["none"].empty());
}

}  // namespace hindsight
