#pragma once

#include <cstddef>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pages/publication.hpp"
#include "render/view.hpp"

namespace hindsight {

/// Rows of incidents for pages one folder down, as those of years and terms are. Each is made once, with its
/// neighbours, by the page that wants it first: an incident stands in about eight such lists.
class IncidentRows {
 public:
  explicit IncidentRows(const Publication& publication);

  /// Fills {{>NAME}} of a page with a table of the incidents at `indices`. Safe to call from several threads at once.
  void add_table(View& view, std::string_view name, std::span<const std::size_t> indices, std::string_view caption);

 private:
  void make_rows(std::size_t block);

  const Publication& publication_;
  std::vector<std::once_flag> made_;  ///< by block
  std::vector<std::string> rows_;
};

}  // namespace hindsight
