#include "pages/action_table.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include <fmt/format.h>

#include "base/escape.hpp"
#include "base/text.hpp"
#include "pages/anchors.hpp"
#include "pages/links.hpp"
#include "pages/prose.hpp"
#include "render/html.hpp"

namespace hindsight {
namespace {

/// Which of the optional columns a table needs.
struct Columns {
  bool incident = false;
  bool type = false;
  bool priority = false;
  bool due = false;
  bool age = false;
  bool cost = false;
  bool ticket = false;
};

std::string cost_text(const TrackedAction& action) {
  if (!action.cost || action.cost->count == 0) return "–";
  return fmt::format("{} · {}", format_duration(action.cost->downtime), action.cost->count);
}

void show_columns(View& view, const Columns& columns) {
  if (columns.incident) view.show("with_incident");
  if (columns.type) view.show("with_type");
  if (columns.priority) view.show("with_priority");
  if (columns.due) view.show("with_due");
  if (columns.age) view.show("with_age");
  if (columns.cost) view.show("with_cost");
  if (columns.ticket) view.show("with_ticket");
}

class Table {
 public:
  Table(View& view, const Publication& publication, const Urls& urls, const Columns& columns)
      : view_(view), publication_(publication), urls_(urls), columns_(columns) {
    show_columns(view_, columns_);
  }

  void add(const TrackedAction& action, bool on_own_page) {
    const Postmortem& postmortem = publication_.site.corpus.postmortems[action.incident];
    const ActionItem& item = postmortem.action_items[action.item];
    View row = view_.add("row");
    show_columns(row, columns_);
    row.set("status", name_of(item.status))
        .set("status_label", label_of(item.status))
        .set_if("status_mark", item.status_mark)
        .set_html("title_html", title_html(postmortem, item, on_own_page))
        .set("incident_title", postmortem.title)
        .set("incident_url", urls_.to_incident(postmortem, action_anchor(item)))
        .set("type", item.type ? name_of(*item.type) : "")
        .set("owner", item.owner)
        .set("priority", item.priority)
        .set_html("due_html", item.due ? date_html(*item.due) : "")
        .set("age", action.age_days ? counted(*action.age_days, "day") : "")
        .set("cost", cost_text(action))
        .set_html("ticket_html", ticket_html(item));
    const bool wants_owner = item.status != ActionStatus::done && item.status != ActionStatus::wontdo;
    if (!item.owner.empty()) row.show("has_owner");
    if (item.owner.empty() && wants_owner) row.show("no_owner");
    if (action.overdue) row.show("is_overdue");
    if (!on_own_page) return;
    row.set_if("anchor", action_anchor(item));
    for (const Detail& detail : item.details) {
      row.add("detail")
          .set_if("detail_label", detail.label)
          .set_html("detail_html",
                    print_range(publication_.site, publication_.attachments, postmortem, detail.range, urls_));
    }
  }

 private:
  /// Elsewhere than on its incident's page a title from the body is plain: its links may be relative to the document.
  std::string title_html(const Postmortem& postmortem, const ActionItem& item, bool on_own_page) const {
    if (on_own_page) return prose_html(publication_, postmortem, item.title, urls_);
    return item.title.html.empty() ? escape_html(item.title.text) : item.title.html;
  }

  View& view_;
  const Publication& publication_;
  const Urls& urls_;
  Columns columns_;
};

template <class Actions, class Predicate>
std::vector<TrackedAction> select(const Site& site, const Actions& actions, const Predicate& wanted) {
  std::vector<TrackedAction> selected;
  std::ranges::copy_if(actions, std::back_inserter(selected),
                       [&](const TrackedAction& action) { return wanted(item_of(site.corpus, action)); });
  return selected;
}

}  // namespace

std::string_view label_of(ActionStatus status) {
  switch (status) {
    case ActionStatus::todo: return "To do";
    case ActionStatus::doing: return "In progress";
    case ActionStatus::done: return "Done";
    case ActionStatus::wontdo: return "Won't do";
    case ActionStatus::unknown: return "Not stated";
  }
  return "";
}

std::string ticket_html(const ActionItem& item) {
  if (!item.ticket) return {};
  const Ticket& ticket = *item.ticket;
  return ticket.url.empty() ? escape_html(ticket.label) : link_html(ticket.url, ticket.label);
}

void add_action_table(View& view, std::string_view name, const Publication& publication,
                      std::span<const TrackedAction> actions, const Urls& urls, std::string_view caption) {
  const auto any = [&](auto has) {
    return std::ranges::any_of(
        actions, [&](const TrackedAction& action) { return has(item_of(publication.site.corpus, action)); });
  };
  View part = view.include(name, "action_table.tpl");
  part.set("caption", caption);
  Columns columns{.incident = true, .age = true};
  columns.type = any([](const ActionItem& item) { return item.type.has_value(); });
  columns.priority = any([](const ActionItem& item) { return !item.priority.empty(); });
  columns.due = any([](const ActionItem& item) { return item.due.has_value(); });
  columns.ticket = any([](const ActionItem& item) { return item.ticket.has_value(); });
  columns.cost =
      std::ranges::any_of(actions, [](const TrackedAction& action) { return action.cost && action.cost->count > 0; });
  Table table(part, publication, urls, columns);
  for (const TrackedAction& action : actions) table.add(action, false);
}

std::string incident_actions_html(const Publication& publication, std::size_t incident, std::size_t first,
                                  std::size_t count, const Urls& urls) {
  const Postmortem& postmortem = publication.site.corpus.postmortems[incident];
  const std::vector<ActionItem>& items = postmortem.action_items;
  const auto any = [&](auto has) {
    return std::any_of(items.begin() + static_cast<std::ptrdiff_t>(first),
                       items.begin() + static_cast<std::ptrdiff_t>(first + count), has);
  };
  View view;
  const bool all = count == items.size();
  view.set("caption", all ? "Action items" : fmt::format("Action items {} to {}", first + 1, first + count));
  Columns columns;
  columns.type = any([](const ActionItem& item) { return item.type.has_value(); });
  columns.priority = any([](const ActionItem& item) { return !item.priority.empty(); });
  columns.due = any([](const ActionItem& item) { return item.due.has_value(); });
  columns.ticket = any([](const ActionItem& item) { return item.ticket.has_value(); });
  Table table(view, publication, urls, columns);
  for (std::size_t index = first; index < first + count; ++index) {
    table.add(track_action(publication.site, incident, index), true);
  }
  return publication.theme.render("action_table.tpl", view);
}

std::vector<TrackedAction> open_actions(const Site& site) {
  return select(site, site.actions, [](const ActionItem& item) { return is_open(item.status); });
}

std::vector<TrackedAction> actions_with_status(const Site& site, ActionStatus status) {
  return select(site, site.actions, [&](const ActionItem& item) { return item.status == status; });
}

}  // namespace hindsight
