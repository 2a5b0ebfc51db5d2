#include "model/site.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

namespace hindsight {
namespace {

/// Turns each term's list of incidents around: for each incident its terms, in the order the postmortem names them.
void index_terms(Site& site) {
  site.terms_of.resize(site.corpus.postmortems.size());
  for (std::size_t index = 0; index < site.corpus.postmortems.size(); ++index) {
    const Postmortem& postmortem = site.corpus.postmortems[index];
    for (const TermKind kind : all_term_kinds) {
      std::vector<std::size_t>& terms = site.terms_of[index][index_of(kind)];
      for (const std::string& name : term_names(postmortem, kind, site.config)) {
        const std::size_t term = site.taxonomy(kind).index_of_name(name);
        if (std::ranges::find(terms, term) == terms.end()) terms.push_back(term);
      }
    }
  }
}

void index_recurrences(Site& site) {
  for (std::size_t index = 0; index < site.corpus.postmortems.size(); ++index) {
    if (const auto original = site.original_of(index)) site.recurrences_of[*original].push_back(index);
  }
}

void group_by_year(Site& site) {
  std::map<int, std::vector<std::size_t>, std::greater<>> years;
  for (std::size_t index = 0; index < site.corpus.postmortems.size(); ++index) {
    const std::optional<Moment>& date = dated_by(site.corpus.postmortems[index]);
    if (date) {
      years[year_of(printed_day_of(*date))].push_back(index);
    } else {
      site.undated.push_back(index);
    }
  }
  for (auto& [year, incidents] : years) site.years.push_back({year, std::move(incidents)});
}

}  // namespace

std::optional<seconds> Site::counted_duration(std::size_t incident, Measure what) const {
  const Measurement& found = measurement(incident, what);
  const seconds* value = std::get_if<seconds>(&found.duration);
  const bool counts = value != nullptr && !(found.is_inferred && config.inferred == InferredValues::exclude);
  return counts ? std::optional(*value) : std::nullopt;
}

std::optional<std::size_t> Site::original_of(std::size_t incident) const {
  const std::string& id = corpus.postmortems[incident].recurrence_of;
  const auto found = id.empty() ? corpus.by_id.end() : corpus.by_id.find(id);
  return found == corpus.by_id.end() ? std::nullopt : std::optional(found->second);
}

Site derive_site(SiteConfig config, Corpus corpus, Date today) {
  Site site;
  site.config = std::move(config);
  site.corpus = std::move(corpus);
  site.today = today;
  for (const TermKind kind : all_term_kinds) {
    site.taxonomies[index_of(kind)] = make_taxonomy(kind, site.config, site.corpus);
  }
  for (const Postmortem& postmortem : site.corpus.postmortems) site.measurements.push_back(measure_all(postmortem));
  index_terms(site);
  group_by_year(site);
  index_recurrences(site);
  site.groups = IncidentGroups(site);
  site.actions = track_actions(site);
  site.promises = find_open_promises(site);
  return site;
}

}  // namespace hindsight
