#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>

#include <CLI/CLI.hpp>

#include "base/fatal.hpp"
#include "base/files.hpp"
#include "base/interrupt.hpp"
#include "base/text.hpp"
#include "cli/adopt_json.hpp"
#include "cli/adoption.hpp"
#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/git_status.hpp"

namespace fs = std::filesystem;

namespace hindsight {
namespace {

struct Options {
  std::vector<std::string> paths;
  std::string today;
  bool write = false;
  bool force = false;
  bool json = false;
};

/// A file to read, and what it is called.
struct Named {
  fs::path file;
  std::string name;
};

/// The files themselves, and the documents below folders. For JSON they are called by their path below the folder.
std::vector<Named> files_of(const Options& options) {
  std::vector<Named> files;
  for (const std::string& path : options.paths) {
    if (!folder_exists(path)) {
      if (!regular_file_exists(path)) throw Fatal(path + ": no such file");
      files.push_back({path, options.json ? fs::path(path).filename().string() : path});
      continue;
    }
    for (const std::string& document : list_documents(path)) {
      const fs::path file = fs::path(path) / document;
      files.push_back({file, options.json ? document : file.string()});
    }
  }
  return files;
}

int print_json(const std::vector<Named>& files, Date today) {
  std::vector<NamedPostmortem> postmortems;
  for (const auto& [file, name] : files) {
    ReadDocument document = read_document(file, name, today);
    const std::optional<std::size_t> severity = document.postmortem.severity;
    std::string called = severity ? document.config.severities()[*severity].name : "";
    postmortems.push_back({name, std::move(document.postmortem), std::move(document.proposals), std::move(called)});
  }
  std::cout << adopt_json(postmortems);
  return 0;
}

/// Whether front matter may go into the file; prints why not.
bool may_adopt(const ReadDocument& document) {
  Diagnostics errors;
  for (const Diagnostic& diagnostic : document.diagnostics.all()) {
    const bool of_reading = diagnostic.level == Level::error || diagnostic.rule == Rule::front_matter_toml;
    if (of_reading)
      errors.add(diagnostic.rule, diagnostic.location, diagnostic.found, diagnostic.wanted, diagnostic.hint);
  }
  if (errors.all().empty()) return true;
  print_report(std::cerr, errors, ReportFormat::text, wants_colour());
  return false;
}

/// Byte for byte, so that `patch` takes it; to a terminal nothing that it would obey.
void print_diff(const std::string& diff) {
  if (isatty(STDOUT_FILENO) == 0) {
    std::cout << diff;
    return;
  }
  for (const std::string_view line : split_lines(diff)) std::cout << safe_for_terminal(line) << '\n';
}

int adopt(const Options& options) {
  const std::vector<Named> files = files_of(options);
  const Date today = find_today(options.today);
  if (options.json) return print_json(files, today);
  int failures = 0;
  long changed = 0;
  if (options.write) note_interrupts();
  for (const auto& [file, name] : files) {
    check_interrupt();  // a file is changed as a whole or not at all
    const ReadDocument document = read_document(file, name, today);
    if (!may_adopt(document)) {
      ++failures;
      continue;
    }
    const Adoption adoption = adoption_of(file, document);
    if (adoption.lines.empty()) continue;
    if (options.write && !options.force && has_uncommitted_changes(file)) {
      std::cerr << safe_for_terminal(name) << ": has changes that are not committed; commit them, or use --force\n";
      ++failures;
      continue;
    }
    ++changed;
    if (options.write) {
      replace_file(file, apply(adoption));
    } else {
      print_diff(diff_of(name, adoption));
    }
  }
  if (options.write) std::cout << counted(changed, "file") << " changed\n";
  if (changed == 0 && failures == 0 && !options.write) std::cerr << "Nothing to add: all that was found is stated.\n";
  return failures == 0 ? 0 : 1;
}

}  // namespace

void add_adopt_command(CLI::App& app, Run& run) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("adopt", "propose front matter for postmortems as they are, as a diff");
  command->add_option("PATH", options->paths, "postmortems, or folders of them")->required();
  CLI::Option* write =
      command->add_flag("--write", options->write, "add it to the files; the text below stays as it is");
  command->add_flag("--force", options->force, "also to files with changes that are not committed")->needs(write);
  command->add_flag("--json", options->json, "print what was found, with its evidence, as JSON")->excludes(write);
  command
      ->add_option("--today", options->today,
                   "the day that no incident lies behind (default: SOURCE_DATE_EPOCH, else now)")
      ->type_name("YYYY-MM-DD");
  command->callback([options, &run] { run = [options] { return adopt(*options); }; });
}

}  // namespace hindsight
