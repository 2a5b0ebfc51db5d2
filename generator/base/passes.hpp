#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

namespace hindsight {

/// What a build does one after the other, each with what it cost: for --timings, and for whoever waits.
class Passes {
 public:
  struct Pass {
    std::string name;
    std::string unit;  ///< what is counted: "documents"
    std::size_t items = 0;
    std::size_t done = 0;
    std::size_t bytes = 0;                 ///< read or written, as the pass has it
    std::chrono::duration<double> wall{};  ///< seconds
    std::chrono::duration<double> cpu{};   ///< seconds of all threads
    std::size_t peak = 0;                  ///< bytes: the largest the process has been up to the pass's end
  };

  /// Called now and then, on any thread but never on two at once, with a pass that is running.
  using Watcher = std::function<void(const Pass&)>;

  Passes() = default;
  explicit Passes(Watcher watcher) : watcher_(std::move(watcher)) {}

  /// Ends the pass before, if any.
  void begin(std::string name, std::string unit, std::size_t items);
  void end();

  /// One item of the pass is done. Safe to call from several threads.
  void advance(std::size_t bytes = 0);

  const std::vector<Pass>& all() const { return passes_; }  ///< those that have ended

 private:
  Pass snapshot() const;

  Watcher watcher_;
  std::vector<Pass> passes_;
  bool is_running_ = false;
  Pass running_;
  std::chrono::steady_clock::time_point began_;
  std::chrono::duration<double> cpu_before_{};
  std::atomic<std::size_t> done_ = 0;
  std::atomic<std::size_t> bytes_ = 0;
  std::mutex watching_;
  std::atomic<std::chrono::steady_clock::rep> next_look_ = 0;
};

}  // namespace hindsight
