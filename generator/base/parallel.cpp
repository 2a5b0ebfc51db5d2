#include "base/parallel.hpp"

#include <optional>
#include <stdexcept>
#include <string_view>

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#include "base/fatal.hpp"
#include "base/interrupt.hpp"

namespace hindsight {

namespace {

/// TBB reports a thread that it can't have as a plain runtime_error.
[[noreturn]] void rethrow(const std::runtime_error& error) {
  if (std::string_view(error.what()).starts_with("pthread_create")) {
    throw Fatal("can't start a thread: the memory or the number of threads is limited", "use --jobs 1");
  }
  throw;
}

}  // namespace

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
  const auto run = [&](std::size_t index) {
    check_interrupt();
    body(index);
  };
  try {
    arena.execute([&] { tbb::parallel_for(std::size_t{0}, count, run); });
  } catch (const Fatal&) {
    throw;
  } catch (const std::runtime_error& error) {
    rethrow(error);
  }
}

}  // namespace hindsight
