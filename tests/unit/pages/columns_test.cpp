#include "pages/columns.hpp"

#include <doctest/doctest.h>

namespace hindsight {

TEST_CASE("columns: a character a row, the commonest set first") {
  const Column column{{{"api", "API"}, {"web", "Web \"shop\""}}, {{1}, {0, 1}, {}}, {0, 1, 0, 2}};
  CHECK(column_json(column) ==
        R"({"names":[["api","API"],["web","Web \"shop\""]],"sets":[[1],[],[0,1]],"keys":"#$%","of":"#%#$"})");
  CHECK(column_json({}) == R"({"names":[],"sets":[],"keys":"","of":""})");
}

TEST_CASE("columns: a set that no row has is left out") {
  CHECK(column_json(single_column({{"yes", "Yes"}, {"maybe", "Maybe"}, {"no", "No"}}, {2, 2, 0})) ==
        R"({"names":[["yes","Yes"],["maybe","Maybe"],["no","No"]],"sets":[[2],[0]],"keys":"#$","of":"##$"})");
}

TEST_CASE("columns: keys need no escape, and there are many") {
  std::vector<std::pair<std::string, std::string>> names;
  std::vector<std::size_t> of;
  for (std::size_t i = 0; i < 3000; ++i) {
    names.emplace_back(std::to_string(i), "");
    of.push_back(i);
  }
  const std::string json = column_json(single_column(names, of));
  const std::string keys = json.substr(json.find("\"keys\":\"") + 8);
  CHECK(keys.substr(0, keys.find('"')).find_first_of("\\<\x7f") == std::string::npos);
}

TEST_CASE("columns: more sets than characters are numbered") {
  std::vector<std::pair<std::string, std::string>> names;
  std::vector<std::size_t> of;
  for (std::size_t i = 0; i < 60'000; ++i) {
    names.emplace_back("a", "");
    of.push_back(i);
  }
  CHECK(column_json(single_column(names, of)).ends_with(",59998,59999]}"));
}

TEST_CASE("columns: days are steps and how many rows are of each") {
  const Date day{std::chrono::days(20000)};
  CHECK(days_json({}) == "[]");
  CHECK(days_json({std::nullopt, day, day, day + std::chrono::days(3)}) == "[[null,1],[20000,2],[3,1]]");
}

}  // namespace hindsight
