#pragma once

/// Stopping cleanly at SIGINT, SIGTERM and SIGHUP: the signal is only noted; the work asks at good moments whether to
/// stop, and unwinds.
namespace hindsight {

/// Thrown where work stops. Not an std::exception, so that nothing takes it for an error.
struct Interrupted {
  int signal = 0;
};

/// From now on the first such signal is noted. The second one ends the program at once. Signals that the program's
/// caller has it ignore stay ignored.
void note_interrupts();

/// Throws Interrupted if a signal came.
void check_interrupt();

}  // namespace hindsight
