#include "pages/actions.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "pages/action_table.hpp"
#include "pages/frame.hpp"
#include "pages/tiles.hpp"

namespace hindsight {
namespace {

void add_group(View& view, const Publication& publication, std::string_view anchor, const std::string& title,
               std::string_view note, const std::vector<TrackedAction>& actions, const Urls& urls) {
  View group = view.add("group");
  group.set("anchor", anchor)
      .set("title", title + " (" + with_thousands(static_cast<long>(actions.size())) + ")")
      .set("note", actions.empty() ? "None." : note);
  if (actions.empty()) return;
  group.show("has_rows");
  add_action_table(group, "ACTIONS", publication, actions, urls, title);
}

void fill_actions(const Publication& publication, View& view, const Urls& urls) {
  const Site& site = publication.site;
  const std::vector<TrackedAction> open = open_actions(site);
  const std::vector<TrackedAction> unknown = actions_with_status(site, ActionStatus::unknown);
  const auto done = actions_with_status(site, ActionStatus::done).size();
  const auto dropped = actions_with_status(site, ActionStatus::wontdo).size();
  const auto without_owner = std::ranges::count_if(
      open, [&](const TrackedAction& action) { return item_of(site.corpus, action).owner.empty(); });
  const auto overdue = std::ranges::count_if(open, &TrackedAction::overdue);
  view.set("built_on", format_date(site.today))
      .set("csv_url", urls.to(routes::actions_csv))
      .set("json_url", urls.to(routes::actions_json));
  View tiles = add_tiles(view);
  add_tile(tiles, "Open", with_thousands(static_cast<long>(open.size())), counted(overdue, "overdue", "overdue"));
  add_tile(tiles, "Without owner", with_thousands(without_owner), "of the open ones");
  add_tile(tiles, "Not stated", with_thousands(static_cast<long>(unknown.size())), "no status in the document");
  add_tile(tiles, "Done", with_thousands(static_cast<long>(done)),
           counted(static_cast<long>(dropped), "dropped", "dropped"));
  add_group(view, publication, "open", "Open", "Marked to do or in progress.", open, urls);
  add_group(view, publication, "not-stated", "Status not stated",
            "The documents list these and do not say whether they were done. They count neither as open nor as done.",
            unknown, urls);
}

}  // namespace

Page actions_page(const Publication& publication) {
  return {std::string(routes::actions), [&publication] {
            PageHead head;
            head.path = routes::actions;
            head.title = "Action items";
            head.description = "Open action items of all postmortems, oldest first.";
            head.nav = routes::actions;
            return frame_page(publication, head, "actions.tpl",
                              [&](View& view, const Urls& urls) { fill_actions(publication, view, urls); });
          }};
}

}  // namespace hindsight
