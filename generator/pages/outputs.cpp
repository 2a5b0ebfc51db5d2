#include "pages/outputs.hpp"

#include <algorithm>
#include <map>
#include <unordered_set>
#include <utility>

#include "base/names.hpp"
#include "base/unicode.hpp"

namespace hindsight {
namespace {

/// Who wants an output file.
struct Source {
  std::string path;  ///< the output file
  Location location;
  std::string text;
};

/// "content/", or nothing where the site's root itself holds the postmortems.
std::string content_prefix(const Site& site) {
  if (site.corpus.postmortems.empty()) return {};
  const Postmortem& any = site.corpus.postmortems.front();
  return any.file.substr(0, any.file.size() - any.path.size());
}

/// The output files that authors name.
std::vector<Source> authors_sources(const Publication& publication, const std::set<std::string>& linked_files) {
  std::vector<Source> sources;
  for (const Postmortem& postmortem : publication.site.corpus.postmortems) {
    sources.push_back({routes::incident(postmortem), postmortem.location_of("id"), "the page of " + postmortem.file});
    for (const std::string& alias : postmortem.aliases) {
      sources.push_back({alias, postmortem.location_of("aliases"), "an alias of " + postmortem.file});
    }
  }
  const std::string prefix = content_prefix(publication.site);
  for (const std::string& file : linked_files) {
    sources.push_back({routes::attachment(file), {prefix + file, 0, 0}, prefix + file});
  }
  for (const auto& [name, path] : publication.asset_paths) {
    sources.push_back({path, {"theme/" + name, 0, 0}, "theme/" + name});
  }
  return sources;
}

using Folded = std::unordered_set<std::string>;

/// The folders above a path.
template <class Visit>
void for_each_folder(const std::string& path, const Visit& visit) {
  for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
    visit(path.substr(0, slash));
  }
}

/// The folded paths that are wanted twice, or as a file and as a folder.
Folded find_contested(const std::vector<Page>& pages, const std::set<std::string>& linked_files) {
  Folded taken;
  Folded contested;
  const auto take = [&](const std::string& path) {
    std::string folded = fold_name(path);
    if (!taken.insert(folded).second) contested.insert(std::move(folded));
  };
  for (const Page& page : pages) take(page.path);
  for (const std::string& file : linked_files) take(routes::attachment(file));
  for (const std::string& path : taken) {
    for_each_folder(path, [&](const std::string& folder) {
      if (taken.contains(folder)) contested.insert(folder);
    });
  }
  return contested;
}

/// All that want a contested path: as a file, or as a folder.
std::vector<Source> claimants(const std::string& contested, const std::vector<Page>& pages,
                              const std::vector<Source>& authors) {
  const auto wants = [&](const std::string& path) {
    const std::string folded = fold_name(path);
    return folded == contested || folded.starts_with(contested + "/");
  };
  std::vector<Source> found;
  std::map<std::string, int> unexplained;  // pages without an author
  for (const Page& page : pages) {
    if (wants(page.path)) ++unexplained[page.path];
  }
  for (const Source& source : authors) {
    if (!wants(source.path)) continue;
    found.push_back(source);
    --unexplained[source.path];
  }
  for (const auto& [path, count] : unexplained) {
    if (count > 0) found.push_back({path, {path, 0, 0}, "a page that every site has"});
  }
  return found;
}

void report_collision(const Source& first, const Source& second, Diagnostics& diagnostics) {
  std::string hint;
  if (first.path != second.path) {
    const bool is_folder = fold_name(first.path) != fold_name(second.path);
    hint =
        "\"" + first.path + "\" and \"" + second.path + "\" " +
        (is_folder ? "make one name a file and a folder" : "are one name on systems that ignore case or accents' form");
  }
  diagnostics.add(Rule::output_collision, first.location,
                  first.text + " and " + second.text + " both want the output file " + first.path,
                  "a file of its own for each", std::move(hint));
}

void check_portability(const Publication& publication, const std::set<std::string>& linked_files,
                       Diagnostics& diagnostics) {
  const auto check = [&](const std::string& name, Location location) {
    if (const auto problem = portability_problem(name)) {
      diagnostics.add(Rule::name_not_portable, std::move(location), *problem, "a name for every system");
    }
  };
  for (const Postmortem& postmortem : publication.site.corpus.postmortems) {
    if (postmortem.origin("id") != nullptr) check(postmortem.id + ".html", postmortem.location_of("id"));
    for (const std::string& alias : postmortem.aliases) check(alias, postmortem.location_of("aliases"));
  }
  const std::string prefix = content_prefix(publication.site);
  for (const std::string& file : linked_files) check(file, {prefix + file, 0, 0});
}

}  // namespace

void check_outputs(const Publication& publication, const std::vector<Page>& pages,
                   const std::set<std::string>& linked_files, Diagnostics& diagnostics) {
  check_portability(publication, linked_files, diagnostics);
  if (diagnostics.has_errors()) return;  // they name most collisions, by their cause
  const Folded contested = find_contested(pages, linked_files);
  if (contested.empty()) return;
  const std::vector<Source> authors = authors_sources(publication, linked_files);
  for (const std::string& path : contested) {
    const std::vector<Source> all = claimants(path, pages, authors);
    for (std::size_t index = 1; index < all.size(); ++index) report_collision(all[0], all[index], diagnostics);
  }
}

}  // namespace hindsight
