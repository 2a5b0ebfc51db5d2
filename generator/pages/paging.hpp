#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pages/frame.hpp"
#include "pages/publication.hpp"
#include "render/view.hpp"

/// Long lists stand on several pages: a browser lays out some hundred rows at once, and a build of many incidents
/// writes no page of megabytes.
namespace hindsight {

inline constexpr std::size_t rows_on_page = 500;

/// What one page shows of a list.
struct ListPart {
  std::size_t number = 1;  ///< of this page, from 1
  std::size_t parts = 1;   ///< how many pages there are
  std::size_t begin = 0;   ///< rows [begin, end)
  std::size_t end = 0;
  std::size_t total = 0;  ///< rows on all pages
};

/// The pages of a list; one also if it is empty.
std::vector<ListPart> split_list(std::size_t total);

template <class T>
std::span<const T> rows_of(const std::vector<T>& list, const ListPart& part) {
  return std::span(list).subspan(part.begin, part.end - part.begin);
}

/// The page on which row `row` of the list stands that begins at `first`.
std::string part_with(std::string_view first, std::size_t row);

/// "501–1,000 of 9,874".
std::string range_text(const ListPart& part);

/// Fills {{>PAGER}} with the way to the list's other pages; with nothing if there are none. `first` is the path of
/// page 1.
void add_pager(View& view, const ListPart& part, std::string_view first, const Urls& urls);

/// A list that begins on a page of its own kind. `fill` puts the rows of a part into {{>ROWS}}.
struct LongList {
  PageHead head;        ///< of its first page
  std::string heading;  ///< of all its pages
  std::size_t total = 0;
  std::function<void(View& view, const ListPart& part, const Urls& urls)> fill;
};

/// Pages 2 … of a list.
std::vector<Page> further_pages(const Publication& publication, const LongList& list);

}  // namespace hindsight
