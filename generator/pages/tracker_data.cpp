#include "pages/tracker_data.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "pages/columns.hpp"
#include "pages/data_script.hpp"
#include "pages/incident_data.hpp"
#include "pages/paging.hpp"
#include "pages/row_elements.hpp"
#include "pages/tracker_table.hpp"

namespace hindsight {
namespace {

using Actions = std::vector<TrackedAction>;

constexpr Date::rep latest_day = 2932896;  ///< 9999-12-31: after all days that are known

/// A column of one value an item.
template <class ValueOf>
std::string values_json(const Actions& actions, const ValueOf& value_of) {
  std::vector<std::pair<std::string, std::string>> names;
  std::vector<std::size_t> of;
  std::map<std::string, std::size_t, std::less<>> numbers;
  for (const TrackedAction& action : actions) {
    const std::string value(value_of(action));
    const auto [entry, is_new] = numbers.try_emplace(value, names.size());
    if (is_new) names.emplace_back(value, value);
    of.push_back(entry->second);
  }
  return column_json(single_column(std::move(names), std::move(of)));
}

std::string terms_json(const Site& site, TermKind kind, const Actions& actions) {
  std::vector<std::size_t> incidents;
  for (const TrackedAction& action : actions) incidents.push_back(action.incident);
  return column_json(term_column(site, kind, incidents));
}

template <class NumberOf>
std::string numbers_json(const Actions& actions, const NumberOf& number_of) {
  std::vector<long> numbers;
  for (const TrackedAction& action : actions) numbers.push_back(static_cast<long>(number_of(action)));
  return fmt::format("[{}]", fmt::join(numbers, ","));
}

std::string rows_json(const Publication& publication, const Actions& actions, std::size_t begin) {
  const Urls urls(routes::actions);
  std::string rows;
  for (std::size_t row = begin; row < std::min(begin + rows_in_piece, actions.size()); ++row) {
    rows += tracker_row_html(publication, actions[row], actions.size(), urls, false);
  }
  return elements_json(rows);
}

/// The properties by name, as the table's rows have them in attributes.
std::map<std::string, std::function<std::string(const Actions&)>> properties(const Site& site) {
  const auto item = [&site](const TrackedAction& action) -> const ActionItem& { return item_of(site.corpus, action); };
  return {
      {"status",
       [item](const Actions& list) {
         return values_json(list, [&](const TrackedAction& a) { return name_of(item(a).status); });
       }},
      {"owner",
       [item](const Actions& list) {
         return values_json(list, [&](const TrackedAction& a) { return owner_value(item(a)); });
       }},
      {"type",
       [item](const Actions& list) {
         return values_json(list, [&](const TrackedAction& a) { return type_value(item(a)); });
       }},
      {"due", [](const Actions& list) { return values_json(list, due_value); }},
      {"severity", [&site](const Actions& list) { return terms_json(site, TermKind::severity, list); }},
      {"service", [&site](const Actions& list) { return terms_json(site, TermKind::service, list); }},
      {"cost",
       [](const Actions& list) {
         return numbers_json(list, [](const TrackedAction& a) { return a.cost ? a.cost->downtime.count() : -1; });
       }},
      {"age",
       [](const Actions& list) {
         return numbers_json(list, [](const TrackedAction& a) { return a.age_days.value_or(-1); });
       }},
      {"due-day",
       [](const Actions& list) {
         return numbers_json(
             list, [](const TrackedAction& a) { return a.due ? a.due->time_since_epoch().count() : latest_day; });
       }},
  };
}

}  // namespace

std::vector<Page> tracker_data_pages(const Publication& publication, const std::shared_ptr<const Actions>& tracked) {
  std::vector<Page> pages;
  if (tracked->size() <= rows_on_page) return pages;
  for (const auto& [name, json_of] : properties(publication.site)) {
    const std::string kind = "actions-" + name;
    pages.push_back({routes::search_piece(kind, 0),
                     [tracked, kind, json = json_of] { return data_script(kind, 0, json(*tracked)); }});
  }
  for (std::size_t begin = 0; begin < tracked->size(); begin += rows_in_piece) {
    const std::size_t number = begin / rows_in_piece;
    pages.push_back({routes::search_piece("actions-rows", number), [&publication, tracked, begin, number] {
                       return data_script("actions-rows", number, rows_json(publication, *tracked, begin));
                     }});
  }
  return pages;
}

}  // namespace hindsight
