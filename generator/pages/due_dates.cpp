#include "pages/due_dates.hpp"

#include <chrono>

#include "base/byte_run.hpp"
#include "base/text.hpp"
#include "pages/action_data.hpp"
#include "pages/anchors.hpp"

namespace hindsight {
namespace {

constexpr std::size_t longest_line = 75;
constexpr auto is_odd = [](auto c) { return (c == '\\') | (c == ',') | (c == ';') | (c < ' '); };

void append_escaped(std::string& out, std::string_view text) {
  while (true) {
    out += take_plain(text, is_odd);
    if (text.empty()) return;
    const char c = text.front();
    if (c == '\n') {
      out += "\\n";
    } else if (static_cast<unsigned char>(c) >= 0x20) {
      (out += '\\') += c;
    }
    text.remove_prefix(1);
  }
}

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::string compact_date(Date date) { return replace_all(format_date(date), "-", ""); }

std::string event(const Site& site, const TrackedAction& action) {
  const Postmortem& postmortem = site.corpus.postmortems[action.incident];
  const ActionItem& item = item_of(site.corpus, action);
  std::string description = postmortem.title;
  if (!item.owner.empty()) description += "\nOwner: " + item.owner;
  if (action.due_by_policy) description += "\nDue by the site's policy for this severity";
  std::string text = "BEGIN:VEVENT\r\n";
  text += ical_line("UID", site_wide_id(site, action) + "@hindsight");
  text += "DTSTAMP:" + compact_date(action.opened.value_or(*action.due)) + "T000000Z\r\n";
  text += "DTSTART;VALUE=DATE:" + compact_date(*action.due) + "\r\n";
  text += "DTEND;VALUE=DATE:" + compact_date(*action.due + std::chrono::days(1)) + "\r\n";
  text += ical_line("SUMMARY", "Due: " + item.title.text);
  text += ical_line("DESCRIPTION", description);
  if (!site.config.base_url.empty()) {
    const std::string url = Urls::absolute(site.config.base_url).to_incident(postmortem, action_anchor(item));
    text += ical_line("URL", url);
  }
  return text + "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n";
}

std::string calendar(const Site& site) {
  std::string text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Hindsight//Due dates//EN\r\nCALSCALE:GREGORIAN\r\n";
  text += ical_line("X-WR-CALNAME", site.config.title + ": action items");
  for (const TrackedAction& action : site.actions) {
    if (action.due && is_open(item_of(site.corpus, action).status)) text += event(site, action);
  }
  return text + "END:VCALENDAR\r\n";
}

}  // namespace

std::string ical_line(std::string_view name, std::string_view text) {
  std::string line = std::string(name) + ":";
  append_escaped(line, text);
  std::string folded;
  std::string_view rest = line;
  for (std::size_t room = longest_line; rest.size() > room; room = longest_line - 1) {
    std::size_t cut = room;
    while (cut > 0 && continues_character(rest[cut])) --cut;
    if (cut == 0) cut = room;  // no UTF-8
    folded.append(rest.substr(0, cut)).append("\r\n ");
    rest.remove_prefix(cut);
  }
  folded.append(rest).append("\r\n");
  return folded;
}

Page due_dates_page(const Publication& publication) {
  return {std::string(routes::actions_calendar), [&publication] { return calendar(publication.site); }};
}

}  // namespace hindsight
