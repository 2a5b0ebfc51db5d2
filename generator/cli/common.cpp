#include "cli/common.hpp"

#include <charconv>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <map>
#include <string_view>
#include <unistd.h>

#include <CLI/CLI.hpp>

#include "base/fatal.hpp"
#include "base/files.hpp"
#include "base/url.hpp"

namespace hindsight {

void add_common_options(CLI::App& command, CommonOptions& options) {
  command.add_option("ROOT", options.build.root, "folder with site.yml and content/, or with postmortems");
  command.add_flag("--strict", options.build.strict, "warnings are errors");
  command
      .add_option("--today", options.today, "the day that ages are counted to (default: SOURCE_DATE_EPOCH, else now)")
      ->type_name("YYYY-MM-DD");
  command
      .add_option("--edition", options.edition, "internal: all postmortems; public: only those with visibility: public")
      ->check(CLI::IsMember({"internal", "public"}))
      ->type_name("EDITION");
  command.add_option("-j,--jobs", options.build.jobs, "threads (default: one per core)")
      ->check(CLI::Range(0, 256))
      ->type_name("N");
}

void add_report_format(CLI::App& command, ReportFormat& format) {
  static const std::map<std::string, ReportFormat> formats = {{"text", ReportFormat::text},
                                                              {"github", ReportFormat::github},
                                                              {"gitlab", ReportFormat::gitlab},
                                                              {"json", ReportFormat::json},
                                                              {"sarif", ReportFormat::sarif}};
  command.add_option("--format", format, "how findings are printed: text, github, gitlab, json, sarif")
      ->transform(CLI::CheckedTransformer(formats).description(""))
      ->type_name("FORMAT");
}

std::optional<Site> read_checked_site(const BuildOptions& options) {
  Diagnostics diagnostics;
  Site site = read_site(options, diagnostics);
  if (!diagnostics.has_errors()) return site;
  print_report(std::cerr, diagnostics, ReportFormat::text, wants_colour(), false);
  std::cerr << "Figures of a corpus with errors may be wrong, so none are printed.\n";
  return std::nullopt;
}

BuildOptions resolve(const CommonOptions& options) {
  BuildOptions build = options.build;
  if (!folder_exists(build.root)) throw Fatal(build.root.string() + ": no such folder");
  build.today = find_today(options.today);
  build.edition = options.edition == "public" ? Edition::public_only : Edition::internal;
  if (!options.base_url.empty()) {
    if (classify_url(options.base_url) != UrlKind::web) {
      throw Fatal("--base-url " + options.base_url + ": not an http or https address");
    }
    build.base_url = encode_url(options.base_url);
    if (!build.base_url->ends_with('/')) *build.base_url += '/';
  }
  return build;
}

Date find_today(const std::string& given) {
  if (!given.empty()) return read_date("--today", given);
  if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH")) {
    const std::string_view text(epoch);
    long value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) {
      throw Fatal("SOURCE_DATE_EPOCH " + std::string(text) + ": not a number of seconds");
    }
    return day_of(Instant(seconds(value)));
  }
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

Date read_date(const std::string& option, const std::string& text) {
  const std::optional<Date> date = scan_date(text);
  if (!date) throw Fatal(option + " " + text + ": not a date", "write it as 2025-11-20");
  return *date;
}

bool wants_colour() { return isatty(STDERR_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr; }

}  // namespace hindsight
