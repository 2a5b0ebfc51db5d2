#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "model/config.hpp"
#include "model/corpus.hpp"

namespace hindsight {

/// One trigger, root cause, service, severity, team or tag.
struct Term {
  TermKind kind;
  std::string slug;  ///< file name of its page, unique in its taxonomy
  std::string name;
  std::string title;  ///< for people
  std::string description;
  std::string owner;
  std::vector<TermLink> links;
  bool listed = false;                 ///< site.yml has it
  std::size_t rank = 0;                ///< position in site.yml's list; unlisted ones come after
  std::vector<std::size_t> incidents;  ///< indices into the corpus, newest first
};

/// All terms of a kind, in the order of site.yml, then by name.
struct Taxonomy {
  TermKind kind;
  std::vector<Term> terms;
  std::map<std::string, std::size_t, std::less<>> by_name;  ///< in all spellings of postmortems

  /// Index of the term a postmortem names.
  std::size_t index_of_name(std::string_view name) const;
};

/// The names a postmortem gives for `kind`; its severity counts as one.
std::vector<std::string> term_names(const Postmortem& postmortem, TermKind kind, const SiteConfig& config);

/// The terms of `kind` that site.yml lists or postmortems use.
Taxonomy make_taxonomy(TermKind kind, const SiteConfig& config, const Corpus& corpus);

}  // namespace hindsight
