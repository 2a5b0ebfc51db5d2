#include "pages/timeline_view.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "base/escape.hpp"
#include "base/text.hpp"
#include "pages/anchors.hpp"
#include "pages/links.hpp"
#include "pages/prose.hpp"
#include "render/view.hpp"

namespace hindsight {
namespace {

bool has_clock(const TimelineEntry& entry) { return entry.at && entry.at->precision != Precision::day; }

/// The clock time in UTC, or the words of the document where there is no instant.
std::string time_html(const TimelineEntry& entry) {
  if (!has_clock(entry)) return escape_html(entry.written);
  return "<time datetime=\"" + format_iso(entry.at->at) + "\">" + (entry.at->approximate ? "~" : "") +
         format_clock(entry.at->at) + "</time>";
}

std::string digits_of(std::string_view text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits), is_digit);
  return digits;
}

/// Whether the digits that somebody wrote say no more than those of the whole time, YYYYMMDDhhmmss: a clock with or
/// without seconds, "905", or one with its day.
bool is_same_time(std::string_view written, std::string_view whole) {
  const std::string_view clock = whole.substr(8);
  return written.empty() || written == clock || written == clock.substr(0, 4) || written == clock.substr(1, 3) ||
         written == whole || written == whole.substr(0, 12);
}

/// The time as the document has it, where that is another clock or says more (a range): readers compare it with the
/// text.
std::string written_time(const TimelineEntry& entry) {
  if (!has_clock(entry)) return {};
  const Instant local = entry.at->at + entry.at->offset;
  std::string clock = format_clock(local);
  // Most write just the clock.
  const bool says_no_more =
      entry.written == clock || is_same_time(digits_of(entry.written), digits_of(format_iso(local)));
  const std::string offset = entry.at->offset.count() == 0 ? "" : " " + format_offset(entry.at->offset);
  if (says_no_more) return offset.empty() ? "" : std::move(clock) + offset;
  return entry.written + offset;
}

std::string offset_from(const std::optional<Moment>& start, const TimelineEntry& entry) {
  const bool comparable = start && start->precision != Precision::day && has_clock(entry);
  if (!comparable || entry.at->at == start->at) return {};
  const seconds offset = entry.at->at - start->at;
  return (offset.count() > 0 ? "+" : "") + format_duration(offset);
}

}  // namespace

std::string timeline_html(const Publication& publication, const Postmortem& postmortem, std::size_t first,
                          std::size_t count, const Urls& urls) {
  const std::vector<std::string> anchors = timeline_anchors(postmortem);
  View view;
  std::optional<Date> day;
  for (std::size_t index = first; index < first + count; ++index) {
    const TimelineEntry& entry = postmortem.timeline[index];
    View row = view.add("entry");
    if (entry.at && printed_day_of(*entry.at) != day) {
      day = printed_day_of(*entry.at);
      row.add("day").set("date", format_date(*day) + (has_clock(entry) ? " (UTC)" : ""));
    }
    row.set("anchor", anchors[index])
        .show_either(!anchors[index].empty(), "has_anchor", "no_anchor")
        .set_html("time_html", time_html(entry))
        .set_if("written", written_time(entry))
        .set_if("offset", offset_from(postmortem.time(Milestone::started), entry))
        .set_if("link", entry.link)
        .set_html("event_html", prose_html(publication, postmortem, entry.event, urls));
    if (entry.milestone) row.add("milestone").set("name", name_of(*entry.milestone));
    for (const Detail& detail : entry.details) {
      row.add("detail")
          .set_if("detail_label", detail.label)
          .set_html("detail_html",
                    print_range(publication.site, publication.attachments, postmortem, detail.range, urls));
    }
  }
  return publication.theme.render("timeline.tpl", view);
}

}  // namespace hindsight
