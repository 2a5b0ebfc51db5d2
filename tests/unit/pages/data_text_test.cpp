#include "pages/data_text.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace hindsight {

TEST_CASE("data files: a list has a line for each element, and nothing that means something in HTML") {
  const std::string text = json_list_text({{"site", "A & B"}}, "items", 2, [](std::size_t index) {
    return nlohmann::ordered_json{{"n", index}, {"text", "</script>"}};
  });
  CHECK(text ==
        "{\"site\":\"A \\u0026 B\",\"items\":[\n"
        "{\"n\":0,\"text\":\"\\u003c/script\\u003e\"},\n"
        "{\"n\":1,\"text\":\"\\u003c/script\\u003e\"}\n]}\n");
  CHECK(nlohmann::json::parse(text)["items"][1]["text"] == "</script>");
  CHECK(nlohmann::json::parse(json_list_text({{"a", 1}}, "none", 0, {}))["none"].empty());
}

}  // namespace hindsight
