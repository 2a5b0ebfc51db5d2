#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "pages/publication.hpp"

namespace hindsight {

/// What would go wrong where the site is written or unpacked: two sources of one output file, a file where another
/// needs a folder, paths that some file systems take for one, names that some can't hold. `linked_files`: attachments.
void check_outputs(const Publication& publication, const std::vector<Page>& pages,
                   const std::set<std::string>& linked_files, Diagnostics& diagnostics);

}  // namespace hindsight
