#include "cli/common.hpp"

#include <charconv>
#include <chrono>
#include <cstdlib>
#include <map>
#include <string_view>
#include <unistd.h>

#include <CLI/CLI.hpp>

#include "base/fatal.hpp"
#include "base/url.hpp"

namespace hindsight {

void add_common_options(CLI::App& command, CommonOptions& options) {
  static const std::map<std::string, ReportFormat> formats = {{"text", ReportFormat::text},
                                                              {"github", ReportFormat::github},
                                                              {"gitlab", ReportFormat::gitlab},
                                                              {"json", ReportFormat::json},
                                                              {"sarif", ReportFormat::sarif}};
  command.add_option("ROOT", options.build.root, "folder with site.yml and content/, or with postmortems")
      ->check(CLI::ExistingDirectory);
  command.add_option("--format", options.format, "how findings are printed: text, github, gitlab, json, sarif")
      ->transform(CLI::CheckedTransformer(formats).description(""))
      ->type_name("FORMAT");
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

BuildOptions resolve(const CommonOptions& options) {
  BuildOptions build = options.build;
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
  if (!given.empty()) {
    const std::optional<Date> date = scan_date(given);
    if (!date) throw Fatal("--today " + given + ": not a date", "write it as 2025-11-20");
    return *date;
  }
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

bool wants_colour() { return isatty(STDERR_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr; }

}  // namespace hindsight
