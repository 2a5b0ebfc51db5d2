#include "model/ticket.hpp"

#include <doctest/doctest.h>

namespace hindsight {

TEST_CASE("tickets: forges and trackers get the short form that people use") {
  CHECK(ticket_at("https://github.com/o/r/issues/12", "Issue").label == "o/r#12");
  CHECK(ticket_at("https://github.com/o/r/pull/12#discussion_r1", "").label == "o/r#12");
  CHECK(ticket_at("https://gitlab.example.org/g/p/-/merge_requests/7", "").label == "g/p!7");
  CHECK(ticket_at("https://jira.example.org/browse/TIS21-6637", "").label == "TIS21-6637");
}

TEST_CASE("tickets: else the text of the link, else the host") {
  CHECK(ticket_at("https://chat.example.org/archives/1", "the thread").label == "the thread");
  CHECK(ticket_at("https://chat.example.org/archives/1", "https://chat.example.org/archives/1").label ==
        "chat.example.org");
  CHECK(ticket_at("https://chat.example.org", "").label == "chat.example.org");
}

}  // namespace hindsight
