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

void add_rest(View& list, std::size_t count) {
  if (count > most_listed) list.add("rest").set("count", static_cast<long>(count - most_listed));
}

void add_later(View& section, const Site& site, const std::vector<RelatedIncident>& later, const Urls& urls) {
  if (later.empty()) return;
  View list = section.add("later");
  list.set("text",
           counted(static_cast<long>(later.size()), "later incident is related", "later incidents are related") +
               ". An association, not a proof.");
  for (std::size_t i = 0; i < std::min(later.size(), most_listed); ++i) {
    const Postmortem& other = site.corpus.postmortems[later[i].incident];
    const std::optional<seconds> downtime = duration_of(other, Measure::downtime);
    list.add("incident")
        .set("url", urls.to(routes::incident(other)))
        .set("title", other.title)
        .set("date", format_date(printed_day_of(*dated_by(other))))
        .set("length", downtime ? format_duration(*downtime) : "length unknown")
        .set("why", words_for(later[i].relation));
  }
  add_rest(list, later.size());
}

void add_open_then(View& section, const Site& site, const std::vector<OpenThen>& open, const Urls& urls) {
  if (open.empty()) return;
  View list = section.add("open_then");
  list.set("text", counted(static_cast<long>(open.size()), "action item") +
                       " of earlier related incidents had not been done when this one began:");
  for (std::size_t i = 0; i < std::min(open.size(), most_listed); ++i) {
    const Postmortem& other = site.corpus.postmortems[open[i].incident];
    const ActionItem& item = other.action_items[open[i].item];
    list.add("promise")
        .set("url", urls.to(routes::incident(other), action_anchor(item)))
        .set("title", item.title.text)
        .set("incident_title", shorten(other.title, longest_title))
        .set("status_label", label_of(item.status));
  }
  add_rest(list, open.size());
}

}  // namespace

void add_recurrence(View& view, const Site& site, std::size_t incident, const Urls& urls) {
  const std::vector<RelatedIncident> later = recurrences_since(site, incident);
  const std::vector<OpenThen> open = actions_open_then(site, incident);
  if (later.empty() && open.empty()) return;
  View section = view.add("recurrence");
  section.set("anchor", since_section);
  add_later(section, site, later, urls);
  add_open_then(section, site, open, urls);
}

}  // namespace hindsight
