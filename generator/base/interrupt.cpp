#include "base/interrupt.hpp"

#include <atomic>
#include <csignal>

namespace hindsight {
namespace {

// The one thing that a signal handler may touch.
std::atomic<int> noted_signal = 0;
static_assert(std::atomic<int>::is_always_lock_free);

void note(int signal) { noted_signal = signal; }

}  // namespace

void note_interrupts() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction action {};
    sigaction(signal, nullptr, &action);
    if (action.sa_handler == SIG_IGN) continue;
    action.sa_handler = note;
    action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
    sigemptyset(&action.sa_mask);
    sigaction(signal, &action, nullptr);
  }
}

void check_interrupt() {
  if (const int signal = noted_signal; signal != 0) throw Interrupted{signal};
}

}  // namespace hindsight
