#include "adopt/event_words.hpp"

#include <doctest/doctest.h>

namespace hindsight {

TEST_CASE("event words: read at once as one by one") {
  for (const std::string_view text : {
           "",
           "Nothing of that kind",
           "Deployed version 5",
           "The API is down, errors everywhere",
           "An alert fired",
           "All is back to normal",
           "trying to restore the service",
           "did not recover",
           "Rolled back; restarted to fix it; all is back to normal",
           "users report that the deployment failed",
           "DETECTED: 5xx after the merge, RESOLVED by a restart",
           "paged\nthe on-call, n\xC3\xA4her betrachtet: broken",
       }) {
    CAPTURE(text);
    const EventWords words = read_event_words(text);
    CHECK(words.change == tells_change(text));
    CHECK(words.failure == tells_failure(text));
    CHECK(words.alarm == tells_alarm(text));
    CHECK(words.recovery == tells_recovery(text));
  }
}

}  // namespace hindsight
