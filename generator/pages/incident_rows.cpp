#include "pages/incident_rows.hpp"

#include <algorithm>
#include <utility>

#include "pages/incident_table.hpp"

namespace hindsight {
namespace {

/// Rows that are made together. The first one to want a row has to tell those who may wait for it, by a system call.
constexpr std::size_t rows_at_once = 32;

}  // namespace

IncidentRows::IncidentRows(const Publication& publication)
    : publication_(publication),
      made_(publication.site.corpus.postmortems.size() / rows_at_once + 1),
      rows_(publication.site.corpus.postmortems.size()) {}

void IncidentRows::add_table(View& view, std::string_view name, std::span<const std::size_t> indices,
                             std::string_view caption) {
  std::size_t size = 0;
  for (const std::size_t index : indices) {
    const std::size_t block = index / rows_at_once;
    std::call_once(made_[block], [&] { make_rows(block); });
    size += rows_[index].size();
  }
  std::string rows;
  rows.reserve(size);
  for (const std::size_t index : indices) rows += rows_[index];
  view.include(name, "incident_table.tpl").set("caption", caption).set_html("rows_html", std::move(rows));
}

void IncidentRows::make_rows(std::size_t block) {
  static const Urls urls("folder/page.html");
  const std::size_t end = std::min((block + 1) * rows_at_once, rows_.size());
  for (std::size_t index = block * rows_at_once; index < end; ++index) {
    rows_[index] = incident_row_html(publication_, index, urls, false);
    rows_[index].shrink_to_fit();  // a long one was made with room to grow
  }
}

}  // namespace hindsight
