#include "adopt/durations.hpp"

#include <doctest/doctest.h>

namespace hindsight {
namespace {

long minutes_in(std::string_view text) {
  const auto found = find_duration(text);
  return found ? found->length.count() / 60 : -1;
}

}  // namespace

TEST_CASE("durations: as people write them") {
  CHECK(minutes_in("3h 8m") == 188);
  CHECK(minutes_in("673h 34m") == 40414);
  CHECK(minutes_in("19 hours 43 minutes.") == 1183);
  CHECK(minutes_in("for 7 hours and 46 minutes") == 466);
  CHECK(minutes_in("1 h 13 m") == 73);
  CHECK(minutes_in("two and a half hours") == 150);
  CHECK(minutes_in("ninety minutes") == 90);
  CHECK(minutes_in("1:35 hours") == 95);
  CHECK(minutes_in("half an hour") == 30);
  CHECK(minutes_in("11 Days") == 15840);
}

TEST_CASE("durations: other lengths are none") {
  CHECK(minutes_in("28 minutes ago") == -1);
  CHECK(minutes_in("every 5 minutes") == -1);
  CHECK(minutes_in("[Start time - End time] ([Duration])") == -1);
  CHECK(minutes_in("12 users") == -1);
}

TEST_CASE("durations: about") {
  CHECK(find_duration("c. 3 hours")->approximate);
  CHECK(find_duration("about 35mins")->approximate);
  CHECK_FALSE(find_duration("for 35 minutes")->approximate);
}

}  // namespace hindsight
