#pragma once

#include <string_view>

/// What the words of a timeline's entry, or of a sentence, are about. General words of operations, no product's name.
namespace hindsight {

/// Somebody changed something: deployed, merged, upgraded, deleted, ran a migration.
bool tells_change(std::string_view text);

/// A change that undoes another or repairs: a rollback, a restart, a fix. It triggers nothing.
bool tells_repair(std::string_view text);

/// Something does not work: errors, down, unavailable, crash, timeouts.
bool tells_failure(std::string_view text);

/// Somebody wrote or called, and it does not say what did not work: "first report of the issue", "an email to support".
bool tells_mere_report(std::string_view text);

/// A machine or a person noticed: alert, page, reported, discovered.
bool tells_alarm(std::string_view text);

/// As above, by a person outside the team.
bool tells_user_report(std::string_view text);

/// It works again: restored, back to normal, resolved. Not: "trying to restore", "did not resolve".
bool tells_recovery(std::string_view text);

/// What an entry tells of, each as above.
struct EventWords {
  bool change = false;
  bool failure = false;
  bool alarm = false;
  bool recovery = false;
};

/// All of them in one pass over the text, for whoever asks for several.
EventWords read_event_words(std::string_view text);

/// Nothing is left to do: "closed the incident", "we can call this good".
bool tells_closure(std::string_view text);

/// Somebody took it: "acknowledged the page". Not: "begins looking".
bool tells_acknowledgement(std::string_view text);

}  // namespace hindsight
