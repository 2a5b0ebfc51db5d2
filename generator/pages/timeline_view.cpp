#include "pages/timeline_view.hpp"

#include <optional>
#include <vector>

#include "base/escape.hpp"
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

/// The same moment where it was written, if that was not UTC: readers compare it with the text.
std::string local_time(const TimelineEntry& entry) {
  if (!has_clock(entry) || entry.at->offset.count() == 0) return {};
  return format_clock(entry.at->at + entry.at->offset) + " " + format_offset(entry.at->offset);
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
        .set_if("local", local_time(entry))
        .set_if("offset", offset_from(postmortem.time(Milestone::started), entry))
        .set_if("link", entry.link)
        .set_html("event_html", prose_html(publication, postmortem, entry.event, urls));
    if (entry.milestone) row.add("milestone").set("name", name_of(*entry.milestone));
    for (const HtmlRange& range : entry.details) {
      row.add("detail").set_html("detail_html",
                                 print_range(publication.site, publication.attachments, postmortem, range, urls));
    }
  }
  return publication.theme.render("timeline.tpl", view);
}

}  // namespace hindsight
