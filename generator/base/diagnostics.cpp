#include "base/diagnostics.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace hindsight {

void Diagnostics::add(Rule rule, Location location, std::string found, std::string wanted, std::string hint) {
  items_.push_back(
      {rule, std::move(location), std::move(found), std::move(wanted), std::move(hint), rule_info(rule).level});
}

void Diagnostics::append(Diagnostics&& other) {
  std::move(other.items_.begin(), other.items_.end(), std::back_inserter(items_));
  other.items_.clear();
}

void Diagnostics::set_levels(const RuleLevels& levels) {
  std::erase_if(items_, [&](const Diagnostic& item) {
    const auto found = levels.find(item.rule);
    return found != levels.end() && !found->second;
  });
  for (Diagnostic& item : items_) {
    const auto found = levels.find(item.rule);
    if (found != levels.end()) item.level = *found->second;
  }
}

void Diagnostics::make_strict() {
  for (Diagnostic& item : items_) {
    if (item.level == Level::warning) item.level = Level::error;
  }
}

void Diagnostics::sort() {
  const auto key = [](const Diagnostic& item) { return std::tie(item.location, item.rule, item.found); };
  std::ranges::stable_sort(items_, [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
  const auto same = [&](const Diagnostic& a, const Diagnostic& b) { return key(a) == key(b); };
  items_.erase(std::unique(items_.begin(), items_.end(), same), items_.end());
}

int Diagnostics::count(Level level) const {
  return static_cast<int>(std::ranges::count(items_, level, &Diagnostic::level));
}

}  // namespace hindsight
