#pragma once

namespace hindsight {

/// Exit codes: 0 good, 1 content errors, 2 usage or environment, 3 a defect in Hindsight; 128 + n, by the signal
/// itself, if signal n stopped the program.

/// From now on nothing ends the program without a message.
void speak_at_every_end();

/// The exit code of a command that came to its end with `code`: a report that could not be written is none.
int finish(int code);

/// In a catch block: says what went wrong and gives the exit code.
int end_badly();

}  // namespace hindsight
