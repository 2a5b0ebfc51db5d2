#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/time.hpp"
#include "model/site.hpp"

/// What rows have, a property at a time, for scripts that filter and count them: theme/js/data.js reads them.
namespace hindsight {

/// A property of which many rows have few different values: services, owners.
struct Column {
  std::vector<std::pair<std::string, std::string>> names;  ///< slug and label
  std::vector<std::vector<std::size_t>> sets;              ///< of names, each of them different
  std::vector<std::size_t> of;                             ///< by row: the number of the set that it has
};

/// The column of rows that have one name each.
Column single_column(std::vector<std::pair<std::string, std::string>> names, std::vector<std::size_t> of);

/// {"names": [[slug, label], …], "sets": [[0], [0, 2], …], "keys": "#$…", "of": "##$#…"}: a character a row, which
/// stands in `keys` where the row's names stand in `sets`. Compresses to little more than what there is to know. If
/// there are more sets than characters, "of" has their numbers.
std::string column_json(const Column& column);

/// The column of a kind of term, for rows that are these incidents.
Column term_column(const Site& site, TermKind kind, const std::vector<std::size_t>& incidents);

/// [[step, rows], …]: the days of rows that are in the order of their days, as steps from the day before (at first from
/// 1970-01-01) and how many rows are of that day; null for rows without one.
std::string days_json(const std::vector<std::optional<Date>>& days);

}  // namespace hindsight
