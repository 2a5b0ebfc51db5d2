#include "pages/similar_view.hpp"

#include <string>

#include "model/durations.hpp"

namespace hindsight {

void add_similar(View& view, const Publication& publication, std::size_t incident, const Urls& urls) {
  const Site& site = publication.site;
  const SiteSearch& search = publication.search;
  for (const SimilarDocument& similar : search.similar[document_of(site, incident)]) {
    const Postmortem& other = site.corpus.postmortems[incident_of(site, similar.document)];
    const std::optional<Moment>& date = dated_by(other);
    const std::optional<seconds> length = duration_of(other, Measure::resolve);
    std::string facts = date ? format_date(printed_day_of(*date)) : "";
    if (length) facts += (facts.empty() ? "" : " · ") + format_duration(*length);
    std::string words;
    for (const std::uint32_t term : similar.terms()) {
      if (!words.empty()) words += ", ";
      words += search.index.written_form(term);
    }
    view.show("has_similar");
    view.add("similar")
        .set("url", urls.to_incident(other))
        .set("title", other.title)
        .set("facts", facts)
        .set("words", words);
  }
}

}  // namespace hindsight
