#include "adopt/time_words.hpp"

#include <string>

#include <doctest/doctest.h>

namespace hindsight {
namespace {

/// A time as "date clock–until zone half".
std::string shown(const ReadTime& read) {
  const auto clock = [](const std::optional<seconds>& time) { return time ? format_clock(Instant(*time)) : "--:--"; };
  std::string text = read.time.date ? format_date(*read.time.date) + " " : "";
  text += (read.time.approximate ? "~" : "") + clock(read.time.clock);
  if (read.until) text += "–" + clock(read.until->clock);
  return text + (read.time.zone ? " " + read.time.zone->name() : "");
}

std::string leading(std::string_view text, const DateHints& hints = {}) {
  const auto time = read_leading_time(text, hints);
  return time ? shown(time->read) + "|" + std::string(text.substr(time->length)) : "none";
}

std::string all_times(std::string_view text, const DateHints& hints = {}) {
  std::string result;
  for (const FoundTime& found : find_times(text, hints)) result += (result.empty() ? "" : "; ") + shown(found.read);
  return result;
}

}  // namespace

TEST_CASE("leading times: clocks of all forms") {
  CHECK(leading("9:05 it") == "09:05|it");
  CHECK(leading("09.05 it") == "09:05|it");
  CHECK(leading("9:05 PM - it") == "21:05|it");
  CHECK(leading("9pm: it") == "21:00|it");
  CHECK(leading("14h30 it") == "14:30|it");
  CHECK(leading("009:38 it") == "09:38|it");
  CHECK(leading("17:14pm it") == "17:14|it");
  CHECK(leading("[14:05 UTC] it") == "14:05 UTC|it");
  CHECK(leading("At 14:05, it") == "14:05|it");
  CHECK(leading("~2025-03-03 19:30 it") == "2025-03-03 ~19:30|it");
  CHECK(leading("2019-12-03 --:-- it") == "2019-12-03 --:--|it");
  CHECK(leading("404 errors") == "none");
  CHECK(leading("1.5.2 is out") == "none");
  CHECK(leading("95.50% of requests") == "none");
}

TEST_CASE("leading times: ranges share what only one end says") {
  CHECK(leading("09:10 - 09:26 it") == "09:10–09:26|it");
  CHECK(leading("19.20, 19.27 it") == "19:20–19:27|it");
  CHECK(leading("1:10 to 2:30 PM it") == "13:10–14:30|it");
  CHECK(leading("11:30 to 1:00 PM it") == "11:30–13:00|it");
}

TEST_CASE("leading times: relative ones count from the first event") {
  CHECK(read_leading_time("T+5m: alert")->read.is_relative);
  CHECK(*read_leading_time("T+1h 10m alert")->read.time.clock == seconds(4200));
  CHECK(*read_leading_time("T0 it begins")->read.time.clock == seconds(0));
  CHECK_FALSE(read_leading_time("Ticket 12"));
}

TEST_CASE("dates: a year from elsewhere, slashes only where they can be told") {
  CHECK(all_times("on June 13") == "");
  CHECK(all_times("on June 13", {2024, std::nullopt}) == "2024-06-13 --:--");
  CHECK(all_times("we may 10 times", {2024, std::nullopt}) == "");
  CHECK(all_times("on 13/06/2024") == "2024-06-13 --:--");
  CHECK(all_times("on 04/06/2026") == "");
  CHECK(all_times("on 04/06/2026", {std::nullopt, scan_date("2026-04-06")}) == "2026-04-06 --:--");
  CHECK(all_times("2025‑05‑20") == "2025-05-20 --:--");
}

TEST_CASE("dates: texts that may hold a whole one") {
  for (const char* text : {"2024-05-02", "on Oct 15, 2024", "15.10.2024", "4/6/26", "04-06-26", "28 January 1999"}) {
    CHECK(may_hold_whole_date(text));
    CHECK(find_date(text, {std::nullopt, scan_date("2026-04-06")}));
  }
  for (const char* text : {"", "no number", "June 13", "14:02", "pid 3408", "10-15 min", "1.5.2", "12345", "20 of 24"})
    CHECK_FALSE(may_hold_whole_date(text));
}

TEST_CASE("times in sentences: dates before and behind, ranges, no versions") {
  CHECK(all_times("down between 09:29 and 10:00 UTC") == "09:29–10:00 UTC");
  CHECK(all_times("from 10:00 AM to 12:00 PM (UTC) on June 7, 2024") == "2024-06-07 10:00–12:00 UTC");
  CHECK(all_times("On February 4th, 2024 at 8:04 p.m. it broke") == "2024-02-04 20:04");
  CHECK(all_times("from 2021-06-08 - 09:47 UTC until 2021-06-08 - 11:38 UTC") == "2021-06-08 09:47–11:38 UTC");
  CHECK(all_times("version 3.15 on port 8080:80, ratio 16:9, v1:23") == "");
}

}  // namespace hindsight
