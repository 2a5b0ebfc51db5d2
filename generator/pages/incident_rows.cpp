#include "pages/incident_rows.hpp"

#include <utility>

#include "pages/incident_table.hpp"

namespace hindsight {

IncidentRows::IncidentRows(const Publication& publication)
    : publication_(publication),
      made_(publication.site.corpus.postmortems.size()),
      rows_(publication.site.corpus.postmortems.size()) {}

void IncidentRows::add_table(View& view, std::string_view name, std::span<const std::size_t> indices,
                             std::string_view caption) {
  static const Urls urls("folder/page.html");
  std::size_t size = 0;
  for (const std::size_t index : indices) {
    std::call_once(made_[index], [&] {
      rows_[index] = incident_row_html(publication_, index, urls, false);
      rows_[index].shrink_to_fit();  // it was made with room for a page
    });
    size += rows_[index].size();
  }
  std::string rows;
  rows.reserve(size);
  for (const std::size_t index : indices) rows += rows_[index];
  view.include(name, "incident_table.tpl").set("caption", caption).set_html("rows_html", std::move(rows));
}

}  // namespace hindsight
