#include "cli/ending.hpp"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <iostream>
#include <new>
#include <string_view>
#include <system_error>
#include <unistd.h>

#include "base/fatal.hpp"
#include "base/interrupt.hpp"
#include "cli/report.hpp"

namespace hindsight {
namespace {

void say(std::string_view message, std::string_view hint) {
  std::cerr << "hindsight: " << safe_for_terminal(message) << '\n';
  if (!hint.empty()) std::cerr << "    hint: " << safe_for_terminal(hint) << '\n';
}

/// Ends as the signal would have ended the program, so that whoever called it knows.
int end_by(int signal) {
  std::cerr << "hindsight: stopped by "
            << (signal == SIGINT    ? "SIGINT"
                : signal == SIGTERM ? "SIGTERM"
                                    : "SIGHUP")
            << '\n';
  std::signal(signal, SIG_DFL);
  std::raise(signal);
  return 128 + signal;
}

/// An exception where none may leave: in a destructor, a thread of a library.
[[noreturn]] void end_at_once() {
  if (std::current_exception() != nullptr) std::_Exit(end_badly());
  std::abort();
}

/// jemalloc crashes where it gets no memory for a thread's cache, and libstdc++ aborts where it gets none for an
/// exception. What is safe in a signal handler, no more; then the signal does what it does without one.
void say_crash(int signal) {
  static constexpr std::string_view message =
      "hindsight: crashed: out of memory, or a defect; please report a defect\n"
      "    hint: free memory, or use fewer --jobs\n";
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, message.data(), message.size());
  std::raise(signal);
}

/// A sanitizer that handles the signal already knows more.
void speak_at_crash(int signal) {
  struct sigaction action = {};
  if (sigaction(signal, nullptr, &action) != 0 || action.sa_handler != SIG_DFL) return;
  action.sa_handler = say_crash;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigaction(signal, &action, nullptr);
}

}  // namespace

void speak_at_every_end() {
  std::set_terminate(end_at_once);
  for (const int signal : {SIGSEGV, SIGBUS, SIGABRT}) speak_at_crash(signal);
}

int finish(int code) {
  if (std::cout.flush()) return code;
  say(std::string("can't write to standard output: ") + std::strerror(errno), "");
  return 2;
}

int end_badly() {
  try {
    throw;
  } catch (const Interrupted& interrupted) {
    return end_by(interrupted.signal);
  } catch (const Fatal& error) {
    say(error.what(), error.hint);
    return 2;
  } catch (const std::bad_alloc&) {
    std::cerr << "hindsight: out of memory\n    hint: free memory, or use fewer --jobs\n";
    return 2;
  } catch (const std::system_error& error) {
    say(error.what(), "the system refused something that Hindsight needs");
    return 2;
  } catch (const std::exception& error) {
    std::cerr << "hindsight: defect: " << safe_for_terminal(error.what()) << "; please report it\n";
    return 3;
  }
}

}  // namespace hindsight
