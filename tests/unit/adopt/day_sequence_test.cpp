#include "adopt/day_sequence.hpp"

#include <string>

#include <doctest/doctest.h>

namespace hindsight {
namespace {

/// The entries' times with their days: "04 23:50, 05 00:15".
std::string placed(const std::vector<std::string>& texts,
                   TimelineContext context = {scan_date("2024-03-04"), {}, {}, {}}) {
  std::vector<EntryTime> entries;
  for (const std::string& text : texts) {
    EntryTime entry;
    entry.read = read_leading_time(text)->read;
    entry.words = text;
    entries.push_back(entry);
  }
  std::string result;
  for (const auto& time : place_in_order(entries, context)) {
    result += result.empty() ? "" : ", ";
    result += time->date ? format_date(*time->date).substr(8) : "?";
    result += " " + format_clock(Instant(*time->clock));
  }
  return result;
}

}  // namespace

TEST_CASE("days: on past midnight") { CHECK(placed({"22:10", "23:50", "00:15"}) == "04 22:10, 04 23:50, 05 00:15"); }

TEST_CASE("days: a lone fall back is a slip") {
  CHECK(placed({"16:35", "07:37", "16:40"}) == "04 16:35, 04 07:37, 04 16:40");
}

TEST_CASE("days: a deployment before the first fall back was on the evening before") {
  CHECK(placed({"22:03 deploy", "05:24", "13:10"}) == "03 22:03, 04 05:24, 04 13:10");
}

TEST_CASE("days: past noon on a clock of twelve hours") {
  CHECK(placed({"11.55", "12.56", "1.00", "1.28"}) == "04 11:55, 04 12:56, 04 13:00, 04 13:28");
}

TEST_CASE("days: a sentence says p.m. for a time of the list") {
  CHECK(placed({"7:52", "8:04", "9:41"}, {scan_date("2024-03-04"), {}, {}, {seconds(20 * 3600 + 240)}}) ==
        "04 19:52, 04 20:04, 04 21:41");
}

TEST_CASE("days: a date copied into one row yields to its neighbours") {
  CHECK(placed({"2024-03-04 10:00", "2024-09-25 10:05", "2024-03-04 10:10"}) == "04 10:00, 04 10:05, 04 10:10");
}

TEST_CASE("days: a time stated elsewhere tells the day of the entry with its clock") {
  WrittenTime anchor;
  anchor.date = scan_date("2024-03-05");
  anchor.clock = std::chrono::hours(9);
  CHECK(placed({"08:00", "09:00"}, {scan_date("2024-03-04"), {}, {anchor}, {}}) == "05 08:00, 05 09:00");
}

TEST_CASE("days: without any date there is none") { CHECK(placed({"08:00"}, {}) == "? 08:00"); }

}  // namespace hindsight
