#include "base/passes.hpp"

#include <sys/resource.h>
#include <utility>

namespace hindsight {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds between_looks(100);

std::chrono::duration<double> seconds_of(const timeval& time) {
  return std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_usec);
}

rusage usage_so_far() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage;
}

std::chrono::duration<double> cpu_so_far() {
  const rusage usage = usage_so_far();
  return seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
}

}  // namespace

void Passes::begin(std::string name, std::string unit, std::size_t items) {
  end();
  running_ = {};
  running_.name = std::move(name);
  running_.unit = std::move(unit);
  running_.items = items;
  done_ = 0;
  bytes_ = 0;
  began_ = Clock::now();
  cpu_before_ = cpu_so_far();
  is_running_ = true;
}

void Passes::end() {
  if (!is_running_) return;
  is_running_ = false;
  passes_.push_back(snapshot());
}

void Passes::advance(std::size_t bytes) {
  done_.fetch_add(1, std::memory_order_relaxed);
  bytes_.fetch_add(bytes, std::memory_order_relaxed);
  if (!watcher_) return;
  const Clock::rep now = Clock::now().time_since_epoch().count();
  if (now < next_look_.load(std::memory_order_relaxed)) return;
  const std::unique_lock lock(watching_, std::try_to_lock);
  if (!lock) return;
  next_look_ = now + std::chrono::duration_cast<Clock::duration>(between_looks).count();
  watcher_(snapshot());
}

Passes::Pass Passes::snapshot() const {
  constexpr std::size_t kilobyte = 1024;
  Pass pass = running_;
  pass.done = done_;
  pass.bytes = bytes_;
  pass.wall = Clock::now() - began_;
  pass.cpu = cpu_so_far() - cpu_before_;
  pass.peak = static_cast<std::size_t>(usage_so_far().ru_maxrss) * kilobyte;
  return pass;
}

}  // namespace hindsight
