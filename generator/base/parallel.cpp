#include "base/parallel.hpp"

#include <optional>

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#include "base/interrupt.hpp"

namespace hindsight {

void parallel_for(std::size_t count, int jobs, const std::function<void(std::size_t)>& body) {
  if (jobs == 1) {
    for (std::size_t index = 0; index < count; ++index) {
      check_interrupt();
      body(index);
    }
    return;
  }
  // Without this, more threads than cores are refused.
  std::optional<tbb::global_control> limit;
  if (jobs > 0) limit.emplace(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(jobs));
  tbb::task_arena arena(jobs == 0 ? tbb::task_arena::automatic : jobs);
  arena.execute([&] {
    tbb::parallel_for(std::size_t{0}, count, [&](std::size_t index) {
      check_interrupt();
      body(index);
    });
  });
}

}  // namespace hindsight
