#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/passes.hpp"
#include "base/pieces.hpp"
#include "base/time.hpp"
#include "model/config.hpp"
#include "model/site.hpp"

namespace hindsight {

struct BuildOptions {
  std::filesystem::path root = ".";  ///< holds site.yml, content/ and theme/; or is itself the content folder
  std::filesystem::path output;      ///< left out when the content folder is read; may be empty
  Date today{};                      ///< never the clock: the same input gives the same bytes
  int jobs = 0;                      ///< threads; 0: one per core
  Edition edition = Edition::internal;
  std::optional<std::string> base_url;  ///< instead of site.yml's
  bool full_search_index = false;       ///< publish the whole search index, whatever its size
  std::size_t postings_in_part = 2048;  ///< of a word in very many incidents; see cut_postings()
  bool strict = false;                  ///< warnings are errors
  std::filesystem::path scratch;        ///< a folder for a file of what memory should not hold; empty: it holds all
  std::size_t texts_in_memory = std::size_t{24} << 20U;  ///< bytes of rendered bodies that need no such file
};

/// Takes the output files, in no particular order and from several threads at once. Empty: only check.
using Sink = std::function<void(const std::string& path, const Pieces& bytes)>;

struct BuildSummary {
  std::size_t postmortems = 0;
  std::size_t files = 0;  ///< handed to the sink
};

/// The whole program: reads the corpus, derives the site and hands its files to `sink`, unless something is wrong with
/// the content: then `diagnostics` has errors and the sink got nothing. Throws Fatal when the environment is broken.
/// `passes` tells how it goes on.
BuildSummary build_site(const BuildOptions& options, const Sink& sink, Diagnostics& diagnostics, Passes& passes);

/// One document, read as the build reads it.
struct ReadDocument {
  Postmortem postmortem;
  Proposals proposals;      ///< of its body
  SiteConfig config;        ///< of the folder it is in
  Diagnostics diagnostics;  ///< of the document alone
};

/// Reads one file. `name`: what messages and the postmortem call it. The site.yml of the nearest folder above counts.
ReadDocument read_document(const std::filesystem::path& file, const std::string& name, Date today);

/// The documents below a folder, relative to it.
std::vector<std::string> list_documents(const std::filesystem::path& folder);

/// The site alone, for commands that print figures instead of pages. What `diagnostics` then says of errors counts:
/// figures of a corpus with errors may be wrong.
Site read_site(const BuildOptions& options, Diagnostics& diagnostics);

}  // namespace hindsight
