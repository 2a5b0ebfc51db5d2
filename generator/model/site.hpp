#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "model/action_items.hpp"
#include "model/config.hpp"
#include "model/corpus.hpp"
#include "model/durations.hpp"
#include "model/incident_groups.hpp"
#include "model/promises.hpp"
#include "model/taxonomy.hpp"

namespace hindsight {

/// The incidents of a year, newest first.
struct Year {
  int year = 0;
  std::vector<std::size_t> incidents;  ///< indices into the corpus
};

/// Everything the pages show. Const once derived.
struct Site {
  SiteConfig config;
  Corpus corpus;
  Date today{};
  std::array<Taxonomy, all_term_kinds.size()> taxonomies;
  /// For each incident and kind: indices into that taxonomy's terms, in the order of the postmortem.
  std::vector<std::array<std::vector<std::size_t>, all_term_kinds.size()>> terms_of;
  /// For each incident, by Measure: figures go over all incidents many times.
  std::vector<std::array<Measurement, all_measures.size()>> measurements;
  std::vector<Year> years;                                         ///< newest first
  std::vector<std::size_t> undated;                                ///< incidents without any date
  std::map<std::size_t, std::vector<std::size_t>> recurrences_of;  ///< incidents that name it in recurrence_of
  IncidentGroups groups;                                           ///< which incidents are related
  std::vector<TrackedAction> actions;                              ///< as track_actions gives them
  std::vector<OpenPromises> promises;                              ///< for each incident: what was open when it began

  const Taxonomy& taxonomy(TermKind kind) const { return taxonomies[index_of(kind)]; }
  const Measurement& measurement(std::size_t incident, Measure what) const {
    return measurements[incident][static_cast<std::size_t>(what)];
  }

  /// The incident that another says it recurs of, if the corpus has it.
  std::optional<std::size_t> original_of(std::size_t incident) const;

  /// The duration as figures count it: none if it rests on an inferred time and the site keeps those out.
  std::optional<seconds> counted_duration(std::size_t incident, Measure what) const;
};

/// Derives all tables from the corpus. A pure function: the same corpus and day give the same site.
Site derive_site(SiteConfig config, Corpus corpus, Date today);

}  // namespace hindsight
