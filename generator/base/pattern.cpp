#include "base/pattern.hpp"

#include <re2/re2.h>

namespace hindsight {
namespace {

RE2::Options quiet() {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(1 << 20);
  return options;
}

}  // namespace

std::optional<std::string> problem_of_pattern(std::string_view expression) {
  const RE2 compiled(expression, quiet());
  return compiled.ok() ? std::nullopt : std::optional(compiled.error());
}

std::optional<std::string> find_pattern(std::string_view text, std::string_view expression) {
  const RE2 compiled("(?:^|\\W)(" + std::string(expression) + ")(?:\\W|$)", quiet());
  std::string found;
  if (!compiled.ok() || !RE2::PartialMatch(text, compiled, &found) || found.empty()) return std::nullopt;
  return found;
}

}  // namespace hindsight
