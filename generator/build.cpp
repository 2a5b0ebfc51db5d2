// START HERE. What Hindsight does, from top to bottom: files -> postmortems -> corpus -> site -> pages -> output files.
#include "build.hpp"

#include <algorithm>
#include <fnmatch.h>
#include <limits>
#include <memory>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "adopt/adopt.hpp"
#include "base/fatal.hpp"
#include "base/files.hpp"
#include "base/names.hpp"
#include "base/parallel.hpp"
#include "base/text.hpp"
#include "base/text_store.hpp"
#include "input/attachments.hpp"
#include "input/document.hpp"
#include "input/names.hpp"
#include "input/postmortem_reader.hpp"
#include "input/site_config.hpp"
#include "input/source.hpp"
#include "markdown/markdown.hpp"
#include "model/consistency.hpp"
#include "model/corpus.hpp"
#include "model/site.hpp"
#include "model/visible_names.hpp"
#include "pages/links.hpp"
#include "pages/outputs.hpp"
#include "pages/pages.hpp"
#include "pages/scatter_figure.hpp"
#include "pages/search_documents.hpp"
#include "render/theme.hpp"

namespace fs = std::filesystem;

namespace hindsight {
namespace {

/// Where the postmortems are, and what stands before their paths in messages.
struct ContentFolder {
  fs::path path;
  std::string prefix;
  std::vector<std::string> documents;    ///< paths below the folder
  std::vector<std::string> attachments;  ///< likewise
  std::vector<FolderEntry> special;      ///< what is no file and no folder
};

bool is_ignored(const std::string& path, const SiteConfig& config) {
  return std::ranges::any_of(config.ignore, [&](const std::string& pattern) {
    return fnmatch(pattern.c_str(), path.c_str(), 0) == 0 || path.starts_with(pattern + "/");
  });
}

bool is_document(const std::string& path, const SiteConfig& config) {
  const std::string type = extension_of(path);
  const std::string_view name = std::string_view(path).substr(path.rfind('/') + 1);
  if ((type != "md" && type != "markdown" && type != "txt") || name.starts_with('_')) return false;
  return !is_ignored(path, config);
}

ContentFolder find_content(const BuildOptions& options, const SiteConfig& config) {
  if (!folder_exists(options.root)) throw Fatal(options.root.string() + ": no such folder");
  ContentFolder folder{options.root, "", {}, {}, {}};
  if (own_folder_exists(options.root / "content")) folder = {options.root / "content", "content/", {}, {}, {}};
  std::vector<fs::path> skip = {folder.path / "node_modules"};
  if (folder.prefix.empty()) skip.push_back(folder.path / "theme");
  std::error_code error;
  if (!options.output.empty()) skip.push_back(folder.path / fs::proximate(options.output, folder.path, error));
  if (error) throw Fatal(options.output.string() + ": can't find the folder: " + error.message());
  FileTree tree = list_tree(folder.path, skip);
  for (std::string& path : tree.files) {
    (is_document(path, config) ? folder.documents : folder.attachments).push_back(std::move(path));
  }
  std::erase_if(tree.special, [&](const FolderEntry& entry) { return is_ignored(entry.name, config); });
  folder.special = std::move(tree.special);
  if (folder.documents.empty()) {
    throw Fatal(folder.path.string() + ": holds no postmortem",
                "postmortems are files that end in .md, .markdown or .txt");
  }
  return folder;
}

/// One document, and what there is to say about it.
struct ReadPostmortem {
  Postmortem postmortem;
  Proposals proposals;
  Diagnostics diagnostics;
  std::size_t bytes = 0;  ///< of the file
};

ReadPostmortem read_postmortem(const fs::path& file, const std::string& name, const std::string& path,
                               const SiteConfig& config, Scope scope, Date today) {
  ReadPostmortem result;
  const SourceFile source = read_source(file, name, result.diagnostics, config.limits.file_bytes);
  result.bytes = source.text.size();
  const Document document = split_document(source, result.diagnostics);
  if (trim(source.text).empty()) {
    result.diagnostics.add(Rule::file_empty, {source.name, 0, 0}, "the file is empty", "a postmortem");
  } else if (!document.front_matter && !result.diagnostics.has_errors()) {
    result.diagnostics.add(Rule::no_front_matter, {source.name, 1, 1}, "no front matter", "title and started_at",
                           "the page shows the document as it is");
  }
  Postmortem stated = read_front_matter(document, path, source.name, config, result.diagnostics);
  const MarkdownOptions markdown{source.name, document.body_line, config.remote_images == RemoteImages::allow};
  Article article = render_markdown(document.body, markdown, result.diagnostics);
  Adopted adopted = adopt_body(std::move(stated), std::move(article), source.text, config, scope, result.diagnostics);
  Postmortem named = with_visible_names(std::move(adopted.postmortem), result.diagnostics);
  result.postmortem = without_implausible_times(std::move(named), today, result.diagnostics);
  result.proposals = std::move(adopted.proposals);
  check_consistency(result.postmortem, today, result.diagnostics);
  return result;
}

/// Bodies are most of what is kept of postmortems, and wanted twice: for the index and for their pages.
void keep_body(RichText& body, TextStore& texts) {
  body.stored = texts.store(body.html);
  if (body.stored) std::string().swap(body.html);  // an assignment would keep its room
}

std::vector<Postmortem> read_postmortems(const ContentFolder& folder, const SiteConfig& config,
                                         const BuildOptions& options, TextStore& texts, Diagnostics& diagnostics,
                                         Passes& passes) {
  passes.begin("read", "documents", folder.documents.size());
  std::vector<Postmortem> postmortems(folder.documents.size());
  std::vector<Diagnostics> found(folder.documents.size());
  parallel_for(folder.documents.size(), options.jobs, [&](std::size_t index) {
    const std::string& path = folder.documents[index];
    ReadPostmortem result =
        read_postmortem(folder.path / path, folder.prefix + path, path, config, Scope::missing, options.today);
    passes.advance(result.bytes);
    postmortems[index] = without_quotes(std::move(result.postmortem));
    keep_body(postmortems[index].body, texts);
    found[index] = std::move(result.diagnostics);
  });
  for (Diagnostics& of_one : found) diagnostics.append(std::move(of_one));
  return postmortems;
}

/// What the pages are made from.
struct Content {
  std::unique_ptr<TextStore> texts;
  ContentFolder folder;
  Site site;
};

Content read_content(const BuildOptions& options, Diagnostics& diagnostics, Passes& passes) {
  SiteConfig config = read_site_config(options.root, diagnostics);
  if (options.base_url) config.base_url = *options.base_url;
  ContentFolder folder = find_content(options, config);
  folder.documents = usable_documents(std::move(folder.documents), folder.prefix, diagnostics);
  report_special_files(folder.prefix, folder.special, diagnostics);
  auto texts = std::make_unique<TextStore>(options.scratch, options.texts_in_memory);
  std::vector<Postmortem> postmortems = read_postmortems(folder, config, options, *texts, diagnostics, passes);
  passes.begin("derive", "incidents", postmortems.size());
  Corpus corpus = make_corpus(std::move(postmortems), options.edition, diagnostics);
  return {std::move(texts), std::move(folder), derive_site(std::move(config), std::move(corpus), options.today)};
}

SearchOptions search_options(const SiteConfig& config, const BuildOptions& options) {
  const std::size_t most =
      options.full_search_index ? std::numeric_limits<std::size_t>::max() : config.full_search_index_limit;
  return {most, options.postings_in_part, options.jobs};
}

/// What site.yml says about the weight of findings comes after all of them are in.
void settle(const SiteConfig& config, const BuildOptions& options, Diagnostics& diagnostics) {
  diagnostics.set_levels(config.rule_levels);
  if (options.strict) diagnostics.make_strict();
  diagnostics.sort();
}

/// Hands a file out and returns its size in bytes; so does the next.
std::size_t write_whole(const std::string& path, const std::string& bytes, const Sink& sink) {
  sink(path, in_one_piece(bytes));
  return bytes.size();
}

std::size_t write_page(const Page& page, const Sink& sink) {
  if (page.make) return write_whole(page.path, page.make(), sink);
  std::size_t size = 0;
  sink(page.path, [&](const Put& put) {
    size = 0;
    page.pieces([&](std::string_view piece) {
      size += piece.size();
      put(piece);
    });
  });
  return size;
}

/// The nearest folder above a file that has a site.yml; the file's own if none has.
fs::path site_of(const fs::path& file) {
  fs::path own = fs::absolute(file).lexically_normal().parent_path();
  for (fs::path folder = own;; folder = folder.parent_path()) {
    if (own_file_exists(folder / "site.yml")) return folder;
    if (folder == folder.parent_path()) return own;
  }
}

}  // namespace

ReadDocument read_document(const fs::path& file, const std::string& name, Date today) {
  ReadDocument document;
  Diagnostics of_site;  // for `check` to report
  document.config = read_site_config(site_of(file), of_site);
  ReadPostmortem read = read_postmortem(file, name, name, document.config, Scope::everything, today);
  document.postmortem = std::move(read.postmortem);
  document.proposals = std::move(read.proposals);
  document.diagnostics = std::move(read.diagnostics);
  return document;
}

std::vector<std::string> list_documents(const fs::path& folder) {
  std::vector<std::string> documents;
  for (std::string& path : list_files(folder)) {
    if (is_document(path, {})) documents.push_back(std::move(path));
  }
  return documents;
}

BuildSummary build_site(const BuildOptions& options, const Sink& sink, Diagnostics& diagnostics, Passes& passes) {
  const auto [texts, folder, site] = read_content(options, diagnostics, passes);
  const Theme theme(options.root / "theme", diagnostics);
  const Attachments attachments = refuse_unusable(
      judge_attachments(folder.path, folder.attachments, site.config.limits.image_bytes), folder.special);
  const std::set<std::string> linked_files = check_links(site, attachments, diagnostics);

  passes.begin("index", "incidents", site.corpus.postmortems.size());
  const PutCard put_card = [&](std::size_t document, const std::string& script) {
    passes.advance(write_whole(routes::search_piece("incident", document), script, sink));
  };
  SiteSearch search = sink ? search_site(site, search_options(site.config, options), put_card) : SiteSearch{};

  const Publication publication{site,  attachments, theme, options.edition, asset_paths(theme), make_chart_frames(site),
                                search};
  std::vector<Page> pages = list_pages(publication);
  check_outputs(publication, pages, linked_files, diagnostics);
  settle(site.config, options, diagnostics);
  if (diagnostics.has_errors() || !sink) return {site.corpus.postmortems.size(), 0};

  const std::size_t files = pages.size() + linked_files.size();
  std::erase_if(pages, [](const Page& page) { return page.is_written; });
  passes.begin("write", "files", pages.size() + linked_files.size());
  const auto write = [&](std::span<const Page> some) {
    parallel_for(some.size(), options.jobs, [&](std::size_t index) { passes.advance(write_page(some[index], sink)); });
  };
  const auto others = std::stable_partition(pages.begin(), pages.end(), [](const Page& p) { return p.reads_postings; });
  write({pages.begin(), others});
  drop_postings(search.index);
  write({others, pages.end()});
  for (const std::string& file : linked_files) {
    passes.advance(write_whole(routes::attachment(file), read_file(folder.path / file), sink));
  }
  return {site.corpus.postmortems.size(), files};
}

Site read_site(const BuildOptions& options, Diagnostics& diagnostics) {
  Passes passes;  // for nobody to see
  Site site = std::move(read_content(options, diagnostics, passes).site);
  settle(site.config, options, diagnostics);
  return site;
}

}  // namespace hindsight
