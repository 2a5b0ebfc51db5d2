#include "pages/recurrence_view.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "model/durations.hpp"
#include "model/recurrence.hpp"
#include "pages/action_table.hpp"
#include "pages/anchors.hpp"

namespace hindsight {
namespace {

constexpr std::size_t most_listed = 10;
constexpr std::size_t longest_title = 60;

std::string_view words_for(Relation relation) {
  switch (relation) {
    case Relation::stated: return "named as a recurrence";
    case Relation::root_cause: return "same root cause";
    case Relation::trigger_and_service: break;
  }
  return "same trigger and service";
}

void add_rest(View& list, std::size_t count, std::size_t listed) {
  if (count > listed) list.add("rest").set("count", static_cast<long>(count - listed));
}

void add_later(View& section, const Site& site, const Recurrences& later, const Urls& urls) {
  if (later.count == 0) return;
  View list = section.add("later");
  list.set("text", counted(static_cast<long>(later.count), "later incident is related", "later incidents are related") +
                       ". An association, not a proof.");
  for (const auto& [incident, relation] : later.newest) {
    const Postmortem& other = site.corpus.postmortems[incident];
    const std::optional<seconds> downtime = duration_of(other, Measure::downtime);
    list.add("incident")
        .set("url", urls.to_incident(other))
        .set("title", other.title)
        .set("date", format_date(printed_day_of(*dated_by(other))))
        .set("length", downtime ? format_duration(*downtime) : "length unknown")
        .set("why", words_for(relation));
  }
  add_rest(list, later.count, later.newest.size());
}

void add_open_then(View& section, const Site& site, const OpenPromises& open, const Urls& urls) {
  if (open.count == 0) return;
  View list = section.add("open_then");
  list.set("text", counted(static_cast<long>(open.count), "action item") +
                       " of earlier related incidents had not been done when this one began:");
  for (const auto& [incident, index] : open.newest) {
    const Postmortem& other = site.corpus.postmortems[incident];
    const ActionItem& item = other.action_items[index];
    list.add("promise")
        .set("url", urls.to_incident(other, action_anchor(item)))
        .set("title", item.title.text)
        .set("incident_title", shorten(other.title, longest_title))
        .set("status_label", label_of(item.status));
  }
  add_rest(list, open.count, open.newest.size());
}

}  // namespace

bool has_recurrence(const Site& site, std::size_t incident) {
  return site.promises[incident].count > 0 || recurrences_since(site, incident, 0).count > 0;
}

void add_recurrence(View& view, const Site& site, std::size_t incident, const Urls& urls) {
  const Recurrences later = recurrences_since(site, incident, most_listed);
  const OpenPromises& open = site.promises[incident];
  if (later.count == 0 && open.count == 0) return;
  View section = view.add("recurrence");
  section.set("anchor", since_section);
  add_later(section, site, later, urls);
  add_open_then(section, site, open, urls);
}

}  // namespace hindsight
