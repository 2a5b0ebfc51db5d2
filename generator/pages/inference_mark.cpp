#include "pages/inference_mark.hpp"

#include <fmt/format.h>

namespace hindsight {

void add_inference_mark(View& fact, const Evidence& evidence, const std::string& quality_url) {
  const std::string where = evidence.line == 0 ? "the file's name" : fmt::format("line {}", evidence.line);
  fact.add("inferred")
      .set("url", quality_url)
      .set("word", evidence.confidence == Confidence::guessed ? "guessed" : "inferred")
      .set("evidence", fmt::format("{}, {}: “{}”", where, evidence.rule, evidence.quote));
}

}  // namespace hindsight
