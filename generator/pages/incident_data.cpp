#include "pages/incident_data.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "model/durations.hpp"
#include "pages/columns.hpp"
#include "pages/data_script.hpp"
#include "pages/incident_table.hpp"
#include "pages/paging.hpp"
#include "pages/row_elements.hpp"
#include "pages/search_documents.hpp"

namespace hindsight {
namespace {

std::vector<std::size_t> incidents_by_document(const Site& site) {
  std::vector<std::size_t> incidents;
  for (std::size_t document = 0; document < site.corpus.postmortems.size(); ++document) {
    incidents.push_back(incident_of(site, document));
  }
  return incidents;
}

std::string capitalised(std::string_view word) {
  std::string text(word);
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

Column state_column(const Site& site) {
  std::vector<std::pair<std::string, std::string>> names;
  for (const std::string_view name : Names<State>::values) names.emplace_back(name, capitalised(name));
  names.emplace_back("unknown", "Unknown");
  std::vector<std::size_t> of;
  for (const std::size_t incident : incidents_by_document(site)) {
    const std::optional<State> state = state_of(site.corpus.postmortems[incident]);
    of.push_back(state ? static_cast<std::size_t>(*state) : names.size() - 1);
  }
  return single_column(std::move(names), std::move(of));
}

Column open_column(const Site& site) {
  std::vector<std::size_t> of;
  for (const std::size_t incident : incidents_by_document(site)) {
    of.push_back(open_action_count(site.corpus.postmortems[incident]) > 0 ? 0 : 1);
  }
  return single_column({{"yes", "Has open ones"}, {"no", "Has none"}}, std::move(of));
}

std::string days_of(const Site& site) {
  std::vector<std::optional<Date>> days;
  for (const std::size_t incident : incidents_by_document(site)) {
    const std::optional<Moment>& date = dated_by(site.corpus.postmortems[incident]);
    days.push_back(date ? std::optional(printed_day_of(*date)) : std::nullopt);
  }
  return days_json(days);
}

/// Rows [begin, begin + rows_in_piece) of the table on incidents.html, by document.
std::string rows_json(const Publication& publication, std::size_t begin) {
  const Urls urls(routes::incidents);
  const std::size_t end = std::min(begin + rows_in_piece, publication.site.corpus.postmortems.size());
  std::string rows;
  for (std::size_t document = begin; document < end; ++document) {
    rows += incident_row_html(publication, incident_of(publication.site, document), urls, false);
  }
  return elements_json(rows);
}

}  // namespace

std::vector<Page> incident_data_pages(const Publication& publication) {
  const Site& site = publication.site;
  std::vector<Page> pages;
  const auto add = [&](std::string_view name, auto make) {
    const std::string kind = "incidents-" + std::string(name);
    pages.push_back({routes::search_piece(kind, 0), [kind, make] { return data_script(kind, 0, make()); }});
  };
  for (const auto& [name, kind] : {std::pair{"severity", TermKind::severity},
                                   {"service", TermKind::service},
                                   {"trigger", TermKind::trigger},
                                   {"root-cause", TermKind::root_cause}}) {
    add(name, [&site, of = kind] { return column_json(term_column(site, of, incidents_by_document(site))); });
  }
  add("state", [&site] { return column_json(state_column(site)); });
  add("days", [&site] { return days_of(site); });
  const std::size_t count = site.corpus.postmortems.size();
  if (count <= rows_on_page) return pages;
  add("open", [&site] { return column_json(open_column(site)); });
  for (std::size_t begin = 0; begin < count; begin += rows_in_piece) {
    const std::size_t number = begin / rows_in_piece;
    pages.push_back({routes::search_piece("incidents-rows", number), [&publication, begin, number] {
                       return data_script("incidents-rows", number, rows_json(publication, begin));
                     }});
  }
  return pages;
}

}  // namespace hindsight
