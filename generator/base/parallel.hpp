#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace hindsight {

/// Calls body(0) … body(count - 1) on up to `jobs` threads (0: one per core). The order of calls is not defined.
/// Throws Interrupted if the program was asked to stop.
void parallel_for(std::size_t count, int jobs, const std::function<void(std::size_t)>& body);

/// Applies `make` to each item; results keep the order of the items, whatever the number of threads.
template <class Item, class Make>
auto parallel_map(const std::vector<Item>& items, int jobs, const Make& make) {
  using Result = std::invoke_result_t<Make, const Item&>;
  std::vector<std::optional<Result>> slots(items.size());
  parallel_for(items.size(), jobs, [&](std::size_t index) { slots[index].emplace(make(items[index])); });
  std::vector<Result> results;
  results.reserve(slots.size());
  for (std::optional<Result>& slot : slots) results.push_back(std::move(*slot));
  return results;
}

}  // namespace hindsight
