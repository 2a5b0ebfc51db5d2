#pragma once

#include <cstddef>
#include <functional>
#include <type_traits>
#include <utility>
#include <vector>

namespace hindsight {

/// Calls body(0) … body(count - 1) on up to `jobs` threads (0: one per core). The order of calls is not defined.
/// Throws Interrupted if the program was asked to stop.
void parallel_for(std::size_t count, int jobs, const std::function<void(std::size_t)>& body);

/// Applies `make` to each item; results keep the order of the items, whatever the number of threads. A result must have
/// a default: each is made in its place, so that there is never a second copy of all of them.
template <class Item, class Make>
auto parallel_map(const std::vector<Item>& items, int jobs, const Make& make) {
  std::vector<std::invoke_result_t<Make, const Item&>> results(items.size());
  parallel_for(items.size(), jobs, [&](std::size_t index) { results[index] = make(items[index]); });
  return results;
}

}  // namespace hindsight
