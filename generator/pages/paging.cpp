#include "pages/paging.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"

namespace hindsight {
namespace {

Page list_page(const Publication& publication, const LongList& list, const ListPart& part) {
  PageHead head = list.head;
  head.path = routes::list_part(list.head.path, part.number);
  head.title = fmt::format("{}, page {}", list.head.title, part.number);
  head.crumbs.emplace_back(list.head.title, list.head.path);
  head.description.clear();
  head.has_charts = false;
  head.has_filter = false;
  const auto fill = [list, part](View& view, const Urls& urls) {
    view.set("title", list.heading)
        .set("first_url", urls.to(list.head.path))
        .set("number", static_cast<long>(part.number))
        .set("parts", with_thousands(static_cast<long>(part.parts)));
    list.fill(view, part, urls);
    add_pager(view, part, list.head.path, urls);
  };
  return {head.path, [&publication, head, fill] { return frame_page(publication, head, "list_part.tpl", fill); }};
}

}  // namespace

std::vector<ListPart> split_list(std::size_t total) {
  const std::size_t parts = std::max<std::size_t>(1, (total + rows_on_page - 1) / rows_on_page);
  std::vector<ListPart> list;
  for (std::size_t i = 0; i < parts; ++i) {
    list.push_back({i + 1, parts, i * rows_on_page, std::min(total, (i + 1) * rows_on_page), total});
  }
  return list;
}

std::string part_with(std::string_view first, std::size_t row) {
  return routes::list_part(first, row / rows_on_page + 1);
}

std::string range_text(const ListPart& part) {
  const auto number = [](std::size_t count) { return with_thousands(static_cast<long>(count)); };
  return fmt::format("{}–{} of {}", number(part.begin + 1), number(part.end), number(part.total));
}

void add_pager(View& view, const ListPart& part, std::string_view first, const Urls& urls) {
  if (part.parts == 1) return;
  View pager = view.include("PAGER", "pager.tpl");
  pager.set("range", range_text(part));
  const auto add = [&](std::string_view section, std::size_t number) {
    pager.add(section).set("url", urls.to(routes::list_part(first, number)));
  };
  if (part.number > 2) add("first", 1);
  if (part.number > 1) add("previous", part.number - 1);
  if (part.number < part.parts) add("next", part.number + 1);
  if (part.number + 1 < part.parts) add("last", part.parts);
}

std::vector<Page> further_pages(const Publication& publication, const LongList& list) {
  std::vector<Page> pages;
  for (const ListPart& part : split_list(list.total)) {
    if (part.number > 1) pages.push_back(list_page(publication, list, part));
  }
  return pages;
}

}  // namespace hindsight
