#include <algorithm>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/text_table.hpp"
#include "model/action_stats.hpp"
#include "pages/action_data.hpp"

namespace hindsight {
namespace {

enum class ActionsFormat { table, csv, json, markdown };

struct Options {
  CommonOptions common;
  std::vector<std::string> statuses;
  bool overdue = false;
  bool no_owner = false;
  std::string owner;
  std::string service;
  std::string severity;
  std::string type;
  std::string sort = "cost";
  std::string fail_on;
  ActionsFormat format = ActionsFormat::table;
};

/// A term as people type it: any spelling that gives the same page.
bool has_term(const Site& site, std::size_t incident, TermKind kind, const std::string& wanted) {
  const std::string slug = slugify(wanted);
  return std::ranges::any_of(site.terms_of[incident][index_of(kind)],
                             [&](std::size_t term) { return site.taxonomy(kind).terms[term].slug == slug; });
}

bool has_status(const ActionItem& item, const std::vector<std::string>& statuses) {
  if (statuses.empty()) return is_open(item.status);
  return std::ranges::any_of(statuses, [&](const std::string& wanted) {
    return wanted == "all" || wanted == name_of(item.status) || (wanted == "open" && is_open(item.status));
  });
}

bool is_wanted(const Site& site, const TrackedAction& action, const Options& options) {
  const ActionItem& item = item_of(site.corpus, action);
  if (!has_status(item, options.statuses)) return false;
  if (options.overdue && !action.overdue) return false;
  if (options.no_owner && !item.owner.empty()) return false;
  if (!options.owner.empty() && slugify(item.owner) != slugify(options.owner)) return false;
  if (!options.type.empty() && (!item.type || name_of(*item.type) != options.type)) return false;
  if (!options.service.empty() && !has_term(site, action.incident, TermKind::service, options.service)) return false;
  return options.severity.empty() || has_term(site, action.incident, TermKind::severity, options.severity);
}

std::vector<TrackedAction> select(const Site& site, const Options& options) {
  std::vector<TrackedAction> selected;
  std::ranges::copy_if(site.actions, std::back_inserter(selected),
                       [&](const TrackedAction& action) { return is_wanted(site, action, options); });
  // They come oldest first.
  if (options.sort == "cost") {
    std::ranges::stable_sort(selected, std::ranges::greater(), [](const TrackedAction& action) {
      return action.cost ? action.cost->downtime.count() : -1;
    });
  } else if (options.sort == "due") {
    std::ranges::stable_sort(selected, {}, [](const TrackedAction& action) {
      return action.due.value_or(Date(std::chrono::days(1'000'000)));
    });
  }
  return selected;
}

std::string cost_text(const TrackedAction& action) {
  if (!action.cost || action.cost->count == 0) return "–";
  return fmt::format("{} ({})", format_duration(action.cost->downtime), action.cost->count);
}

std::vector<std::string> cells_of(const Site& site, const TrackedAction& action) {
  const Postmortem& postmortem = site.corpus.postmortems[action.incident];
  const ActionItem& item = item_of(site.corpus, action);
  const std::string due = action.due ? format_date(*action.due) + (action.overdue ? " !" : "") : "–";
  return {std::string(name_of(item.status)),
          item.title.text,
          item.owner.empty() ? "–" : item.owner,
          due,
          action.age_days ? with_thousands(*action.age_days) + " d" : "–",
          cost_text(action),
          item.ticket ? item.ticket->label : "–",
          fmt::format("{}:{}", postmortem.file, item.line)};
}

std::string count_text(const std::vector<TrackedAction>& actions) {
  const auto overdue = std::ranges::count_if(actions, &TrackedAction::overdue);
  return counted(static_cast<long>(actions.size()), "action item") + fmt::format(", {} overdue", overdue);
}

void print_for_people(const Site& site, const std::vector<TrackedAction>& actions) {
  TextTable table{{{"status", false},
                   {"action item", false, true},
                   {"owner", false},
                   {"due", false},
                   {"age"},
                   {"cost since"},
                   {"ticket", false},
                   {"where", false, true}},
                  {},
                  {}};
  for (const TrackedAction& action : actions) {
    table.rows.push_back(cells_of(site, action));
    table.marked.push_back(action.overdue);
  }
  if (!actions.empty()) print_table(std::cout, table, standard_screen());
  std::cout << (actions.empty() ? "" : "\n") << count_text(actions) << '\n';
}

/// For a chat or a wiki: a table whose cells can't end it.
void print_markdown(const Site& site, const std::vector<TrackedAction>& actions) {
  const auto escaped = [](const std::string& cell) {
    std::string text = safe_for_terminal(cell);
    for (const std::string_view special : {"\\", "|", "<", "[", "`", "*", "_"}) {
      text = replace_all(text, special, "\\" + std::string(special));
    }
    return text;
  };
  std::cout << "| Status | Action item | Owner | Due | Age | Cost since | Ticket | Where "
               "|\n|---|---|---|---|---:|---:|---|---|\n";
  for (const TrackedAction& action : actions) {
    std::cout << '|';
    for (const std::string& cell : cells_of(site, action)) std::cout << ' ' << escaped(cell) << " |";
    std::cout << '\n';
  }
  std::cout << '\n' << count_text(actions) << '\n';
}

void print(std::string_view text) { std::cout << text; }

int actions(const Options& given) {
  BuildOptions options = resolve(given.common);
  options.output = options.root / "site";
  const std::optional<Site> site = read_checked_site(options);
  if (!site) return 1;
  const std::vector<TrackedAction> selected = select(*site, given);
  switch (given.format) {
    case ActionsFormat::table: print_for_people(*site, selected); break;
    case ActionsFormat::csv: put_actions_csv(*site, selected, print); break;
    case ActionsFormat::json: put_actions_json(*site, selected, print); break;
    case ActionsFormat::markdown: print_markdown(*site, selected); break;
  }
  return given.fail_on == "overdue" && std::ranges::any_of(selected, &TrackedAction::overdue) ? 1 : 0;
}

}  // namespace

void add_actions_command(CLI::App& app, Run& run) {
  static const std::map<std::string, ActionsFormat> formats = {{"table", ActionsFormat::table},
                                                               {"csv", ActionsFormat::csv},
                                                               {"json", ActionsFormat::json},
                                                               {"markdown", ActionsFormat::markdown}};
  std::vector<std::string> statuses = {"open", "all"};
  statuses.insert(statuses.end(), Names<ActionStatus>::values.begin(), Names<ActionStatus>::values.end());
  const std::vector<std::string> types(Names<ActionType>::values.begin(), Names<ActionType>::values.end());
  const auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("actions", "print action items: what is open, overdue, and what it has cost since");
  add_common_options(*command, options->common);
  command->add_option("--status", options->statuses, "open (default), all, or statuses, separated by commas")
      ->delimiter(',')
      ->check(CLI::IsMember(statuses))
      ->type_name("STATUS");
  command->add_flag("--overdue", options->overdue, "only overdue ones");
  command->add_flag("--no-owner", options->no_owner, "only those that nobody owns");
  command->add_option("--owner", options->owner, "only this owner's")->type_name("NAME");
  command->add_option("--service", options->service, "only of incidents of this service")->type_name("NAME");
  command->add_option("--severity", options->severity, "only of incidents of this severity")->type_name("NAME");
  command->add_option("--type", options->type, "only of this type")->check(CLI::IsMember(types))->type_name("TYPE");
  command->add_option("--sort", options->sort, "cost (default), age or due")
      ->check(CLI::IsMember({"cost", "age", "due"}))
      ->type_name("KEY");
  command->add_option("--fail-on", options->fail_on, "overdue: exit code 1 if one of them is")
      ->check(CLI::IsMember({"overdue"}))
      ->type_name("WHAT");
  command->add_option("--format", options->format, "table, csv, json or markdown")
      ->transform(CLI::CheckedTransformer(formats).description(""))
      ->type_name("FORMAT");
  command->callback([options, &run] { run = [options] { return actions(*options); }; });
}

}  // namespace hindsight
