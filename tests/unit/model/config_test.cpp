#include "model/config.hpp"

#include <doctest/doctest.h>

namespace hindsight {

TEST_CASE("vocabularies: a term is found by name, title or alias, whatever case and separators") {
  const std::vector<TermDefinition> vocabulary = {
      {"configuration change", "Change of configuration", "", "", {"config-push"}, {}}};
  for (const char* text : {"configuration change", "Configuration-Change", "configuration_change",
                           "change of configuration", "CONFIG PUSH", " config-push "}) {
    CAPTURE(text);
    CHECK(find_definition(vocabulary, text) == &vocabulary[0]);
  }
  CHECK(find_definition(vocabulary, "configuration") == nullptr);
}

}  // namespace hindsight
