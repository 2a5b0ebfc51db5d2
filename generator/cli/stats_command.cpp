#include <iostream>
#include <map>
#include <memory>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "base/fatal.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/text_table.hpp"
#include "model/metrics_report.hpp"
#include "pages/metrics_data.hpp"

namespace hindsight {
namespace {

enum class StatsFormat { table, csv, json };

struct Options {
  CommonOptions common;
  std::string by;
  std::string since;
  std::string until;
  StatsFormat format = StatsFormat::table;
};

std::string or_dash(const std::optional<seconds>& value) { return value ? format_duration(*value) : "–"; }

std::string range_or_dash(const std::optional<Interval>& interval) {
  return interval ? format_duration(interval->low) + "–" + format_duration(interval->high) : "–";
}

std::string share_of(const Summary& summary) {
  return summary.n == 0 ? "–" : fmt::format("{:.0f} %", summary.largest_share * 100);
}

/// All measures of one set, a row each.
void print_measures(const GroupMetrics& metrics) {
  TextTable table{{{"", false},
                   {"n"},
                   {"median (95 % interval)"},
                   {"quartiles"},
                   {"p90"},
                   {"mean"},
                   {"longest"},
                   {"sum"},
                   {"left out", false}},
                  {},
                  {}};
  for (const Measure what : all_measures) {
    const Summary& summary = metrics.summary(what);
    std::string notes = left_out_text(summary);
    if (summary.approximate > 0)
      notes += fmt::format("{}{} approximate", notes.empty() ? "" : "; ", summary.approximate);
    table.rows.push_back({replace_all(std::string(name_of(what)), "_", " "), std::to_string(summary.n),
                          median_text(summary), range_or_dash(summary.quartiles), or_dash(summary.p90),
                          or_dash(summary.mean), summary.range ? format_duration(summary.range->high) : "–",
                          format_duration(summary.total), notes});
  }
  print_table(std::cout, table, standard_screen());
}

/// The measures people compare, a row a group.
void print_groups(GroupBy by, const std::vector<GroupMetrics>& groups) {
  TextTable table{{{replace_all(std::string(name_of(by)), "_", " "), false},
                   {"incidents"},
                   {"n"},
                   {"time to detect"},
                   {"n"},
                   {"time to resolve"},
                   {"p90"},
                   {"mean"},
                   {"downtime"},
                   {"largest"}},
                  {},
                  {}};
  for (const GroupMetrics& metrics : groups) {
    const Summary& detect = metrics.summary(Measure::detect);
    const Summary& resolve = metrics.summary(Measure::resolve);
    const Summary& downtime = metrics.summary(Measure::downtime);
    table.rows.push_back({metrics.group.name, std::to_string(metrics.group.incidents.size()), std::to_string(detect.n),
                          median_text(detect), std::to_string(resolve.n), median_text(resolve), or_dash(resolve.p90),
                          or_dash(resolve.mean), downtime.n == 0 ? "–" : format_duration(downtime.total),
                          share_of(downtime)});
  }
  print_table(std::cout, table, standard_screen());
}

void print_for_people(const Site& site, const std::vector<std::size_t>& incidents, const std::optional<GroupBy>& by,
                      const std::vector<GroupMetrics>& groups) {
  std::cout << counted(static_cast<long>(incidents.size()), "incident") << ", "
            << recent_incidents(site, incidents).size() << " in the last 12 months\n\n";
  if (!by) {
    print_measures(groups.front());
  } else if (groups.empty()) {
    std::cout << "No incident has a " << replace_all(std::string(name_of(*by)), "_", " ") << ".\n";
    return;
  } else {
    print_groups(*by, groups);
  }
  std::cout << "\nTimes are medians with their 95 % interval, from n = 6 on; p90 from n = 29 on.";
  if (by && *by != GroupBy::year && *by != GroupBy::quarter && *by != GroupBy::severity) {
    std::cout << " An incident can count in several rows.";
  }
  std::cout << '\n';
}

int stats(const Options& given) {
  Selection selection;
  if (!given.since.empty()) selection.since = read_date("--since", given.since);
  if (!given.until.empty()) selection.until = read_date("--until", given.until);
  if (selection.since && selection.until && *selection.until < *selection.since) {
    throw Fatal("--until " + given.until + " is before --since " + given.since);
  }
  BuildOptions options = resolve(given.common);
  options.output = options.root / "site";
  const std::optional<Site> site = read_checked_site(options);
  if (!site) return 1;
  const std::vector<std::size_t> incidents = select_incidents(*site, selection);
  const std::optional<GroupBy> by = from_name<GroupBy>(given.by);
  const std::vector<GroupMetrics> groups =
      by ? measure_groups(*site, *by, incidents) : std::vector<GroupMetrics>{measure_all(*site, incidents)};
  switch (given.format) {
    case StatsFormat::table: print_for_people(*site, incidents, by, groups); break;
    case StatsFormat::csv: std::cout << metrics_csv(*site, groups); break;
    case StatsFormat::json: std::cout << metrics_json(*site, groups); break;
  }
  return 0;
}

}  // namespace

void add_stats_command(CLI::App& app, Run& run) {
  static const std::map<std::string, StatsFormat> formats = {
      {"table", StatsFormat::table}, {"csv", StatsFormat::csv}, {"json", StatsFormat::json}};
  const std::vector<std::string> groupings(Names<GroupBy>::values.begin(), Names<GroupBy>::values.end());
  const auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("stats", "print the times to detect and to resolve, and how far to trust them");
  add_common_options(*command, options->common);
  command->add_option("--by", options->by, "split the incidents")
      ->check(CLI::IsMember(groupings))
      ->type_name("GROUPING");
  command->add_option("--since", options->since, "only incidents of this day and later")->type_name("YYYY-MM-DD");
  command->add_option("--until", options->until, "only incidents of this day and earlier")->type_name("YYYY-MM-DD");
  command->add_option("--format", options->format, "table, csv or json")
      ->transform(CLI::CheckedTransformer(formats).description(""))
      ->type_name("FORMAT");
  command->callback([options, &run] { run = [options] { return stats(*options); }; });
}

}  // namespace hindsight
