#include "adopt/owners.hpp"

#include <doctest/doctest.h>

namespace hindsight {
namespace {

std::string taken(std::string_view text) {
  const std::optional<OwnedText> owned = take_owner(text);
  return owned ? owned->owner + "|" + owned->text : "-";
}

}  // namespace

TEST_CASE("owners: initials, names, handles and teams, alone or several, without remarks") {
  CHECK(owner_named("RK") == "RK");
  CHECK(owner_named("RK - to think about for planning") == "RK");
  CHECK(owner_named("Gareth E:") == "Gareth E");
  CHECK(owner_named("Jamie, David & Raphaëlle") == "Jamie, David & Raphaëlle");
  CHECK(owner_named("@Joseph (Pepe) Kelly") == "Joseph (Pepe) Kelly");
  CHECK(owner_named("@kelly") == "@kelly");
  CHECK(owner_named("Storefront Team") == "Storefront Team");
}

TEST_CASE("owners: headings of groups and sentences are nobody") {
  for (const char* text : {"Short term", "Immediate", "Process", "Take to planning", "Monitoring", "TODO", "API",
                           "Improvements:", "What went well", "", "Add alerts for the queue"}) {
    CAPTURE(text);
    CHECK_FALSE(owner_named(text));
  }
}

TEST_CASE("owners: before and behind an item, where nothing else can be meant") {
  CHECK(taken("RK: look into it") == "RK|look into it");
  CHECK(taken("@ann to add alerts") == "@ann|add alerts");
  CHECK(taken("[AC] Add alerts") == "AC|Add alerts");
  CHECK(taken("Add alerts (RK)") == "RK|Add alerts");
  CHECK(taken("Add alerts - @ann, @bob") == "@ann, @bob|Add alerts");
  CHECK(taken("Add alerts (owner: Storefront)") == "Storefront|Add alerts");
  CHECK(taken("Add alerts (DNS)") == "-");
  CHECK(taken("API: add limits") == "-");
  CHECK(taken("Add alerts - again") == "-");
}

}  // namespace hindsight
