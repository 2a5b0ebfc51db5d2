#include "base/time.hpp"

#include <doctest/doctest.h>

namespace hindsight {
namespace {

TimeZone zone(std::string_view name) {
  const std::optional<TimeZone> found = TimeZone::find(name);
  REQUIRE(found);
  return *found;
}

/// The instant of a written time in UTC, as text; "" if it can't be read, "gap" if it never was.
std::string iso(std::string_view text, std::string_view zone_name = "UTC") {
  const ScannedTime scanned = scan_time(text);
  if (!scanned.time || !scanned.time->date) return "";
  const Resolution resolution = resolve(*scanned.time, zone(zone_name));
  return resolution.moment ? format_iso(*resolution.moment) : "gap";
}

Moment moment(std::string_view text) { return *resolve(*scan_time(text).time, TimeZone()).moment; }

}  // namespace

TEST_CASE("times: RFC 3339 with optional seconds, fraction and offset, T or space") {
  CHECK(iso("2025-03-04T14:02:03Z") == "2025-03-04T14:02:03Z");
  CHECK(iso("2025-03-04 14:02") == "2025-03-04T14:02:00Z");
  CHECK(iso("2025-03-04t14:02:03.999+01:00") == "2025-03-04T13:02:03Z");
  CHECK(iso("2025-03-04 14:02 -0730") == "2025-03-04T21:32:00Z");
  CHECK(iso("2025-03-04 14:02 UTC", "Europe/Berlin") == "2025-03-04T14:02:00Z");
}

TEST_CASE("times: a zone named behind the time wins over the default zone") {
  CHECK(iso("2025-07-04 14:02 America/New_York", "Europe/Berlin") == "2025-07-04T18:02:00Z");
}

TEST_CASE("times: without an offset the default zone counts, with its summer time") {
  CHECK(iso("2025-01-15 12:00", "Europe/Berlin") == "2025-01-15T11:00:00Z");
  CHECK(iso("2025-07-15 12:00", "Europe/Berlin") == "2025-07-15T10:00:00Z");
}

TEST_CASE("times: a date alone is a day, not midnight") {
  const Moment day = moment("2025-03-04");
  CHECK(day.precision == Precision::day);
  CHECK(format_time(day) == "2025-03-04");
  CHECK(format_iso(day) == "2025-03-04");
}

TEST_CASE("times: ~ means approximate") {
  CHECK(moment("~2025-03-04 14:00Z").approximate);
  CHECK(format_time(moment("~2025-03-04 14:00Z")) == "~2025-03-04 14:00 UTC");
}

TEST_CASE("times: seconds are printed where they were written, and years have four digits at least") {
  CHECK(format_time(moment("2025-03-04 04:02:09Z")) == "2025-03-04 04:02:09 UTC");
  CHECK(iso("0000-01-01T00:00:00Z") == "0000-01-01T00:00:00Z");
  CHECK(iso("9999-12-31T23:59:59Z") == "9999-12-31T23:59:59Z");
  CHECK(iso("0000-01-01T00:00:00+14:00") == "-001-12-31T10:00:00Z");
  CHECK(iso("9999-12-31T23:59:59-01:00") == "10000-01-01T00:59:59Z");
}

TEST_CASE("times: what is no time is refused, with the reason") {
  for (const char* text : {"", "yesterday", "2025-3-4", "2025-03-04T", "2025-03-04 14", "2025-03-04 14:02 CET",
                           "2025-03-04 14:02 and later", "04.03.2025", "1741097280", "2025-03-04 14:02 +25:00"}) {
    CAPTURE(text);
    CHECK_FALSE(scan_time(text).time);
    CHECK_FALSE(scan_time(text).problem.empty());
  }
  CHECK(scan_time("2025-02-30").problem == "2025-02-30 is not in the calendar");
  CHECK(scan_time("2025-03-04 24:00").problem == "24:00 is not a time of day (00:00 to 23:59)");
}

TEST_CASE("times: a leap second is the last second of its minute") {
  CHECK(iso("2016-12-31T23:59:60Z") == "2016-12-31T23:59:59Z");
}

TEST_CASE("times: a local time that clocks skipped has no instant") {
  CHECK(iso("2025-03-30 02:30", "Europe/Berlin") == "gap");
  CHECK(iso("2025-03-30 02:30+01:00", "Europe/Berlin") == "2025-03-30T01:30:00Z");
}

TEST_CASE("times: a local time that came twice is the first of the two, and said to be ambiguous") {
  const Resolution twice = resolve(*scan_time("2025-10-26 02:30").time, zone("Europe/Berlin"));
  CHECK(twice.ambiguous);
  CHECK(format_iso(*twice.moment) == "2025-10-26T00:30:00Z");
}

TEST_CASE("times: a clock time alone is on the day of the time before, or on the next day") {
  const Moment evening = moment("2025-03-04T23:50Z");
  const auto at = [&](std::string_view clock) {
    return format_iso(*resolve_after(*scan_time(clock).time, evening, TimeZone()).moment);
  };
  CHECK(at("23:55") == "2025-03-04T23:55:00Z");
  CHECK(at("00:10") == "2025-03-05T00:10:00Z");
}

TEST_CASE("zones: only names of the database, and none that differs by machine") {
  CHECK(TimeZone::find("Europe/Berlin"));
  CHECK(TimeZone::find("UTC"));
  CHECK_FALSE(TimeZone::find("Europe/Atlantis"));
  CHECK_FALSE(TimeZone::find("localtime"));
  CHECK_FALSE(TimeZone::find("../../etc/passwd"));
  CHECK_FALSE(TimeZone::find(""));
}

TEST_CASE("durations: two units, rounded to the smaller") {
  CHECK(format_duration(seconds(0)) == "0m");
  CHECK(format_duration(seconds(59)) == "59s");
  CHECK(format_duration(seconds(90)) == "2m");
  CHECK(format_duration(seconds(3 * 3600 + 10 * 60)) == "3h 10m");
  CHECK(format_duration(seconds(2 * 86400 + 4 * 3600 + 29 * 60)) == "2d 4h");
  CHECK(format_duration(seconds(3599)) == "1h");
  CHECK(format_duration(seconds(-300)) == "-5m");
}

TEST_CASE("durations: in words and in ISO 8601") {
  CHECK(format_duration_long(seconds(3 * 3600 + 60)) == "3 hours 1 minute");
  CHECK(format_duration_long(seconds(86400)) == "1 day");
  CHECK(format_duration_iso(seconds(3 * 3600 + 10 * 60 + 5)) == "PT3H10M5S");
  CHECK(format_duration_iso(seconds(0)) == "PT0S");
}

}  // namespace hindsight
