#pragma once

#include <cstddef>
#include <string>

#include "base/json_text.hpp"
#include "model/site.hpp"
#include "pages/passages.hpp"

namespace hindsight {

/// What a search result shows of an incident and quotes from it: {url, title, day, severity's rank and name, length,
/// labels, summary, passages}.
class SearchCard {
 public:
  SearchCard(const Site& site, std::size_t document);

  /// The incident's next passage; what is beyond the longest text is left out.
  void add(const Passage& passage);

  /// The card as a script that hands it out.
  std::string take();

 private:
  JsonText json_;
  std::size_t size_ = 0;  ///< of the passages' texts
};

}  // namespace hindsight
