#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "model/postmortem.hpp"

namespace hindsight {

/// All postmortems of an edition, newest first (see dated_by; without any date last, by id). Other tables refer to them
/// by index.
struct Corpus {
  std::vector<Postmortem> postmortems;
  std::map<std::string, std::size_t, std::less<>> by_id;
  std::map<std::string, std::size_t, std::less<>> by_path;  ///< document path below the content folder
  std::set<std::string, std::less<>> hidden_paths;          ///< documents that this edition must not show
  std::set<std::string, std::less<>> hidden_ids;
};

/// Sorts the postmortems, drops those the edition must not show, and checks what only the whole can tell: ids and
/// aliases are unique, references lead somewhere. The later of two postmortems with one id is left out of the tables.
Corpus make_corpus(std::vector<Postmortem> postmortems, Edition edition, Diagnostics& diagnostics);

}  // namespace hindsight
